import type { Condensation } from './condense-graph'
import type { SourceTies } from './origin-graph'
import {
  createOriginOf,
  type Fallen,
  lookQuickly,
  NONE,
  type PreparedRecord,
  type RecordOutcome,
} from './prepared-record'

/**
 * Answers what a withdrawal does to one of `records`, and how many nodes and ties were looked at, in time linear in what its reports
 * lead to. Whatever a record came by stands if it did not fall itself and leads, by way of what stands, to one of the record's
 * origins. So a copy falls together with the report that it copies where that one had this record from the withdrawn body alone,
 * though as sources both stand; and no withdrawal makes an origin of what was none, or two of one. A carriage stands if its source
 * does and every body that it names.
 *
 * Thousands of records are weighed at a time: one memory serves them all, as most of the time would go into collecting it otherwise.
 */
export function createWeigher(ties: SourceTies, circles: Condensation, records: ReadonlyMap<number, PreparedRecord>) {
  const originOf = createOriginOf(ties, circles)
  const first = ties.ids.length
  const none: readonly number[] = []
  let bodyRoom = 0
  let bodyTieRoom = 0
  for (const { ways } of records.values()) {
    bodyRoom = Math.max(bodyRoom, ways.bodies.length)
    const named = ways.carriages.reduce((sum, { via }) => sum + via.length, 0)
    bodyTieRoom = Math.max(bodyTieRoom, named)
  }
  const nodeRoom = first + bodyRoom
  const tieRoom = ties.takesFrom.reduce((sum, { length }) => sum + length, bodyTieRoom)

  /** The nodes met, and where each stands among them: right only where it stands there. */
  const met = new Int32Array(nodeRoom)
  const placeOf = new Int32Array(nodeRoom)
  let metCount = 0
  /** The ties of the nodes met, one node after the other: those of the node at `place` begin at `firstTie[place]`. */
  const tieFrom = new Int32Array(tieRoom)
  const tieTo = new Int32Array(tieRoom)
  const firstTie = new Int32Array(nodeRoom + 1)
  let tieCount = 0
  /** The last tie that leads to each place, and for each tie the one before it that leads to the same. */
  const lastInto = new Int32Array(nodeRoom)
  const tieBefore = new Int32Array(tieRoom)
  const stands = new Uint8Array(nodeRoom)
  const isReached = new Uint8Array(nodeRoom)
  const queue = new Int32Array(nodeRoom)
  let queued = 0

  /** Where a node stands among those met; NONE for one that was not. */
  function findPlace(node: number): number {
    const place = placeOf[node] ?? NONE
    return place !== NONE && place < metCount && met[place] === node ? place : NONE
  }

  function meet(node: number): number {
    const known = findPlace(node)
    if (known !== NONE) return known
    const place = metCount
    metCount += 1
    met[place] = node
    placeOf[node] = place
    lastInto[place] = NONE
    stands[place] = 0
    isReached[place] = 0
    return place
  }

  function tie(from: number, node: number): void {
    const to = meet(node)
    tieFrom[tieCount] = from
    tieTo[tieCount] = to
    tieBefore[tieCount] = lastInto[to] ?? NONE
    lastInto[to] = tieCount
    tieCount += 1
  }

  /** Marks a place and has it looked at, unless it is marked. */
  function mark(marks: Uint8Array, place: number): void {
    if (marks[place] === 1) return
    marks[place] = 1
    queue[queued] = place
    queued += 1
  }

  function takeQueued(): number {
    queued -= 1
    return queue[queued] ?? NONE
  }

  /** Walks to all that the reports lead to, without the fallen. */
  function walk({ ways }: PreparedRecord, { sources, body: fallenBody }: Fallen): void {
    metCount = 0
    tieCount = 0
    for (const { source } of ways.carriages) if (!sources.has(source)) meet(source)
    for (let place = 0; place < metCount; place++) {
      firstTie[place] = tieCount
      const node = met[place] ?? NONE
      const originals = node < first ? ties.takesFrom[node] : undefined
      for (const source of originals ?? none) if (!sources.has(source)) tie(place, source)
      for (const body of ways.bodiesBefore.get(node) ?? none) if (body !== fallenBody) tie(place, body)
    }
    firstTie[metCount] = tieCount
  }

  /** Goes from the origins back along the ties: what is met so stands. */
  function settle(record: PreparedRecord): void {
    for (let place = 0; place < metCount; place++) {
      if (originOf(record, met[place] ?? NONE) !== NONE) mark(stands, place)
    }
    while (queued > 0) {
      for (let at = lastInto[takeQueued()] ?? NONE; at !== NONE; at = tieBefore[at] ?? NONE) {
        mark(stands, tieFrom[at] ?? NONE)
      }
    }
  }

  function nodeStands(node: number): boolean {
    const place = findPlace(node)
    return place !== NONE && stands[place] === 1
  }

  /** How many origins the carriages that stand lead to: what does not stand leads to none. */
  function countFromStanding(record: PreparedRecord): number {
    for (const { source, via } of record.ways.carriages) {
      if (nodeStands(source) && via.every(nodeStands)) mark(isReached, findPlace(source))
    }
    const origins = new Set<number>()
    while (queued > 0) {
      const place = takeQueued()
      const origin = originOf(record, met[place] ?? NONE)
      if (origin !== NONE) origins.add(origin)
      const end = firstTie[place + 1] ?? 0
      for (let at = firstTie[place] ?? end; at < end; at++) {
        mark(isReached, tieTo[at] ?? NONE)
      }
    }
    return origins.size
  }

  function countLeft(record: PreparedRecord, fallen: Fallen): number {
    walk(record, fallen)
    settle(record)
    return countFromStanding(record)
  }

  const nothing = { sources: new Set<number>(), body: NONE }
  const originsBefore = new Map(Array.from(records, ([at, record]) => [at, countLeft(record, nothing)]))

  return function weighRecord(
    at: number,
    sources: ReadonlySet<number>,
    actor: string | null,
  ): { outcome: RecordOutcome; visited: number } {
    const record = records.get(at)
    const before = originsBefore.get(at)
    if (record === undefined || before === undefined) return { outcome: 'stands', visited: 0 }
    const { bodies, carriages } = record.ways
    const body = actor === null ? NONE : bodies.indexOf(actor)
    const fallen = { sources, body: body === NONE ? NONE : first + body }
    const { outcome, visited } = lookQuickly(ties, originOf, record, before, fallen)
    if (outcome !== null) return { outcome, visited }
    const after = countLeft(record, fallen)
    return {
      outcome: after === 0 ? 'falls' : before > 1 && after === 1 ? 'left-with-one' : 'stands',
      visited: visited + carriages.length + metCount + tieCount,
    }
  }
}
