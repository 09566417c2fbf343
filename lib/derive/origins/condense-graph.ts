/** A graph whose circles are collapsed: what is left leads one way only. */
export interface Condensation {
  /** The nodes of each component (several: they stand in a circle). A component comes after all that it leads to. */
  members: readonly (readonly number[])[]
  /** The other components that each component leads to, each once. One that leads nowhere is a sink. */
  next: readonly (readonly number[])[]
  /** The component of a node; undefined for one that the starts do not lead to. */
  componentOf: (node: number) => number | undefined
}

/** For each node the ones that lead to it: of a graph with the nodes that each leads to. */
export function reverseEdges(next: readonly (readonly number[])[]): number[][] {
  const before: number[][] = next.map(() => [])
  for (const [from, targets] of next.entries()) for (const to of targets) before[to]?.push(from)
  return before
}

interface Visit {
  node: number
  order: number
  /** The earliest visit, of those not yet in a component, that this one is known to lead to. */
  low: number
  next: readonly number[]
  tried: number
  component: number
}

const NONE = -1

/**
 * The strongly connected components of what `starts` lead to, in time and memory linear in that: Tarjan, "Depth-first search and
 * linear graph algorithms", SIAM Journal on Computing 1 (1972), with a stack of its own, as a chain may be longer than the call stack.
 */
export function condenseGraph(starts: Iterable<number>, nextOf: (node: number) => readonly number[]): Condensation {
  const visits = new Map<number, Visit>()
  const open: Visit[] = []
  const members: number[][] = []
  const next: number[][] = []
  /** The last component that noted each component as one it leads to, so that none is noted twice. */
  const notedBy: number[] = []

  function enter(node: number): Visit {
    const order = visits.size
    const visit = { node, order, low: order, next: nextOf(node), tried: 0, component: NONE }
    visits.set(node, visit)
    open.push(visit)
    return visit
  }

  function close(root: Visit): void {
    const component = members.length
    const own: Visit[] = []
    for (let visit = open.pop(); visit !== undefined; visit = visit === root ? undefined : open.pop()) {
      visit.component = component
      own.push(visit)
    }
    const leadsTo: number[] = []
    for (const visit of own) {
      for (const node of visit.next) {
        const target = visits.get(node)?.component ?? component
        if (target === component || notedBy[target] === component) continue
        notedBy[target] = component
        leadsTo.push(target)
      }
    }
    members.push(own.map(({ node }) => node).reverse())
    next.push(leadsTo)
    notedBy.push(NONE)
  }

  for (const start of starts) {
    if (visits.has(start)) continue
    const path = [enter(start)]
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const node = visit.next[visit.tried]
      visit.tried += 1
      if (node === undefined) {
        path.pop()
        if (visit.low === visit.order) close(visit)
        const before = path.at(-1)
        if (before !== undefined) before.low = Math.min(before.low, visit.low)
        continue
      }
      const met = visits.get(node)
      if (met === undefined) path.push(enter(node))
      else if (met.component === NONE) visit.low = Math.min(visit.low, met.order)
    }
  }
  return { members, next, componentOf: (node) => visits.get(node)?.component }
}
