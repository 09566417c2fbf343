import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FormField, formFields, schemaOf, withField } from '@/lib/edit/form-fields'
import { listGaps } from '@/lib/edit/gaps'
import { acceptProposals, isOpen, joinRecords, proposeRecords, rejectRecord } from '@/lib/edit/proposals'
import { recordKey } from '@/lib/edit/record-edit'
import { listMarks, marksAt, passageAt, passageOfPoints, prepareText } from '@/lib/edit/text-marks'
import {
  decideConflict,
  editsOf,
  meetConflicts,
  openWorkspace,
  redo,
  refresh,
  takeStep,
  undo,
  type WorkingRecord,
} from '@/lib/edit/workspace'

const file = 'events.json'
const server = (id: string, version: string, title = id) => ({ file, id, version, value: { id, title } })
const record = (id: string, title: string): WorkingRecord => ({ file, id, value: { id, title } })
const valuesOf = (workspace: ReturnType<typeof openWorkspace>) =>
  [...workspace.working.values()].map(({ value }) => value)

describe('what an editor has not saved', () => {
  it('can be undone and done again, however much it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.option(fc.string())), { maxLength: 40 }),
        (steps) => {
          let workspace = openWorkspace([server('a', 'v1'), server('b', 'v1')])
          const states = [workspace]
          for (const [id, title] of steps) {
            workspace = takeStep(workspace, [title === null ? { file, id, value: null } : record(id, title)])
            if (workspace !== states.at(-1)) states.push(workspace)
          }
          for (const state of states.toReversed()) {
            expect(new Map(workspace.working)).toEqual(new Map(state.working))
            workspace = undo(workspace)
          }
          expect(undo(workspace)).toBe(workspace)
          expect(editsOf(workspace)).toEqual([])
          for (const state of states.slice(1)) {
            workspace = redo(workspace)
            expect(new Map(workspace.working)).toEqual(new Map(state.working))
          }
        },
      ),
    )
  })

  it('follows the server where this editor has changed nothing, and is shown beside it where both have', () => {
    let workspace = takeStep(openWorkspace([server('a', 'v1'), server('b', 'v1')]), [record('a', 'mine')])
    workspace = refresh(workspace, [server('a', 'v2', 'theirs'), server('b', 'v2', 'theirs')])
    expect(valuesOf(workspace).map(({ title }) => title)).toEqual(['mine', 'theirs'])
    expect(workspace.conflicts).toEqual([
      {
        file,
        id: 'a',
        mine: { id: 'a', title: 'mine' },
        theirs: { version: 'v2', value: { id: 'a', title: 'theirs' } },
      },
    ])
    const mine = decideConflict(workspace, { file, id: 'a' }, 'mine')
    expect(editsOf(mine)).toEqual([{ file, id: 'a', base: 'v2', value: { id: 'a', title: 'mine' } }])
    const theirs = decideConflict(workspace, { file, id: 'a' }, 'theirs')
    expect(editsOf(theirs)).toEqual([])
    expect(valuesOf(undo(theirs))[0]?.title).toBe('mine')
  })

  it('starts again from the other’s version after a save that met one', () => {
    const workspace = takeStep(openWorkspace([server('a', 'v1')]), [record('a', 'mine')])
    const theirs = { version: 'v2', value: { id: 'a', title: 'theirs' } }
    const met = meetConflicts(workspace, [{ file, id: 'a', mine: { id: 'a', title: 'mine' }, theirs }])
    expect(editsOf(decideConflict(met, { file, id: 'a' }, 'mine'))[0]?.base).toBe('v2')
    const gone = meetConflicts(workspace, [{ file, id: 'a', mine: { id: 'a', title: 'mine' }, theirs: null }])
    expect(editsOf(decideConflict(gone, { file, id: 'a' }, 'mine'))[0]?.base).toBeNull()
    expect(editsOf(decideConflict(gone, { file, id: 'a' }, 'theirs'))).toEqual([])
  })
})

