import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDependents, indexDependents } from '@/lib/derive/origins/find-dependents'
import { anyNodes, chart, figure, ref, source, withdraw } from './dependents-kit'
import { findNaively } from './naive-origins'

describe('findDependents, of anything', () => {
  it('equals working everything out anew without what was withdrawn', () => {
    fc.assert(
      fc.property(anyNodes, fc.nat(), (nodes, first) => {
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
