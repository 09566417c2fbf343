import { DAY_MS, wholeDays } from './calendar'
import type { TimePrecision } from './local-time'
import type { TimeExtent } from './time-extent'

/** A way to draw time: `weight` is the room that one unit asks for, against the other tiers' units. */
export interface Tier {
  unitMs: number
  weight: number
}

const YEAR_MS = 365.25 * DAY_MS

/** From the widest to the narrowest. A year alone is wide enough for its label. */
export const tiers = {
  busy: { unitMs: DAY_MS, weight: 90 },
  days: { unitMs: DAY_MS, weight: 14 },
  months: { unitMs: YEAR_MS / 12, weight: 13 },
  years: { unitMs: YEAR_MS, weight: 30 },
  break: { unitMs: YEAR_MS, weight: 0 },
} as const satisfies Record<string, Tier>
export type TierName = keyof typeof tiers

/** From `start` to, but not including, `end`: ms since 1970, UTC. */
interface Stretch {
  start: number
  end: number
}

interface Run extends Stretch {
  kind: TierName
}

/** Days in a row are busy where this many finely dated moments begin on them; one full day alone is no stretch. */
const BUSY_COUNT = 8
const BUSY_DAYS = 2
/** Finely dated moments are one stretch of days where no more than this many days lie between. */
const DAYS_GAP_DAYS = 10
/** Months in which nothing begins are still drawn if they are no more than this many. */
const MONTHS_GAP_DAYS = 366

/** A moment that is known to a day or better takes part in days. The ends of a span are each as fine as they look. */
const isFine: Record<TimePrecision, boolean> = {
  instant: true,
  minute: true,
  day: true,
  span: true,
  month: false,
  year: false,
}

function wholeMonths({ start, end }: Stretch): Stretch {
  const [from, to] = [new Date(start), new Date(end - 1)]
  return {
    start: Date.UTC(from.getUTCFullYear(), from.getUTCMonth()),
    end: Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1),
  }
}

function wholeYears({ start, end }: Stretch): Stretch {
  return {
    start: Date.UTC(new Date(start).getUTCFullYear(), 0),
    end: Date.UTC(new Date(end - 1).getUTCFullYear() + 1, 0),
  }
}

/** Stretches that lie no further apart than `gapMs`, as one, with how many each is made of. */
function gather(stretches: readonly Stretch[], gapMs: number): (Stretch & { count: number })[] {
  const gathered: (Stretch & { count: number })[] = []
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    const last = gathered.at(-1)
    if (last === undefined || start - last.end > gapMs) gathered.push({ start, end, count: 1 })
    else {
      last.end = Math.max(last.end, end)
      last.count += 1
    }
  }
  return gathered
}

/** The days on which finely dated moments begin, and those on which spans end. */
function eventfulDays(moments: readonly TimeExtent[]): Stretch[] {
  const fine = moments.filter(({ precision }) => isFine[precision])
  return fine.flatMap(({ start, end, precision }) =>
    precision === 'span'
      ? [wholeDays({ start, end: start + 1 }), wholeDays({ start: end - 1, end })]
      : [wholeDays({ start, end })],
  )
}

/** Lays a tier's stretches over runs: what they cover becomes that tier. */
function overlay(runs: readonly Run[], kind: TierName, stretches: readonly Stretch[]): Run[] {
  return stretches.reduce<Run[]>(
    (under, { start, end }) => {
      const rest = under.flatMap((run): Run[] => [
        { ...run, end: Math.min(run.end, start) },
        { ...run, start: Math.max(run.start, end) },
      ])
      return [...rest.filter((run) => run.start < run.end), { kind, start, end }].toSorted((a, b) => a.start - b.start)
    },
    [...runs],
  )
}

/** A lone fine moment needs no days of its own: within months a day is seen well enough. */
const DAYS_COUNT = 3

/**
 * Parts the time that moments cover into runs of one scale each, on whole years, months and days of UTC, without gaps.
 * Empty where there are no moments.
 */
export function planRuns(moments: readonly TimeExtent[]): Run[] {
  const sorted = moments.toSorted((a, b) => a.start - b.start)
  const [first] = sorted
  if (first === undefined) return []
  // Days are counted, months and years looked up: of many moments the days that lie together are joined first.
  const years = gather(gather(sorted.map(wholeDays), 0).map(wholeYears), 0)
  const last = years.reduce((end, year) => Math.max(end, year.end), first.end)
  const days = eventfulDays(sorted)
  const coarse = sorted.filter(({ precision }) => precision === 'month' || precision === 'span').map(wholeDays)
  const months = gather(gather([...days, ...coarse], 0).map(wholeMonths), MONTHS_GAP_DAYS * DAY_MS)
  // A year that has anything known to the month is drawn in months from end to end.
  const inMonths = gather(months, 0).map(wholeYears)
  const inDays = gather(days, DAYS_GAP_DAYS * DAY_MS).filter(({ count }) => count >= DAYS_COUNT)
  const busy = gather(days, 0).filter(
    ({ start, end, count }) => count >= BUSY_COUNT && end - start >= BUSY_DAYS * DAY_MS,
  )
  const whole: Run[] = [{ kind: 'break', start: wholeYears(first).start, end: last }]
  const layers: [TierName, readonly Stretch[]][] = [
    ['years', years],
    ['months', inMonths],
    ['days', inDays],
    ['busy', busy],
  ]
  return layers.reduce((runs, [kind, stretches]) => overlay(runs, kind, stretches), whole)
}
