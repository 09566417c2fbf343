import { describe, expect, it } from 'vitest'
import { readHead } from '@/lib/schema/parse-head'
import type { SetAside } from '@/lib/schema/records'

const side = (id: string) => ({ id, name: id })
const whole = {
  ...{ id: 'ferry', title: 'The ferry', summary: 'An invented case.', period: '2030', reported: '2030-03-11' },
  ...{ updated: '2030-03-12', source: 'report', bounds: [9, 54, 13, 58] },
  sides: [side('north'), side('south')],
  questions: [{ id: 'crossed', title: 'How many crossed?' }],
  claims: [
    { id: 'claim', words: 'claimed', by: 'governor', declared: '2030', precedent: false, rejections: [], asOf: '2030' },
  ],
  charts: [{ id: 'chart', title: 'Crossed', form: 'bars', figures: ['crossed-office'] }],
  threads: [{ id: 'strand', title: 'Ferry', hue: 'pine', sentence: 'It sails.', bounds: [9, 54, 13, 58] }],
  insets: [{ id: 'harbour', title: 'The harbour', bounds: [10, 55, 11, 56] }],
}
const lists = ['sides', 'questions', 'claims', 'charts', 'threads', 'insets'] as const

/** A head of this text or value, as it is read, and where and by which rule it is at fault. */
function read(value: unknown, caseId?: string) {
  const setAside: SetAside[] = []
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2)
  const head = readHead(text, caseId, setAside)
  return { head, setAside, faults: setAside.map(({ pointer, rule, id }) => [pointer, rule, id]) }
}

describe('the head of a case', () => {
  it('is read with the entries of its lists, each with where it stands', () => {
    const { head, faults } = read(whole)
    expect(faults).toEqual([])
    expect(head?.record.title).toBe('The ferry')
    for (const list of lists) {
      expect(head?.[list].map(({ record }) => record)).toEqual(whole[list])
      expect(head?.[list].map(({ position: { file, base, id } }) => [file, base, id])).toEqual(
        whole[list].map(({ id }, index) => ['case.json', [list, index], id]),
      )
    }
  })

  it.each(lists)('loses of its %s only the one that is wrong, which is told by its id and place', (list) => {
    const [first] = whole[list]
    const { head, faults } = read({
      ...whole,
      [list]: [
        { ...first, colour: 'red' },
        { ...first, id: 'other' },
      ],
    })
    expect(faults).toEqual([[`/${list}/0/colour`, 'shape', first?.id]])
    expect(head?.[list].map(({ record: { id } }) => id)).toEqual(['other'])
    for (const other of lists) if (other !== list) expect(head?.[other]).toHaveLength(whole[other].length)
  })

  it.each(lists)('keeps the first of two %s of one id', (list) => {
    const [first] = whole[list]
    const { head, faults } = read({ ...whole, [list]: [first, first] })
    expect(faults).toEqual([[`/${list}/1/id`, 'duplicate-id', first?.id]])
    expect(head?.[list]).toHaveLength(1)
  })

  it.each(['sides', 'questions', 'claims', 'charts'])(
    'cannot be used without its %s, nor with no list of them',
    (list) => {
      expect(read({ ...whole, [list]: undefined }).head).toBeNull()
      const { head, faults } = read({ ...whole, [list]: { north: 'North' } })
      expect(head).toBeNull()
      expect(faults).toEqual([[`/${list}`, 'shape', 'ferry']])
    },
  )

  it('need not have threads, and cannot be used where these are no list', () => {
    const { head, faults } = read({ ...whole, threads: undefined })
    expect(faults).toEqual([])
    expect(head?.threads).toEqual([])
    expect(head?.record).not.toHaveProperty('threads')
    expect(read({ ...whole, threads: 'none' }).faults).toEqual([['/threads', 'shape', 'ferry']])
  })

  it('is told of with what is wrong in its lists too, where it cannot be used', () => {
    const { head, faults } = read({ ...whole, title: 5, sides: [{ id: 'north' }] })
    expect(head).toBeNull()
    expect(faults).toEqual([
      ['/sides/0', 'shape', 'north'],
      ['/title', 'shape', 'ferry'],
    ])
  })

  it('may name the schema that it is edited with', () => {
    expect(read({ $schema: '../case.schema.json', ...whole }).faults).toEqual([])
    expect(read({ schema: '../case.schema.json', ...whole }).faults).toEqual([['/schema', 'shape', 'ferry']])
  })

  it('is of the folder that it stands in, where that is known', () => {
    expect(read(whole, 'ferry').head?.record.id).toBe('ferry')
    const { head, setAside, faults } = read(whole, 'boat')
    expect(head).toBeNull()
    expect(faults).toEqual([['/id', 'shape', 'ferry']])
    expect(setAside[0]?.reason).toMatch(/“boat”.*“ferry”/)
  })

  it.each([
    ['not JSON', '{"id": "ferry"', 'unreadable'],
    ['empty', '', 'unreadable'],
    ['a list', '[]', 'unreadable'],
    ['a number', '5', 'unreadable'],
    ['an object of nothing', '{}', 'shape'],
  ])('cannot be used where it is %s', (_, text, rule) => {
    const { head, setAside } = read(text)
    expect(head).toBeNull()
    expect(setAside).toMatchObject([{ file: 'case.json', rule }])
  })

  it('cannot be used where the file is not there or could not be read', () => {
    const setAside: SetAside[] = []
    expect(readHead(undefined, undefined, setAside)).toBeNull()
    expect(readHead({ reason: 'the disk is gone' }, undefined, setAside)).toBeNull()
    expect(setAside).toMatchObject([
      { file: 'case.json', rule: 'unreadable' },
      { file: 'case.json', reason: 'the disk is gone' },
    ])
  })
})
