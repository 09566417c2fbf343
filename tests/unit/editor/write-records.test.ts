import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formOf, listRecords, writeRecords } from '@/lib/server/editor/write-records'

const folder = 'data/cases/2022-10-annexation'
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /json$/.test(file))
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8')

/** The lines that differ between two texts, by counting those that one has and the other lacks. */
function changedLines(before: string, after: string): string[] {
  const left = before.split('\n')
  const found: string[] = []
  for (const line of after.split('\n')) {
    const at = left.indexOf(line)
    if (at === -1) found.push(line.trim())
    else left.splice(at, 1)
  }
  return found
}

describe('a case’s file with changed records', () => {
  it.each(files)('%s: what says the same as before leaves every letter', (file) => {
    const text = read(file)
    const form = formOf(file)
    expect(listRecords(text, form).records.length).toBeGreaterThan(0)
    expect(writeRecords(text, form, listRecords(text, form).records, undefined)).toBe(text)
  })

  it.each(files.filter((file) => file !== 'case.json'))('%s: one field changes one line', (file) => {
    const text = read(file)
    const form = formOf(file)
    const { records } = listRecords(text, form)
    const [, record = records[0]] = records
    if (record === undefined) throw new Error('no record')
    const key = Object.keys(record.value).find((each) => each !== 'id' && typeof record.value[each] === 'string')
    if (key === undefined) throw new Error('no field')
    const after = writeRecords(text, form, [{ id: record.id, value: { ...record.value, [key]: 'changed' } }], undefined)
    expect(changedLines(text, after)).toHaveLength(1)
    expect(after.split('\n')).toHaveLength(text.split('\n').length)
  })

  it('keeps a geometry in its line when a property of its place changes, and writes a new one in one line', () => {
    const file = files.find((each) => each.startsWith('layers/')) ?? ''
    const text = read(file)
    const [record] = listRecords(text, 'features').records
    if (record === undefined) throw new Error('no place')
    const properties = { ...Object(record.value.properties), name: 'Elsewhere' }
    const renamed = writeRecords(
      text,
      'features',
      [{ id: record.id, value: { ...record.value, properties } }],
      undefined,
    )
    expect(changedLines(text, renamed)).toEqual(['"name": "Elsewhere",'])
    const geometry = { type: 'Point', coordinates: [1, 2] }
    const moved = writeRecords(text, 'features', [{ id: record.id, value: { ...record.value, geometry } }], undefined)
    expect(changedLines(text, moved)).toEqual(['"geometry": {"type":"Point","coordinates":[1,2]},'])
  })

  it('puts a new key where its schema has it, and leaves the order of the others', () => {
    const order = { properties: { id: {}, title: {}, date: {}, about: {} } }
    const text = '[\n  {\n    "id": "a",\n    "about": [],\n    "title": "A"\n  }\n]\n'
    const value = { id: 'a', date: '2022', title: 'A', about: [] }
    expect(writeRecords(text, 'array', [{ id: 'a', value }], order)).toBe(
      '[\n  {\n    "id": "a",\n    "about": [],\n    "title": "A",\n    "date": "2022"\n  }\n]\n',
    )
  })

  it('begins a file, keeps Windows line ends, and is empty when its last record has gone', () => {
    const value = { id: 'a', words: 'x' }
    const begun = writeRecords(null, 'array', [{ id: 'a', value }], undefined)
    expect(begun).toBe('[\n  {\n    "id": "a",\n    "words": "x"\n  }\n]\n')
    expect(writeRecords(begun, 'array', [{ id: 'a', value: null }], undefined)).toBe('[]\n')
    const place = { type: 'Feature', id: 'p', geometry: null, properties: {} }
    expect(JSON.parse(writeRecords(null, 'features', [{ id: 'p', value: place }], undefined)).features).toEqual([place])
    const windows = writeRecords(begun.replaceAll('\n', '\r\n'), 'array', [{ id: 'b', value: { id: 'b' } }], undefined)
    expect(windows.replaceAll('\r\n', '').includes('\n')).toBe(false)
    expect(JSON.parse(windows)).toHaveLength(2)
  })

  it('has what the edits say and all else as it was, whatever they are', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const value = fc.option(fc.jsonValue({ maxDepth: 3 }))
    const style = fc.constantFrom(0, 2, 4, '\t')
    fc.assert(
      fc.property(
        fc.uniqueArray(id),
        fc.uniqueArray(fc.tuple(id, value), { selector: ([each]) => each }),
        style,
        fc.boolean(),
        (standing, changes, spaces, wrapped) => {
          const records = standing.map((each) => ({ id: each, old: [each, { [each]: 1 }] }))
          const text = JSON.stringify(wrapped ? { $schema: 'x', records } : records, null, spaces)
          const edits = changes.map(([each, next]) => ({ id: each, value: next === null ? null : { id: each, next } }))
          const after = JSON.parse(writeRecords(text, 'array', edits, undefined))
          const expected = new Map<string, unknown>(records.map((record) => [record.id, record]))
          for (const edit of edits) {
            if (edit.value === null) expected.delete(edit.id)
            else expected.set(edit.id, JSON.parse(JSON.stringify(edit.value)))
          }
          expect(wrapped ? after.records : after).toEqual([...expected.values()])
        },
      ),
      { numRuns: 500 },
    )
  })

  it('tells how many entries cannot be named, and leaves them where they stand', () => {
    const text = '[{"words":"x"},{"id":"a"},{"id":"a","twice":true},{"id":"b",}]'
    expect(listRecords(text, 'array')).toMatchObject({ records: [{ id: 'a' }], others: 3 })
    const after = writeRecords(text, 'array', [{ id: 'a', value: { id: 'a', new: 1 } }], undefined)
    expect(after).toBe('[{"words":"x"},{"id":"a","new":1},{"id":"a","twice":true},{"id":"b",}]')
  })

  it('is refused where the file is none', () => {
    expect(() => writeRecords('[ {', 'array', [], undefined)).toThrow('it ')
  })
})
