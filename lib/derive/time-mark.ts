import type { Hue } from '@/lib/schema/plain-values'
import type { LinkedMoment } from './linked-case'
import { isHedged } from './local-time'
import type { TimeAxis } from './plan-axis'

/**
 * How a mark says how well its time is known: `dot` to the minute, `bar` a day, `pale` some days, `band` a month or a
 * year, `frame` once on a day that nobody gives, `count` what a figure covers. `thin` are those that there was no room
 * for, `density` how many there were, `quote` a statement, `number` several, `word` a record of a fold.
 */
export type MarkShape = 'dot' | 'bar' | 'pale' | 'band' | 'frame' | 'count' | 'density' | 'quote' | 'number' | 'word'

/** Words of a mark: where they stand, px of the plot. `lead` are quieter and come first. */
export interface MarkWords {
  lead: string
  text: string
  x: number
  anchor: 'start' | 'end' | 'middle'
  strong: boolean
}

/** A record that is to be drawn, or several of one time, before it has a place. */
export interface TimeItem {
  key: string
  kind: LinkedMoment['kind']
  ids: readonly string[]
  moment: LinkedMoment
  lane: number
  hue: Hue
  /** Those of a smaller rank keep their words longer. */
  rank: number
  strong: boolean
  label: string
  /** Its date in a few characters, for a fold. */
  when: string
  /** Figures that someone claims and nobody has shown. */
  unproven: boolean
}

/** A mark of the timeline, px within the plot. */
export interface TimeMark extends Pick<TimeItem, 'key' | 'kind' | 'ids' | 'moment' | 'lane' | 'hue' | 'unproven'> {
  shape: MarkShape
  /** There was no room for it in its lane: a line along its foot, without words. */
  thin: boolean
  soft: { start: boolean; end: boolean }
  x0: number
  x1: number
  y: number
  height: number
  words: MarkWords | null
  /** From where to where it is pointed at, with its words. */
  reach: { x0: number; x1: number }
}

/** Px of text and of the shapes. */
export const TEXT_PX = 12
export const ROW_PX = 17
const DOT_PX = 5
/** A day must be seen where months are narrow. */
const NARROWEST_PX = 3

const shapes = { instant: 'dot', minute: 'dot', day: 'bar', span: 'pale', month: 'band', year: 'band' } as const

/** The shape of a record by what is known of its time. */
export function shapeOf({ kind, once, precision }: LinkedMoment): MarkShape {
  if (kind === 'figure') return 'count'
  return once === true && precision === 'span' ? 'frame' : shapes[precision]
}

/** Shapes that have room for their words inside. */
export function isWide(shape: MarkShape): boolean {
  return shape === 'pale' || shape === 'band' || shape === 'frame' || shape === 'count'
}

/** Which ends of a date are not sharp: of one without two ends, both or none; an open one never is, nor is a month. */
export function softEnds(
  { date, open, precision }: LinkedMoment,
  cut: { start: boolean; end: boolean },
): TimeMark['soft'] {
  const [start = '', end = start] = date.split('/')
  const vague = precision === 'month' || precision === 'year'
  return {
    start: open === 'start' || vague || isHedged(start) || cut.start,
    end: open === 'end' || vague || isHedged(end) || cut.end,
  }
}

/** From where to where a record is drawn, within a piece that is to scale; what is open goes on to its end. */
export function extentOf(axis: TimeAxis, moment: LinkedMoment, shape: MarkShape, within: { x0: number; x1: number }) {
  const from = moment.open === 'start' ? within.x0 : axis.toX(moment.start)
  if (shape === 'dot') return { x0: from - DOT_PX, x1: from + DOT_PX }
  const to = moment.open === 'end' ? within.x1 : axis.toX(moment.end)
  const x0 = Math.max(from, within.x0)
  return { x0: x0 + 1, x1: Math.max(x0 + 1 + NARROWEST_PX, Math.min(to, within.x1) - 1) }
}
