import type { Passage } from '@/lib/schema/passage'
import type { Source } from '@/lib/schema/source'
import type { Carried } from '../linked-case'
import { reverseEdges } from './condense-graph'
import { type Carriage, layWays, prepareTies, type RecordWays, type SourceTies, traceWays } from './origin-graph'

/** How many reports carry a record, and how many origins they have that take it from nobody known. */
export interface OriginCount {
  reports: number
  origins: number
}

/** One line of the outline of a record's origins: what stands deeper below it has the record from it. */
export interface OriginLine {
  /** 0 for an origin. */
  depth: number
  kind: 'source' | 'actor'
  /** Several where they take from each other in a circle, of which nobody can say who was first. */
  ids: readonly string[]
  /** Those of `ids` that are reports which carry the record; the others lie between, or are known only as where it comes from. */
  reports: readonly string[]
  /** It takes from several and stands further up already, in full: here is its first id alone. So each report is on one line. */
  repeated: boolean
}

/**
 * Counts the independent origins of a record from the reports that carry it. Two reports have one origin only where a tie is
 * known, and a copy of copies adds nothing: an origin is what the ties lead to and not beyond, and a circle without a way
 * out is one. A source that takes from several has several. Linear in what the reports lead to.
 */
export function countOrigins(ties: SourceTies, carriages: readonly Carriage[]): OriginCount {
  const ways = layWays(ties, carriages)
  return {
    reports: new Set(ways.carriages.map(({ source }) => source)).size,
    origins: traceWays(ties, ways).next.filter(({ length }) => length === 0).length,
  }
}

function describeComponent(
  { ids }: SourceTies,
  { bodies }: RecordWays,
  nodes: readonly number[],
  carrying: Set<number>,
) {
  // No body leads to a source, so that no circle has both.
  const kind = nodes.every((node) => node < ids.length) ? ('source' as const) : ('actor' as const)
  const idOf = (node: number) => ids[node] ?? bodies[node - ids.length] ?? []
  return { kind, ids: nodes.flatMap(idOf), reports: nodes.filter((node) => carrying.has(node)).flatMap(idOf) }
}

/**
 * The origins of a record and, below each, what has the record from it, as an outline in reading order. As lines with a depth,
 * not as nodes in nodes: a chain of copies may be longer than JSON and call stacks are deep. Linear in what the reports lead
 * to: what takes from several stands in full where it is met first, and as one repeated line after.
 */
export function outlineOrigins(ties: SourceTies, carriages: readonly Carriage[]): OriginLine[] {
  const ways = layWays(ties, carriages)
  const graph = traceWays(ties, ways)
  const carrying = new Set(ways.carriages.map(({ source }) => source))
  const takenBy = reverseEdges(graph.next)
  const origins = [...graph.next.keys()].filter((component) => graph.next[component]?.length === 0)
  const waiting = origins.map((component) => ({ component, depth: 0 })).reverse()
  const met = new Map<number, OriginLine>()
  const lines: OriginLine[] = []
  for (let line = waiting.pop(); line !== undefined; line = waiting.pop()) {
    const { component, depth } = line
    const above = met.get(component)
    if (above !== undefined) {
      lines.push({ ...above, depth, ids: above.ids.slice(0, 1), reports: [], repeated: true })
      continue
    }
    const described = describeComponent(ties, ways, graph.members[component] ?? [], carrying)
    const full = { depth, ...described, repeated: false }
    met.set(component, full)
    lines.push(full)
    const below = takenBy[component] ?? []
    for (let at = below.length - 1; at >= 0; at--) waiting.push({ component: below[at] ?? component, depth: depth + 1 })
  }
  return lines
}

/** A record as reports carry it. */
export interface CarriedRecord {
  passage?: Passage | undefined
  /** By way of whom it reached the passage's source, from the maker outwards. */
  via?: readonly string[] | undefined
  records?: readonly { source: string; via?: readonly string[] | undefined }[] | undefined
}

/** The ties among a case's sources: what each takes its words from. */
export function tieSources(sources: readonly Source[]): SourceTies {
  return prepareTies(sources.map(({ id, takesFrom = [] }) => ({ id, takesFrom })))
}

/**
 * The reports that carry a record: the passage's source and every other that has it. What takes its words from another has
 * the record from that one; by way of whom it came there is that one's to say, and would count as a second origin here.
 */
export function listCarriages(
  { at, takesFrom }: SourceTies,
  { passage, via = [], records = [] }: CarriedRecord,
): Carriage[] {
  const own = passage === undefined ? [] : [{ source: passage.source, via }]
  return [...own, ...records.map((record) => ({ source: record.source, via: record.via ?? [] }))].map((carriage) => {
    const copies = (takesFrom[at.get(carriage.source) ?? -1]?.length ?? 0) > 0
    return copies ? { source: carriage.source, via: [] } : carriage
  })
}

/** How many reports carry a record and how many independent origins these have, by the ties that are recorded. */
export function countCarried(ties: SourceTies, record: CarriedRecord): Carried {
  return countOrigins(ties, listCarriages(ties, record))
}
