import { figureEnds } from '@/lib/client/format-figure'
import type { Figure } from '@/lib/schema/figure'

/** The figures of one event, lowest first: what two agencies read from the same shock. */
export interface PairGroup {
  event: string | null
  figures: Figure[]
}

/** Figures by their event, in the order in which the events first appear; those without an event stand together. */
export function groupPairs(figures: readonly Figure[]): PairGroup[] {
  const groups: PairGroup[] = []
  for (const figure of figures) {
    const event = figure.event ?? null
    const group = groups.find((candidate) => candidate.event === event)
    if (group === undefined) groups.push({ event, figures: [figure] })
    else group.figures.push(figure)
  }
  for (const group of groups) group.figures.sort((a, b) => figureEnds(a)[0] - figureEnds(b)[0])
  return groups
}

/** Makers in the order of the chart: the first is drawn filled, the others open. */
export function firstMaker(figures: readonly Figure[]): string | undefined {
  return figures[0]?.maker
}

/** A body's short name where its name gives one in brackets: "Swedish National Seismic Network (SNSN)" is "SNSN". */
export function shortName(name: string): string {
  return /\(([^()]{2,12})\)$/.exec(name)?.[1] ?? name
}
