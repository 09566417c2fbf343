import { type Condensation, condenseGraph, reverseEdges } from './condense-graph'
import type { SourceTies } from './origin-graph'

/** What takes from what among the sources of a case, as it is needed to withdraw one. */
export interface SourceCopies {
  takesFrom: SourceTies['takesFrom']
  /** The sources that take from each source. */
  copies: readonly (readonly number[])[]
  circles: Condensation
}

/** What happens to the sources of a case when one is withdrawn, as numbers of `SourceTies`. */
export interface SourceFall {
  /** The withdrawn one and all that take from it, by however many steps: no other source changes in anything. */
  touched: ReadonlySet<number>
  /** Those of the touched that have nothing left to stand on, and the withdrawn one. */
  fallen: ReadonlySet<number>
}

/** Prepares the sources of a case to be withdrawn, in time linear in them and their ties. */
export function prepareCopies({ takesFrom }: SourceTies): SourceCopies {
  return {
    takesFrom,
    copies: reverseEdges(takesFrom),
    circles: condenseGraph(takesFrom.keys(), (source) => takesFrom[source] ?? []),
  }
}

/** Adds to `reached` all that `spread` leads to from what is in it. */
function reach(reached: Set<number>, spread: (source: number) => readonly number[]): void {
  // A set is walked on into what is added meanwhile.
  for (const source of reached) for (const next of spread(source)) reached.add(next)
}

/**
 * What still stands of a circle without a way out when one of it is withdrawn; nothing where it is in no such circle. Nobody knows
 * who of them was first: each of the others stands as long as one that it takes from does.
 */
function standingInCircle({ takesFrom, copies, circles }: SourceCopies, withdrawn: number): Set<number> {
  const circle = circles.componentOf(withdrawn) ?? -1
  if (circles.next[circle]?.length !== 0) return new Set()
  const standing = new Set(circles.members[circle])
  const left = new Map<number, number>()
  const falling = [withdrawn]
  for (let source = falling.pop(); source !== undefined; source = falling.pop()) {
    standing.delete(source)
    for (const copy of copies[source] ?? []) {
      if (!standing.has(copy)) continue
      const originals = (left.get(copy) ?? takesFrom[copy]?.length ?? 0) - 1
      left.set(copy, originals)
      if (originals === 0) falling.push(copy)
    }
  }
  return standing
}

/**
 * Which sources fall with one: those that take their words from fallen ones only. Copies that take from each other do not hold
 * each other up once all that they had from elsewhere has fallen. Linear in the touched sources and their ties.
 */
export function withdrawSource(sources: SourceCopies, withdrawn: number): SourceFall {
  const { takesFrom, copies } = sources
  const touched = new Set([withdrawn])
  reach(touched, (source) => copies[source] ?? [])
  const standing = standingInCircle(sources, withdrawn)
  for (const source of touched) {
    if (source !== withdrawn && takesFrom[source]?.some((original) => !touched.has(original))) standing.add(source)
  }
  reach(standing, (source) => (copies[source] ?? []).filter((copy) => copy !== withdrawn))
  return { touched, fallen: new Set([...touched].filter((source) => !standing.has(source))) }
}
