import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { condenseGraph } from '@/lib/derive/origins/condense-graph'
import { condense } from './origin-kit'

const graphs = fc
  .nat({ max: 9 })
  .chain((last) => fc.array(fc.array(fc.nat({ max: last })), { minLength: last + 1, maxLength: last + 1 }))

/** What a node leads to, itself included. */
function reachOf(graph: readonly (readonly number[])[], node: number): Set<number> {
  const reach = new Set([node])
  for (const from of reach) for (const to of graph[from] ?? []) reach.add(to)
  return reach
}

describe('condenseGraph', () => {
  it('collapses a circle, and puts it after what it leads to', () => {
    const { members, next } = condense([[1], [2], [0, 3], []])
    expect(members).toEqual([[3], [0, 1, 2]])
    expect(next).toEqual([[], [0]])
  })

  it('leaves out what the starts do not lead to', () => {
    const { members, componentOf } = condense([[1], [], [0]], [0])
    expect(members).toEqual([[1], [0]])
    expect([0, 1, 2].map(componentOf)).toEqual([1, 0, undefined])
  })

  it('notes each component that one leads to once, and never itself', () => {
    expect(condense([[0, 1, 1, 2], [2, 1], [1]]).next).toEqual([[], [0]])
  })

  it('puts together those that lead to each other, and no others', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { componentOf } = condense(graph)
        for (const a of graph.keys()) {
          for (const b of graph.keys()) {
            const tied = reachOf(graph, a).has(b) && reachOf(graph, b).has(a)
            expect(componentOf(a) === componentOf(b)).toBe(tied)
          }
        }
      }),
    )
  })

  it('leads only to components before, by ties that the nodes have', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { members, next, componentOf } = condense(graph)
        for (const [component, nodes] of members.entries()) {
          const led = new Set(nodes.flatMap((node) => (graph[node] ?? []).map(componentOf)))
          led.delete(component)
          expect(new Set(next[component])).toEqual(led)
          expect(next[component]).toHaveLength(led.size)
          for (const other of next[component] ?? []) expect(other).toBeLessThan(component)
        }
      }),
    )
  })

  it('asks for the ties of each node once', () => {
    const asked: number[] = []
    const graph = [[1, 2], [2, 0], [1, 3], []]
    condenseGraph([0, 1, 2], (node) => {
      asked.push(node)
      return graph[node] ?? []
    })
    expect(asked.toSorted()).toEqual([0, 1, 2, 3])
  })
})