const text = 'Anna Berg said: “We counted 40.” Berg left Oslo. She said: “It was cold.”'
const marked = prepareText(text)
const passage = (words: string) => passageAt(marked, 'report', text.indexOf(words), text.indexOf(words) + words.length)

const drafted = [
  { file: 'case.json', id: 'own', value: { id: 'own' } },
  { file: 'sources.json', id: 'report', value: { id: 'report' } },
  { file: 'actors.json', id: 'report', value: { id: 'report', name: 'A paper' } },
  { file: 'actors.json', id: 'anna-berg', value: { id: 'anna-berg', name: 'Anna Berg' } },
  { file: 'actors.json', id: 'berg', value: { id: 'berg', name: 'Berg', note: 'Named once' } },
  { file: 'layers/places.geojson', id: 'oslo', value: { id: 'oslo', geometry: null, properties: { name: 'Oslo' } } },
  {
    file: 'quotations.json',
    id: 'one',
    value: {
      id: 'one',
      passage: passage('We counted 40.'),
      speaker: 'anna-berg',
      about: ['oslo'],
      note: 'Drafted, rather sure: “said”.',
    },
  },
  {
    file: 'quotations.json',
    id: 'two',
    value: {
      id: 'two',
      passage: passage('It was cold.'),
      speaker: 'berg',
      about: [],
      note: 'Drafted, doubtful: “said”.',
    },
  },
]

function propose() {
  const workspace = openWorkspace([])
  return takeStep(workspace, proposeRecords(drafted, 'The report names it.'))
}

const keysOf = (workspace: ReturnType<typeof propose>) => editsOf(workspace).map(recordKey)

describe('proposals', () => {
  it('are saved once they are accepted, with whom and what they name', () => {
    const workspace = propose()
    expect(keysOf(workspace)).toEqual(['case.json#own', 'sources.json#report', 'actors.json#report'])
    const next = acceptProposals(workspace, [{ file: 'quotations.json', id: 'one' }])
    expect(keysOf(next).slice(3)).toEqual([
      'actors.json#anna-berg',
      'layers/places.geojson#oslo',
      'quotations.json#one',
    ])
    expect(next.working.get('quotations.json#one')?.value.note).toBeUndefined()
    expect([...next.working.values()].filter(isOpen).map(({ id }) => id)).toEqual(['berg', 'two'])
    expect(keysOf(undo(next))).toEqual(keysOf(workspace))
  })

  it('that are rejected go out of the lists that name them', () => {
    const next = rejectRecord(propose(), { file: 'layers/places.geojson', id: 'oslo' })
    expect(next.working.has('layers/places.geojson#oslo')).toBe(false)
    expect(next.working.get('quotations.json#one')?.value.about).toEqual([])
  })

  it('are joined to one, which is named instead of the other', () => {
    const actors = ['anna-berg', 'berg'].map((id) => ({ file: 'actors.json', id }))
    const next = joinRecords(propose(), [actors[0] ?? drafted[0], actors[1] ?? drafted[0]] as never, () => null)
    expect(next.working.has('actors.json#berg')).toBe(false)
    expect(next.working.get('actors.json#anna-berg')?.value).toEqual({
      id: 'anna-berg',
      name: 'Anna Berg',
      note: 'Named once',
    })
    expect(next.working.get('quotations.json#two')?.value.speaker).toBe('anna-berg')
    const quotations = ['one', 'two'].map((id) => ({ file: 'quotations.json', id }))
    const joined = joinRecords(propose(), quotations as never, (source, { start, end }) =>
      passageOfPoints(marked, String(source), start, end),
    )
    expect(Object(joined.working.get('quotations.json#one')?.value.passage).exact).toBe(
      'We counted 40.” Berg left Oslo. She said: “It was cold.',
    )
  })

  it('are found in the text by a click, the shortest that is there', () => {
    const records = propose().working.values()
    const marks = listMarks(marked, 'report', records)
    expect(marksAt(marks, text.indexOf('counted')).map(({ record: { id } }) => id)).toEqual(['one'])
    expect(marksAt(marks, text.indexOf('Berg said')).map(({ record: { id } }) => id)).toEqual(['berg', 'anna-berg'])
    expect(marksAt(marks, text.indexOf('left'))).toEqual([])
  })

  it('have the passage that the check wants, in code points, whatever stands before', () => {
    const own = prepareText('😀😀 one two')
    expect(passageAt(own, 's', 5, 8)).toMatchObject({ exact: 'one', start: 3, end: 6 })
    expect(passageAt(own, 's', 4, 5)).toBeNull()
  })
})

