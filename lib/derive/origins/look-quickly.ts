import type { SourceTies } from './origin-graph'
import { type createOriginOf, type Fallen, NONE, type PreparedRecord } from './prepared-record'

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
