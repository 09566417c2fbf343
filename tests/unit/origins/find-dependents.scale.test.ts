import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type DependencyNode,
  type DependencyRef,
  findDependents,
  indexDependents,
} from '@/lib/derive/origins/find-dependents'
import { actor, chart, figure, ref, source, withdraw } from './dependents-kit'
import { findNaively } from './naive-origins'
import { anyCarriages, anyTies } from './origin-kit'

const recordKinds = ['figure', 'quotation', 'statement', 'event'] as const
const compositeKinds = ['place', 'chart', 'scene', 'claim'] as const

const refs = fc.oneof(
  fc.constantFrom(...'abcdefg').map((id): DependencyRef => ({ kind: 'source', id })),
  fc.constantFrom('a', 'x', 'y', 'z').map((id): DependencyRef => ({ kind: 'actor', id })),
  fc.record({ kind: fc.constantFrom(...recordKinds), id: fc.constantFrom('0', '1') }),
  fc.record({ kind: fc.constantFrom(...compositeKinds), id: fc.constantFrom('0', '1') }),
)
const seldom = (maxLength: number) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(refs, { maxLength, size: 'max' }))
const ofKinds = <K>(kinds: readonly [K, ...K[]]) => {
  return (at: number) => ({ kind: kinds[at % kinds.length] ?? kinds[0], id: String(Math.floor(at / kinds.length)) })
}
const recordAt = ofKinds(recordKinds)
const compositeAt = ofKinds(compositeKinds)

/** Small cases with everything in them that may be, in any order; not all that is named is there. */
const cases = fc
  .tuple(
    anyTies(6, 3).map((ties) => [...new Map(ties.map((tie) => [tie.id, tie])).values()]),
    fc.subarray(['a', 'x', 'y', 'z']),
    fc.array(fc.record({ carriages: anyCarriages(7, 4), needs: seldom(2) }), {
      minLength: 2,
      maxLength: 6,
      size: 'max',
    }),
    fc.array(
      fc.record({ needs: seldom(3), anyOf: fc.array(fc.array(refs, { maxLength: 3 }), { maxLength: 2, size: 'max' }) }),
      { maxLength: 5, size: 'max' },
    ),
    fc.boolean(),
  )
  .map(([sources, actors, records, composites, turned]) => {
    const nodes: DependencyNode[] = [
      ...sources.map((each) => ({ kind: 'source' as const, ...each })),
      ...actors.map(actor),
      ...records.map((record, at) => ({ ...recordAt(at), ...record })),
      ...composites.map((composite, at) => ({ ...compositeAt(at), ...composite })),
    ]
    return turned ? nodes.reverse() : nodes
  })

describe('findDependents, of anything', () => {
  it('equals working everything out anew without what was withdrawn', () => {
    fc.assert(
      fc.property(cases, fc.nat(), (nodes, first) => {
        const index = indexDependents(nodes)
        // One index answers all: some of anything, then some of what most rests on.
        const grounds = nodes.filter(({ kind }) => kind === 'source' || kind === 'actor')
        for (const from of [nodes, grounds, grounds.toReversed()]) {
          const withdrawn = from[first % from.length]
          if (withdrawn === undefined) continue
          const { falls, leftWithOne } = findDependents(index, withdrawn)
          expect({ falls, leftWithOne }).toEqual(findNaively(nodes, withdrawn))
        }
      }),
      { numRuns: 10_000 },
    )
  })

  it('follows chains longer than the call stack', () => {
    const length = 20_000
    const steps = Array.from({ length }, (_, at) => at)
    const nodes = [
      ...steps.map((at) => source(`s${at}`, `s${at - 1}`)),
      figure('f', `s${length - 1}`),
      ...steps.map((at) => chart(`c${at}`, at === 0 ? 'figure/f' : `chart/c${at - 1}`)),
    ]
    expect(withdraw(nodes, 'source/s0').falls).toHaveLength(2 * length)
  })

  it('looks only at what a withdrawal touches', () => {
    const steps = Array.from({ length: 10_000 }, (_, at) => at)
    const nodes = [
      ...steps.flatMap((at) => [source(`s${at}`), source(`t${at}`, `s${at}`)]),
      ...steps.map((at) => figure(`f${at}`, `s${at} t${at}`)),
      ...steps.map((at) => chart(`c${at}`, `figure/f${at}`)),
    ]
    const { falls, visited } = findDependents(indexDependents(nodes), ref('source/s5000'))
    expect(falls.map(({ id }) => id)).toEqual(['t5000', 'f5000', 'c5000'])
    expect(visited).toBeLessThan(10)
  })
})
