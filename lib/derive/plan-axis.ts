import { clamp } from '@/lib/geo/clamp'
import { DAY_MS, wholeDays } from './calendar'
import type { TimeWindow } from './record-filter'
import type { TimeExtent } from './time-extent'

/** What lies outside of the case's own period. */
export type FoldSide = 'before' | 'after'

/** Time in its parts: the case's period and, where there is anything, what came before it and after. ms since 1970, UTC. */
export interface TimeParts {
  start: number
  end: number
  core: TimeWindow
}

/**
 * The time that moments cover, in whole days of UTC, and the case's period within it. Where no period is known, or nothing
 * of the case lies in it, all is one part. Null where there are no moments.
 */
export function partTime(moments: readonly TimeExtent[], period: TimeWindow | undefined): TimeParts | null {
  let start = Number.POSITIVE_INFINITY
  let end = Number.NEGATIVE_INFINITY
  let within = false
  for (const moment of moments) {
    start = Math.min(start, moment.start)
    end = Math.max(end, moment.end)
    within ||= period !== undefined && moment.start < period.end && moment.end > period.start
  }
  if (start > end) return null
  const all = wholeDays({ start, end })
  if (period === undefined || !within) return { ...all, core: all }
  const core = wholeDays(period)
  return { start: Math.min(all.start, core.start), end: Math.max(all.end, core.end), core }
}

/** A part of the axis, in px from its left end. A folded one is not to scale: its records stand there as words. */
export interface AxisPiece {
  kind: FoldSide | 'core'
  folded: boolean
  start: number
  end: number
  x0: number
  x1: number
}

/** A time axis: linear within each piece, without gaps, strictly monotonic. */
export interface TimeAxis {
  start: number
  end: number
  width: number
  core: AxisPiece
  pieces: readonly AxisPiece[]
  /** Px of a moment, ms since 1970; clamped to the axis. */
  toX(ms: number): number
  /** The moment at a px; the inverse of `toX`. */
  toTime(x: number): number
  /** The piece that a moment is in; the first or last one for a moment off the axis. */
  pieceAt(ms: number): AxisPiece
}

/** How wide each fold is, px, and which one is opened to scale. */
export interface FoldRoom {
  before: number
  after: number
  open: FoldSide | null
}

/** The least of the width that the period has while all else is folded, and what an opened fold has. */
const CORE_SHARE = 0.6
const OPEN_SHARE = 0.45

/** Plans an axis of `width` px: the period in the middle, what came before and after in folds of the room they ask for. */
export function planAxis({ start, end, core }: TimeParts, width: number, room: FoldRoom): TimeAxis {
  const asked = {
    before: start < core.start ? room.before : 0,
    after: end > core.end ? room.after : 0,
  }
  const most = width * (1 - CORE_SHARE)
  const scale = Math.min(1, most / Math.max(1, asked.before + asked.after))
  const widthOf = (side: FoldSide) =>
    asked[side] === 0 ? 0 : side === room.open ? width * OPEN_SHARE : asked[side] * scale
  const [x0, x1] = [widthOf('before'), width - widthOf('after')]
  const middle: AxisPiece = { kind: 'core', folded: false, ...core, x0, x1 }
  const pieces: AxisPiece[] = [middle]
  if (x0 > 0) pieces.unshift({ kind: 'before', folded: room.open !== 'before', start, end: core.start, x0: 0, x1: x0 })
  if (x1 < width) pieces.push({ kind: 'after', folded: room.open !== 'after', start: core.end, end, x0: x1, x1: width })
  const last = pieces.at(-1) ?? middle
  const pieceAt = (ms: number) => pieces.find((piece) => ms < piece.end) ?? last
  return {
    start,
    end,
    width,
    core: middle,
    pieces,
    pieceAt,
    toX(ms) {
      const piece = pieceAt(ms)
      const share = (ms - piece.start) / (piece.end - piece.start)
      return piece.x0 + clamp(share, 0, 1) * (piece.x1 - piece.x0)
    },
    toTime(x) {
      const piece = pieces.find((each) => x < each.x1) ?? last
      const share = (x - piece.x0) / (piece.x1 - piece.x0)
      return piece.start + clamp(share, 0, 1) * (piece.end - piece.start)
    },
  }
}

/** How many px a day has in a piece. */
export function pxPerDay({ start, end, x0, x1 }: Pick<AxisPiece, 'start' | 'end' | 'x0' | 'x1'>): number {
  return ((x1 - x0) * DAY_MS) / (end - start)
}
