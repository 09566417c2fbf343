import { type RecordWays, type SourceTies, traceWays } from './origin-graph'

/** What is no longer to be relied on: sources by number, and the body that was withdrawn. */
export interface Withdrawal {
  sources: ReadonlySet<number>
  actor: string | null
}

/** What is left of a record's reports after a withdrawal. */
export interface RecordWeight {
  /** Whether a report still carries it; what no report carried before stands on other grounds. */
  carried: boolean
  /** How many origins it had, and how many of these the reports that still carry it lead to. */
  before: number
  after: number
  /** How many components and carriages were looked at. */
  visited: number
}

/**
 * Weighs a record after a withdrawal, in time linear in what its reports lead to. Whatever the record came by stands if it did not
 * fall itself and leads, by way of what stands, to one of the record's origins. So a copy falls together with the report that it
 * copies where that one had this record from the withdrawn body alone, though as sources both stand; and no withdrawal makes an
 * origin of what was none, or two of one. A carriage stands if its source does and every body that it names.
 */
export function weighRecord(ties: SourceTies, ways: RecordWays, withdrawn: Withdrawal): RecordWeight {
  const whole = traceWays(ties, ways)
  const rest = traceWays(ties, ways, (node) => {
    const body = ways.bodies[node - ties.ids.length]
    return body === undefined ? withdrawn.sources.has(node) : body === withdrawn.actor
  })

  const originOf = (node: number): number | undefined => {
    const component = whole.componentOf(node)
    return component !== undefined && whole.next[component]?.length === 0 ? component : undefined
  }
  // A component comes after all that it leads to, so that one pass each way is enough.
  const stands: boolean[] = []
  for (const [component, nodes] of rest.members.entries()) {
    const leads = rest.next[component]?.some((other) => stands[other]) === true
    stands.push(leads || nodes.some((node) => originOf(node) !== undefined))
  }
  const nodeStands = (node: number): boolean => stands[rest.componentOf(node) ?? -1] === true
  const standing = ways.carriages.filter(({ source, via }) => nodeStands(source) && via.every(nodeStands))

  const reached = new Set(standing.map(({ source }) => rest.componentOf(source) ?? -1))
  const origins = new Set<number>()
  for (const component of reached) {
    for (const node of rest.members[component] ?? []) {
      const origin = originOf(node)
      if (origin !== undefined) origins.add(origin)
    }
    for (const other of rest.next[component] ?? []) reached.add(other)
  }
  return {
    carried: ways.carriages.length === 0 || standing.length > 0,
    before: whole.next.filter(({ length }) => length === 0).length,
    after: origins.size,
    visited: whole.members.length + rest.members.length + ways.carriages.length,
  }
}
