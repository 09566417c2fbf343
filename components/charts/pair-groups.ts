import { figureEnds } from '@/lib/derive/figure-words'
import type { LinkedFigure } from '@/lib/derive/linked-case'

/** The figures of one event, lowest first: what two agencies read from the same shock. */
export interface PairGroup {
  event: string | null
  figures: LinkedFigure[]
}

/** Figures by their event, in the order in which the events first appear; those without an event stand together. */
export function groupPairs(figures: readonly LinkedFigure[]): PairGroup[] {
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
export function firstReporter(figures: readonly LinkedFigure[]): string | undefined {
  return figures[0]?.by
}
