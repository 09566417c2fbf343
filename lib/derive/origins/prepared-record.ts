import { type Condensation, condenseGraph } from './condense-graph'
import { type Carriage, layWays, type RecordWays, type SourceTies } from './origin-graph'

/** No node, place, tie or origin: they are numbered from 0. */
export const NONE = -1

/** A record made ready to be asked about withdrawals. Its origins have numbers: those of circles of sources, and others for bodies. */
export interface PreparedRecord {
  ways: RecordWays
  /** The circles of sources of which one or more name a body for this record: the body comes before them. */
  circlesWithBodies: ReadonlySet<number>
  /** For each body the origin that it is, or is one of; NONE for one that has the record from another. */
  bodyOrigins: Int32Array
}

/** What no longer stands, as one record sees it: sources of the case, and one of the record's bodies or NONE. */
export interface Fallen {
  sources: ReadonlySet<number>
  body: number
}

/** Makes a record ready, in time linear in its carriages. */
export function prepareRecord(ties: SourceTies, circles: Condensation, carriages: readonly Carriage[]): PreparedRecord {
  const ways = layWays(ties, carriages)
  const first = ties.ids.length
  const nodes = ways.bodies.map((_, at) => first + at)
  const { next, componentOf } = condenseGraph(nodes, (node) => ways.bodiesBefore.get(node) ?? [])
  const naming = [...ways.bodiesBefore.keys()].filter((node) => node < first)
  return {
    ways,
    circlesWithBodies: new Set(naming.map((source) => circles.componentOf(source) ?? NONE)),
    bodyOrigins: Int32Array.from(nodes, (node) => {
      const component = componentOf(node) ?? NONE
      return next[component]?.length === 0 ? circles.members.length + component : NONE
    }),
  }
}

/** Answers for a node of a record which origin it is, or is one of; NONE for one that has the record from others. */
export function createOriginOf({ ids }: SourceTies, { next, componentOf }: Condensation) {
  const first = ids.length
  const sinks = Int32Array.from(ids, (_, source) => {
    const circle = componentOf(source) ?? NONE
    return next[circle]?.length === 0 ? circle : NONE
  })
  return function originOf({ circlesWithBodies, bodyOrigins }: PreparedRecord, node: number): number {
    if (node >= first) return bodyOrigins[node - first] ?? NONE
    const circle = sinks[node] ?? NONE
    return circlesWithBodies.size > 0 && circlesWithBodies.has(circle) ? NONE : circle
  }
}
