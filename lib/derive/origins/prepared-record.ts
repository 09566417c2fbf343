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

/** What a withdrawal does to a record: no report carries it any more, or those that do lead to one origin where it had several. */
export type RecordOutcome = 'falls' | 'left-with-one' | 'stands'

/** How far down from a report is looked: far enough for most copies of copies, and a bound on what looking in vain costs. */
const STEPS = 32

/** The first that a node has a record from and that did not fall; NONE for none. */
function findNext(
  { takesFrom }: SourceTies,
  { ways }: PreparedRecord,
  { sources, body }: Fallen,
  node: number,
): number {
  if (node < takesFrom.length) for (const source of takesFrom[node] ?? []) if (!sources.has(source)) return source
  for (const before of ways.bodiesBefore.get(node) ?? []) if (before !== body) return before
  return NONE
}

/**
 * What a withdrawal does to most records is plain from the first way down that each report has: no report may stand, or two lead to
 * different origins. Answers null where that does not settle it, and how many nodes were looked at.
 */
export function lookQuickly(
  ties: SourceTies,
  originOf: ReturnType<typeof createOriginOf>,
  record: PreparedRecord,
  origins: number,
  fallen: Fallen,
): { outcome: RecordOutcome | null; visited: number } {
  let visited = 0
  let found = NONE
  let mayStand = false
  for (const { source, via } of record.ways.carriages) {
    visited += 1
    if (fallen.sources.has(source) || via.includes(fallen.body)) continue
    mayStand = true
    // Where the first body stands, so do those that have the record from it, and the report.
    let node = via[0] ?? source
    let origin = originOf(record, node)
    for (let step = 0; step < STEPS && origin === NONE; step++) {
      node = findNext(ties, record, fallen, node)
      if (node === NONE) break
      visited += 1
      origin = originOf(record, node)
    }
    if (origin === NONE) continue
    if (origins === 1 || (found !== NONE && found !== origin)) return { outcome: 'stands', visited }
    found = origin
  }
  return { outcome: mayStand ? null : 'falls', visited }
}
