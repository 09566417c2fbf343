import { type Condensation, condenseGraph } from './condense-graph'

/** A source and those that it takes its words from, by id. Ids that are not among the sources, and its own, count for nothing. */
export interface SourceTie {
  id: string
  takesFrom: readonly string[]
}

/**
 * One report that carries a record, and the bodies by way of which it has it: ids of actors, from the maker outwards to the
 * report. Bodies are tied to each other within one record only: who passed one number on did not pass on all others.
 */
export interface Carriage {
  source: string
  via: readonly string[]
}

/** What the sources of a case take from each other, as numbers in their order. */
export interface SourceTies {
  ids: readonly string[]
  at: ReadonlyMap<string, number>
  takesFrom: readonly (readonly number[])[]
}

/** The ways of one record to the reports that carry it. Its nodes are the sources of the case and, numbered after them, its bodies. */
export interface RecordWays {
  carriages: readonly { source: number; via: readonly number[] }[]
  bodies: readonly string[]
  /** The bodies that a report names last, or that a body had the record from. */
  bodiesBefore: ReadonlyMap<number, readonly number[]>
}

/** Prepares the sources of a case once, in time linear in them and their ties; two of one id are one. */
export function prepareTies(sources: readonly SourceTie[]): SourceTies {
  const at = new Map<string, number>()
  for (const { id } of sources) if (!at.has(id)) at.set(id, at.size)
  const ties = Array.from(at, () => new Set<number>())
  for (const { id, takesFrom } of sources) {
    const from = at.get(id)
    if (from === undefined) continue
    for (const other of takesFrom) {
      const to = at.get(other)
      if (to !== undefined && to !== from) ties[from]?.add(to)
    }
  }
  return { ids: [...at.keys()], at, takesFrom: ties.map((tied) => [...tied]) }
}

/** The ways of a record, in time linear in its carriages. One whose source is not among the sources counts for nothing. */
export function layWays({ at, ids }: SourceTies, carriages: readonly Carriage[]): RecordWays {
  const bodies = new Map<string, number>()
  const bodiesBefore = new Map<number, number[]>()
  const known: { source: number; via: number[] }[] = []

  function nodeOf(body: string): number {
    const node = bodies.get(body) ?? ids.length + bodies.size
    bodies.set(body, node)
    return node
  }

  function tie(node: number, body: number): void {
    const before = bodiesBefore.get(node)
    if (before === undefined) bodiesBefore.set(node, [body])
    else before.push(body)
  }

  for (const { source: id, via } of carriages) {
    const source = at.get(id)
    if (source === undefined) continue
    const passedBy = via.map(nodeOf)
    known.push({ source, via: passedBy })
    for (const [index, body] of passedBy.entries()) tie(passedBy[index + 1] ?? source, body)
  }
  return { carriages: known, bodies: [...bodies.keys()], bodiesBefore }
}

/** All that the reports of a record lead to, circles collapsed, in time linear in that. Its sinks are the record's origins. */
export function traceWays({ takesFrom }: SourceTies, { carriages, bodiesBefore }: RecordWays): Condensation {
  const none: readonly number[] = []
  return condenseGraph(
    carriages.map(({ source }) => source),
    (node) => {
      const sources = takesFrom[node] ?? none
      const bodies = bodiesBefore.get(node)
      return bodies === undefined ? sources : [...sources, ...bodies]
    },
  )
}
