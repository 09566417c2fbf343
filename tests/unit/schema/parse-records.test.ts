import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  dropDuplicates,
  type FilePosition,
  idOf,
  parseAll,
  parseOne,
  readValues,
  setAsideAt,
} from '@/lib/schema/parse-records'

const text = '{\n"id": "ferry",\n"a": {\n"b": [\n1,\n2]}}'
const position: FilePosition = {
  file: 'events.json',
  slice: { text, offset: 5, line: 10, pointer: '/3' },
  base: [],
  id: 'ferry',
}

describe('where something is wrong', () => {
  it.each<[(string | number)[], string, number]>([
    [[], '/3', 10],
    [['id'], '/3/id', 11],
    [['a', 'b'], '/3/a/b', 13],
    [['a', 'b', 1], '/3/a/b/1', 15],
    [['a', 'c'], '/3/a', 12],
    [['c', 'd'], '/3', 10],
  ])('is told by its place and line, or those of what should hold it: %j', (path, pointer, line) => {
    expect(setAsideAt(position, path, 'shape', 'x')).toEqual({
      file: 'events.json',
      id: 'ferry',
      rule: 'shape',
      reason: 'x',
      pointer,
      line,
    })
  })

  it('is told from within a slice that holds several', () => {
    expect(setAsideAt({ ...position, base: ['a'] }, ['b', 1], 'shape', 'x').pointer).toBe('/3/a/b/1')
  })

  it('is the whole record where its text cannot be gone through', () => {
    const bare = { ...position, slice: { ...position.slice, text: '' } }
    expect(setAsideAt(bare, ['id'], 'shape', 'x')).toMatchObject({ pointer: '/3', line: 10 })
  })
})

describe('the id of a value', () => {
  it.each([
    [{ id: 'a' }, 'a'],
    [{ id: 'a'.repeat(64) }, 'a'.repeat(64)],
    [{ id: 'a'.repeat(65) }, null],
    [{ id: 5 }, null],
    [{}, null],
    [null, null],
    ['id', null],
  ])('of %j is %j', (value, id) => {
    expect(idOf(value)).toBe(id)
  })
})

describe('values of a schema', () => {
  const schema = z.strictObject({ id: z.string(), a: z.looseObject({}).optional() })

  it('are records where they are what it says, in their order', () => {
    const values = [{ id: 'a' }, { id: 5 }, { id: 'b' }].map((value) => ({ value, position }))
    const { entries, setAside } = parseAll(schema, values)
    expect(entries).toEqual([
      { record: { id: 'a' }, position },
      { record: { id: 'b' }, position },
    ])
    expect(setAside).toMatchObject([{ pointer: '/3/id', rule: 'shape' }])
  })

  it('are set aside at a key that should not be there', () => {
    expect(parseOne(z.strictObject({ id: z.string() }), { id: 'x', a: 1 }, position)).toMatchObject({ pointer: '/3/a' })
  })

  it.each([
    [new Error('too deep'), 'cannot be checked: too deep'],
    ['no error', 'cannot be checked: unknown error'],
  ])('cost no more than the record where the schema throws', (thrown, reason) => {
    const throwing = schema.refine(() => {
      throw thrown
    })
    expect(parseOne(throwing, { id: 'a' }, position)).toMatchObject({ pointer: '/3', rule: 'shape', reason })
  })
})

describe('the values of a file', () => {
  it('come with where they stand', () => {
    const { values, setAside } = readValues('a.json', '[{"id": "a"},\n5, x]', 'array')
    expect(
      values.map(({ value, position: { file, slice, base, id } }) => [value, file, slice.pointer, base, id]),
    ).toEqual([
      [{ id: 'a' }, 'a.json', '/0', [], 'a'],
      [5, 'a.json', '/1', [], null],
    ])
    expect(setAside).toMatchObject([{ file: 'a.json', pointer: '/2', line: 2, id: null, rule: 'unreadable' }])
  })

  it.each([
    [undefined, 1, 'the file is missing'],
    [{ reason: 'the disk is gone' }, 1, 'the disk is gone'],
    ['\n\n{]', 3, 'brackets do not match'],
  ])('are none of what cannot be read, which is told', (content, line, reason) => {
    expect(readValues('a.json', content, 'array')).toEqual({
      values: [],
      setAside: [{ file: 'a.json', pointer: '', line, id: null, rule: 'unreadable', reason }],
    })
  })
})

it('of two records of one id the first is kept, and the other says where that stands', () => {
  const entry = (id: string, line: number) => ({
    record: { id },
    position: { ...position, slice: { ...position.slice, line } },
  })
  const [first, other, second] = [entry('a', 1), entry('b', 20), entry('a', 30)]
  const { entries, setAside } = dropDuplicates([first, other, second])
  expect(entries).toEqual([first, other])
  expect(setAside).toMatchObject([
    {
      pointer: '/3/id',
      line: 31,
      rule: 'duplicate-id',
      reason: 'the id “a” is already used at events.json:2: give one of the two another',
    },
  ])
})
