import type { DependencyNode, DependencyRef } from '@/lib/derive/origins/find-dependents'
import type { Carriage, SourceTie } from '@/lib/derive/origins/origin-graph'

/**
 * What origins and dependents are, written down as plainly as can be: from tables of what leads to what, made anew for every
 * question. Slow, and made of nothing that the real ones are made of.
 */
type Graph = ReadonlyMap<string, ReadonlySet<string>>

const sourceNode = (id: string) => `source/${id}`
const bodyNode = (id: string) => `actor/${id}`

function isAmong(sources: readonly SourceTie[], id: string): boolean {
  return sources.some((source) => source.id === id)
}

function originalsOf({ id, takesFrom }: SourceTie, sources: readonly SourceTie[]): string[] {
  return takesFrom.filter((other) => other !== id && isAmong(sources, other))
}

function drawGraph(sources: readonly SourceTie[], carriages: readonly Carriage[]): Graph {
  const graph = new Map<string, Set<string>>()
  const add = (from: string, to?: string) => {
    graph.set(from, graph.get(from) ?? new Set())
    if (to === undefined) return
    add(to)
    if (to !== from) graph.get(from)?.add(to)
  }
  for (const source of sources) {
    add(sourceNode(source.id))
    for (const original of originalsOf(source, sources)) add(sourceNode(source.id), sourceNode(original))
  }
  for (const { source, via } of carriages) {
    let from = sourceNode(source)
    for (const body of via.toReversed()) {
      add(from, bodyNode(body))
      from = bodyNode(body)
    }
  }
  return graph
}

/** What each node leads to, itself included: Warshall's closure. */
function close(graph: Graph, isIn: (node: string) => boolean = () => true): Map<string, Set<string>> {
  const nodes = [...graph.keys()].filter(isIn)
  const reach = new Map(
    nodes.map((node) => [node, new Set([node, ...[...(graph.get(node) ?? [])].filter(isIn)])] as const),
  )
  for (const middle of nodes) {
    for (const from of nodes) {
      if (!reach.get(from)?.has(middle)) continue
      for (const to of reach.get(middle) ?? []) reach.get(from)?.add(to)
    }
  }
  return reach
}

/** The circle of each node that leads to nothing but its own circle, by the circle's nodes. */
function findSinks(reach: Map<string, Set<string>>): Map<string, string> {
  const sinks = [...reach].filter(([node, leadsTo]) => [...leadsTo].every((other) => reach.get(other)?.has(node)))
  return new Map(sinks.map(([node, circle]) => [node, [...circle].sort().join(' ')]))
}

function known(sources: readonly SourceTie[], carriages: readonly Carriage[]): Carriage[] {
  return carriages.filter(({ source }) => isAmong(sources, source))
}

function originsOf(carriages: readonly Carriage[], reach: Map<string, Set<string>>, sinks: Map<string, string>) {
  const led = carriages.flatMap(({ source }) => [...(reach.get(sourceNode(source)) ?? [])])
  return new Set(led.flatMap((node) => sinks.get(node) ?? [])).size
}

export function countNaively(sources: readonly SourceTie[], carriages: readonly Carriage[]) {
  const all = known(sources, carriages)
  const reach = close(drawGraph(sources, all))
  return { reports: new Set(all.map(({ source }) => source)).size, origins: originsOf(all, reach, findSinks(reach)) }
}

/** Drops from `standing` what `holds` no longer says to stand, until all that is left stands. */
function settle(standing: Set<string>, holds: (key: string) => boolean): void {
  for (let before = -1; before !== standing.size; ) {
    before = standing.size
    for (const key of [...standing]) if (!holds(key)) standing.delete(key)
  }
}

function standingSources(sources: readonly SourceTie[], withdrawn: string): Set<string> {
  const standing = new Set(sources.map(({ id }) => id).filter((id) => id !== withdrawn))
  settle(standing, (id) => {
    const originals = sources.filter((source) => source.id === id).flatMap((source) => originalsOf(source, sources))
    return originals.length === 0 || originals.some((original) => standing.has(original))
  })
  // What is left stands only if it leads to something that needed nobody before either.
  const graph = drawGraph(sources, [])
  const sinks = findSinks(close(graph))
  const reach = close(graph, (node) => standing.has(node.slice(sourceNode('').length)))
  return new Set([...standing].filter((id) => [...(reach.get(sourceNode(id)) ?? [])].some((node) => sinks.has(node))))
}

const keyOf = ({ kind, id }: DependencyRef) => `${kind}/${id}`

export function findNaively(nodes: readonly DependencyNode[], withdrawn: DependencyRef) {
  const sources = nodes.filter((node) => node.kind === 'source')
  const keys = new Set(nodes.map(keyOf))
  if (!keys.has(keyOf(withdrawn))) return { falls: [], leftWithOne: [] }
  const standingIds = standingSources(sources, withdrawn.kind === 'source' ? withdrawn.id : '')
  const isOut = (node: string) =>
    node.startsWith(bodyNode('')) ? node === keyOf(withdrawn) : !standingIds.has(node.slice(sourceNode('').length))

  const standing = new Set<string>()
  const counts = new Map<string, { before: number; after: number }>()
  for (const node of nodes) {
    const key = keyOf(node)
    if (key === keyOf(withdrawn) || (node.kind === 'source' && !standingIds.has(node.id))) continue
    standing.add(key)
    if (node.kind === 'source' || node.kind === 'actor') continue
    const all = known(sources, node.carriages ?? [])
    if (all.length === 0) continue
    const graph = drawGraph(sources, all)
    const reach = close(graph)
    const sinks = findSinks(reach)
    const left = close(graph, (each) => !isOut(each))
    const stands = (each: string) => [...(left.get(each) ?? [])].some((other) => sinks.has(other))
    const kept = all.filter(({ source, via }) => stands(sourceNode(source)) && via.map(bodyNode).every(stands))
    if (kept.length === 0) standing.delete(key)
    counts.set(key, { before: originsOf(all, reach, sinks), after: originsOf(kept, left, sinks) })
  }
  settle(standing, (key) => {
    const node = nodes.find((each) => keyOf(each) === key)
    if (node === undefined || node.kind === 'source' || node.kind === 'actor') return true
    const groups = [...(node.needs ?? []).map((need) => [need]), ...(node.anyOf ?? [])]
    return groups.every((group) => {
      const there = group.map(keyOf).filter((ref) => keys.has(ref))
      return there.length === 0 || there.some((ref) => standing.has(ref))
    })
  })
  const list = (isListed: (key: string) => boolean) =>
    nodes.filter((node) => isListed(keyOf(node))).map(({ kind, id }) => ({ kind, id }))
  return {
    falls: list((key) => key !== keyOf(withdrawn) && !standing.has(key)),
    leftWithOne: list((key) => {
      const { before = 0, after = 0 } = counts.get(key) ?? {}
      return standing.has(key) && before > 1 && after === 1
    }),
  }
}
