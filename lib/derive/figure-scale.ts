import type { Figure } from '@/lib/schema/figure'
import { extentOf } from './arrays'
import { figureEnds } from './figure-words'

type Numbers = Pick<Figure, 'value' | 'range'>

/** Where a scale begins and ends, in its figures' own unit. */
export type FigureScale = readonly [start: number, end: number]

/**
 * The scale that figures of one unit are drawn on: from the lowest to the highest, with `fromZero` so that 0 is on it too.
 * Of nothing but zeros it ends at 1, for 0 to stand at its beginning. Without figures, `fromZero` only.
 */
export function scaleFigures(figures: readonly Numbers[], fromZero: boolean): FigureScale {
  const [low, high] = extentOf(figures.flatMap((figure) => figureEnds(figure)))
  if (!fromZero) return [low, high]
  const [start, end] = [Math.min(0, low), Math.max(0, high)]
  return [start, start === end ? 1 : end]
}

/** Where a value stands on a scale, from 0 at its beginning to 1 at its end; in the middle of one without extent. */
export function shareOfScale(value: number, [start, end]: FigureScale): number {
  return start === end ? 0.5 : (value - start) / (end - start)
}

/** The ends of a figure's bar: of a value 0 and itself, the lower first, of a range its own. */
export function barEnds({ value = 0, range }: Numbers): [low: number, high: number] {
  return range ?? [Math.min(0, value), Math.max(0, value)]
}
