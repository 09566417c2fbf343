import type { TimeAxis } from './plan-axis'
import type { TierName } from './plan-runs'

/** A labelled place on the axis: which unit begins there. */
export interface AxisTick {
  at: number
  x: number
  unit: 'year' | 'month' | 'day'
  /** Whether there is room for its words. */
  labelled: boolean
}

const DAY_MS = 86_400_000
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
