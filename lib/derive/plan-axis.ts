import { clamp } from '@/lib/geo/clamp'
import { DAY_MS } from './calendar'
import { planRuns, type Tier, type TierName, tiers } from './plan-runs'
import type { TimeExtent } from './time-extent'

/** A labelled place on the axis: which unit begins there. */
export interface AxisTick {
  at: number
  x: number
  unit: 'year' | 'month' | 'day'
  /** Whether there is room for its words. */
  labelled: boolean
}

/** Room that the words of a unit take, px. */
const labelPx = { year: 32, month: 30, day: 26 } as const

function nextYear(at: number): number {
  return Date.UTC(new Date(at).getUTCFullYear() + 1, 0)
}

function nextMonth(at: number): number {
  const date = new Date(at)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1)
}

const unitsOf = {
  years: { unit: 'year', next: nextYear },
  months: { unit: 'month', next: nextMonth },
  days: { unit: 'day', next: (at: number) => at + DAY_MS },
  busy: { unit: 'day', next: (at: number) => at + DAY_MS },
  break: null,
} as const satisfies Record<TierName, unknown>

/** The unit that begins at `at`, counted up from `unit`: the first day of a month is that month's, January that year's. */
function largest(at: number, unit: AxisTick['unit']): AxisTick['unit'] {
  const date = new Date(at)
  if (unit === 'day' && date.getUTCDate() !== 1) return 'day'
  return date.getUTCMonth() === 0 ? 'year' : unit === 'year' ? 'year' : 'month'
}

const rank = { year: 0, month: 1, day: 2 } as const

/**
 * The ticks of an axis, from left to right: every year, month or day that begins within a piece, as its scale has them.
 * Words are given to the larger units first, and to no two that would touch.
 */
export function axisTicks(axis: TimeAxis): AxisTick[] {
  const ticks: AxisTick[] = []
  for (const { kind, start, end } of axis.pieces) {
    const units = unitsOf[kind]
    if (units === null) continue
    for (let at = start; at < end; at = units.next(at))
      ticks.push({ at, x: axis.toX(at), unit: largest(at, units.unit), labelled: false })
  }
  const taken: [number, number][] = []
  for (const tick of ticks.toSorted((a, b) => rank[a.unit] - rank[b.unit] || a.x - b.x)) {
    const [from, to] = [tick.x, tick.x + labelPx[tick.unit]]
    tick.labelled = to <= axis.width + 12 && taken.every(([left, right]) => to <= left || from >= right)
    if (tick.labelled) taken.push([from, to])
  }
  return ticks
}

/** A stretch of the axis with one scale, in px from its left end. A `break` is a time in which nothing begins or ends. */
interface AxisPiece {
  kind: TierName
  start: number
  end: number
  x0: number
  x1: number
}

/** A time axis: true within each piece; where the scale changes the axis says so. */
export interface TimeAxis {
  start: number
  end: number
  width: number
  pieces: readonly AxisPiece[]
  /** Px of a moment, ms since 1970; clamped to the axis. */
  toX(ms: number): number
  /** The moment at a px; the inverse of `toX`. */
  toTime(x: number): number
  /** The piece that a moment is in; the first or last one for a moment off the axis. */
  pieceAt(ms: number): AxisPiece
}

/** What a drawn break takes, px. */
const BREAK_PX = 22

/** How much of the width a run asks for: its units, each as wide as its tier has them. A break has its own width. */
function demand({ start, end, kind }: { start: number; end: number; kind: TierName }): number {
  const tier: Tier = tiers[kind]
  return ((end - start) / tier.unitMs) * tier.weight
}

function place(runs: ReturnType<typeof planRuns>, width: number): AxisPiece[] {
  const breaks = runs.filter(({ kind }) => kind === 'break').length
  // On the narrowest of screens breaks give way, so that there is an axis at all.
  const breakPx = Math.min(BREAK_PX, breaks === 0 ? 0 : width / (4 * breaks))
  const asked = runs.reduce((sum, run) => sum + (run.kind === 'break' ? 0 : demand(run)), 0)
  const perDemand = (width - breaks * breakPx) / asked
  let x = 0
  return runs.map((run, index) => {
    const x0 = x
    const isLast = index === runs.length - 1
    x = isLast ? width : x + (run.kind === 'break' ? breakPx : demand(run) * perDemand)
    return { ...run, x0, x1: x }
  })
}

/**
 * Plans an axis of `width` px for moments of a case: where much happens each day has much room, where little does
 * months or years have little, and where nothing begins or ends for long there is a break. Strictly monotonic, without
 * gaps, and every moment's extent is on it. Null where there are no moments.
 */
export function planAxis(moments: readonly TimeExtent[], width: number): TimeAxis | null {
  const pieces = place(planRuns(moments), width)
  const [first] = pieces
  const last = pieces.at(-1)
  if (first === undefined || last === undefined) return null
  const pieceAt = (ms: number) => pieces.find(({ end }) => ms < end) ?? last
  return {
    start: first.start,
    end: last.end,
    width,
    pieces,
    pieceAt,
    toX(ms) {
      const { start, end, x0, x1 } = pieceAt(ms)
      const share = (ms - start) / (end - start)
      return x0 + clamp(share, 0, 1) * (x1 - x0)
    },
    toTime(x) {
      const { start, end, x0, x1 } = pieces.find((piece) => x < piece.x1) ?? last
      const share = (x - x0) / (x1 - x0)
      return start + clamp(share, 0, 1) * (end - start)
    },
  }
}
