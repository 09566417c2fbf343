import { describe, expect, it } from 'vitest'
import { prepareCopies } from '@/lib/derive/origins/fallen-sources'
import { prepareTies } from '@/lib/derive/origins/origin-graph'
import { createOriginOf, lookQuickly, NONE, prepareRecord } from '@/lib/derive/origins/prepared-record'

// 0 and 1 take from nobody, 2 takes from 0, 3 from 2 and from 1, 4 and 5 from each other.
const takesFrom = { a: [], b: [], c: ['a'], d: ['c', 'b'], e: ['f'], f: ['e'] }
const ties = prepareTies(Object.entries(takesFrom).map(([id, from]) => ({ id, takesFrom: from })))
const { circles } = prepareCopies(ties)
const originOf = createOriginOf(ties, circles)

/** A record of reports `source:body>body`. */
function record(...reports: string[]) {
  const carriages = reports.map((text) => {
    const [source = '', bodies] = text.split(':')
    return { source, via: bodies?.split('>') ?? [] }
  })
  return prepareRecord(ties, circles, carriages)
}

/** What is plain of a record that had so many origins when these sources, and a body by its number, have fallen. */
function look(reports: string[], origins: number, fallen: number[] = [], body = NONE) {
  return lookQuickly(ties, originOf, record(...reports), origins, { sources: new Set(fallen), body })
}

describe('the origin that a node of a record is', () => {
  it('is its own where it takes from nobody, and one where sources take from each other', () => {
    const origins = [0, 1, 2, 3, 4, 5].map((node) => originOf(record('a'), node))
    expect(origins.map((origin) => origin !== NONE)).toEqual([true, true, false, false, true, true])
    expect(origins[0]).not.toBe(origins[1])
    expect(origins[4]).toBe(origins[5])
  })

  it('is the first body’s where one comes before the source, for that record', () => {
    const passed = record('a:x>y')
    expect([0, 1].map((node) => originOf(passed, node) === NONE)).toEqual([true, false])
    expect([6, 7].map((node) => originOf(passed, node) === NONE)).toEqual([false, true])
    expect(originOf(passed, 6)).not.toBe(originOf(passed, 1))
    expect(originOf(passed, 8)).toBe(NONE)
    expect(originOf(record('e:x'), 5)).toBe(NONE)
  })
})

describe('what is plain of a record at a first look', () => {
  it('is that it falls with all its reports', () => {
    expect(look(['a', 'b'], 2, [0, 1])).toEqual({ outcome: 'falls', visited: 2 })
    expect(look(['a:x', 'b:y>x'], 1, [], 6)).toEqual({ outcome: 'falls', visited: 2 })
    expect(look([], 0)).toEqual({ outcome: 'falls', visited: 0 })
  })

  it('is that it stands where two reports lead to two origins', () => {
    expect(look(['a', 'b'], 2).outcome).toBe('stands')
    expect(look(['c', 'b', 'e'], 3, [4, 5])).toEqual({ outcome: 'stands', visited: 3 })
    expect(look(['a:x', 'b'], 2).outcome).toBe('stands')
  })

  it('is that it stands where it had one origin and a report leads there', () => {
    expect(look(['c', 'a'], 1)).toEqual({ outcome: 'stands', visited: 2 })
    expect(look(['c', 'a'], 1, [2])).toEqual({ outcome: 'stands', visited: 2 })
  })

  it('is nothing where what stands leads to one of several, or to none', () => {
    expect(look(['a', 'b'], 2, [1]).outcome).toBeNull()
    expect(look(['a', 'c'], 2).outcome).toBeNull()
    expect(look(['c'], 1, [0])).toEqual({ outcome: null, visited: 1 })
  })

  it('is found by way of what stands', () => {
    expect(look(['d', 'a'], 2)).toEqual({ outcome: null, visited: 4 })
    expect(look(['d', 'a'], 2, [2])).toEqual({ outcome: 'stands', visited: 3 })
    expect(look(['a:x', 'c'], 1)).toEqual({ outcome: 'stands', visited: 1 })
    expect(look(['c', 'a:x'], 1)).toEqual({ outcome: 'stands', visited: 3 })
  })
})