it('what a case lacks is listed: dates, places, sources', () => {
  const gaps = listGaps([
    record('undated', 'x'),
    { file: 'layers/a.geojson', id: 'nowhere', value: { geometry: null, properties: { sources: ['s'] } } },
    { file: 'sources.json', id: 'bare', value: { published: '2022' } },
  ])
  expect([...gaps].map(([kind, found]) => [kind, found.map(({ id }) => id)])).toEqual([
    ['undated', ['undated']],
    ['unplaced', ['undated', 'nowhere']],
    ['unsourced', ['undated', 'bare']],
    ['twice', []],
  ])
})

it('what is there twice is listed: the same words, of the same day and by the same', () => {
  const quotation = (id: string, speaker: string) => ({
    file: 'quotations.json',
    id,
    value: { form: 'speech', speaker, passage: { exact: `It was cold${id === 'b' ? '!' : ','}` } },
  })
  const event = (id: string, date: string) => ({ file, id, value: { title: 'A fire', date } })
  const found = listGaps([
    quotation('a', 'one'),
    quotation('b', 'one'),
    quotation('c', 'other'),
    event('d', '2022-01-01'),
    event('e', '2022-01-02'),
    { file: 'layers/x.geojson', id: 'f', value: { geometry: null, properties: {} } },
    { file: 'layers/x.geojson', id: 'g', value: { geometry: null, properties: {} } },
  ])
  expect(found.get('twice')?.map(({ id }) => id)).toEqual(['a', 'b'])
})

describe('a form', () => {
  const files = ['case', 'layers', 'sources', 'actors', 'quotations', 'statements', 'figures', 'events', 'scenes']
  const fieldsOf = (of: string): FormField[] => {
    const schema = JSON.parse(readFileSync(`public/schema/${schemaOf(of)}.schema.json`, 'utf8'))
    return formFields(of, schema)
  }

  it.each([...files.map((name) => `${name}.json`), 'layers/x.geojson'])(
    'of %s has a field for every key that a record may have, the id aside',
    (of) => {
      const fields = fieldsOf(of)
      expect(fields.length).toBeGreaterThan(of.startsWith('layers/') ? 1 : 4)
      expect(fields.some(({ key }) => key === 'id')).toBe(false)
    },
  )

  it('knows what is chosen, named, counted and told, with the rule in plain words', () => {
    const fields = new Map(fieldsOf('figures.json').map((field) => [field.key, field]))
    expect(fields.get('by')).toMatchObject({ kind: 'reference', of: 'actor', required: true })
    expect(fields.get('by')?.rule).toContain('Who made the number')
    expect(fields.get('about')).toMatchObject({ kind: 'references', of: 'place' })
    expect(fields.get('qualifier')).toMatchObject({ kind: 'choice' })
    expect(fields.get('value')).toMatchObject({ kind: 'number', required: false })
    expect(fields.get('passage')).toMatchObject({ kind: 'group' })
    const [geometry, properties] = fieldsOf('layers/x.geojson')
    expect(geometry?.kind).toBe('geometry')
    expect(properties).toMatchObject({ kind: 'group' })
  })

  it('leaves a key out where nothing stands in its field', () => {
    expect(withField({ id: 'a', note: 'x', title: 'y' }, 'note', undefined)).toEqual({ id: 'a', title: 'y' })
    expect(Object.keys(withField({ id: 'a', title: 'y' }, 'title', 'z'))).toEqual(['id', 'title'])
  })
})
