import type { LayerId } from '@/lib/schema/layer'
import { utcTime } from '@/lib/schema/plain-dates'
import type { Tiles, TimeBins } from '@/lib/schema/tiles'
import type { RecordQuery } from './filter-records'
import type { TimeWindow } from './record-filter'

const DAY_MS = 86_400_000

/** How many days or months a bin has. */
const sizes = {
  day: { days: 1 },
  week: { days: 7 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { months: 12 },
  decade: { months: 120 },
} as const satisfies Record<TimeBins['unit'], { days: number } | { months: number }>

const units = Object.keys(sizes) as TimeBins['unit'][]

/** 1 January 1970 was a Thursday, and weeks begin on Mondays. */
const MONDAY = 3

/** Which bin since the beginning of the calendar a moment is in. */
function ordinalOf(ms: number, unit: TimeBins['unit']): number {
  const size = sizes[unit]
  if ('days' in size) return Math.floor((Math.floor(ms / DAY_MS) + (size.days === 7 ? MONDAY : 0)) / size.days)
  const date = new Date(ms)
  return Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / size.months)
}

function startOf(ordinal: number, unit: TimeBins['unit']): number {
  const size = sizes[unit]
  if ('days' in size) return (ordinal * size.days - (size.days === 7 ? MONDAY : 0)) * DAY_MS
  return utcTime(0, ordinal * size.months)
}

/** The finest bins of which no more than `most` reach from one moment to another, ms since 1970, both within. */
export function chooseBins(first: number, last: number, most: number): TimeBins {
  const countOf = (unit: TimeBins['unit']) => ordinalOf(last, unit) - ordinalOf(first, unit) + 1
  const unit = units.find((each) => countOf(each) <= most) ?? 'decade'
  const day = new Date(startOf(ordinalOf(first, unit), unit)).toISOString().slice(0, 10)
  return { unit, first: day, count: Math.min(most, countOf(unit)) }
}

/** The bin that a moment is in, from 0: what lies before the first is in the first, and beyond the last in the last. */
export function binOf({ unit, first, count }: TimeBins, ms: number): number {
  const bin = ordinalOf(ms, unit) - ordinalOf(Date.parse(first), unit)
  return Math.max(0, Math.min(count - 1, bin))
}

/** The bins that a window of time touches, both within; null where it touches none. */
export function binsOfWindow(bins: TimeBins, { start, end }: TimeWindow): { from: number; to: number } | null {
  const base = ordinalOf(Date.parse(bins.first), bins.unit)
  const [from, to] = [ordinalOf(start, bins.unit) - base, ordinalOf(end - 1, bins.unit) - base]
  if (to < 0 || from >= bins.count || end <= start) return null
  return { from: Math.max(0, from), to: Math.min(bins.count - 1, to) }
}

/** From the start of one bin to the end of another, ms since 1970. */
export function binsExtent({ unit, first }: TimeBins, { from, to }: { from: number; to: number }): TimeWindow {
  const base = ordinalOf(Date.parse(first), unit)
  return { start: startOf(base + from, unit), end: startOf(base + to + 1, unit) }
}

/**
 * What is asked of a layer of tiles: bins of time, and its categories by their numbers. `none` where nothing of it can be
 * shown, as where only quotations are asked for.
 */
export interface TileQuery {
  /** Null: all of time, and what has no date. */
  bins: { from: number; to: number } | null
  /** Null: all. */
  categories: readonly number[] | null
  none?: true
}

export const everyTile: TileQuery = { bins: null, categories: null }

/** The categories of a layer that are on, where some are off; `off` has them as `<layer>.<number>`. */
function categoriesOn(layer: LayerId, { counts }: Tiles, off: readonly string[]): readonly number[] | null {
  const on = counts.map((_, category) => category).filter((category) => !off.includes(`${layer}.${category}`))
  return on.length === counts.length ? null : on
}

/**
 * Asks of a layer of tiles what a query of the case's records asks: its points are places, and have no speaker. `off` are
 * the categories that are switched off, as the view has them.
 */
export function tileQueryOf(
  layer: LayerId,
  tiles: Tiles,
  { filter, time }: Pick<RecordQuery, 'filter' | 'time'>,
  off: readonly string[],
): TileQuery {
  const bins = tiles.time
  const { kinds, speakers, sides, statuses, wordings, places } = filter
  const isOther = kinds.length > 0 && !kinds.includes('place')
  const asksMore = [speakers, sides, statuses, wordings, places].some((list) => list.length > 0)
  if (isOther || asksMore) return { ...everyTile, none: true }
  const categories = categoriesOn(layer, tiles, off)
  if (time === null) return { bins: null, categories }
  const within = bins === undefined ? null : binsOfWindow(bins, time)
  return within === null ? { ...everyTile, none: true } : { bins: within, categories }
}

/** What is asked of each layer that is on tiles. */
export function tileQueriesOf(
  layers: readonly { id: LayerId; tiles?: Tiles }[],
  query: Pick<RecordQuery, 'filter' | 'time'>,
  off: readonly string[],
): ReadonlyMap<LayerId, TileQuery> {
  return new Map(
    layers.flatMap(({ id, tiles }) => (tiles === undefined ? [] : [[id, tileQueryOf(id, tiles, query, off)] as const])),
  )
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

/** How many of a layer pass: what had begun by the last bin, less what had ended before the first. */
export function countTiled({ counts, started = [], ended = started }: Tiles, query: TileQuery): number {
  if (query.none === true) return 0
  const { bins } = query
  const categories = query.categories ?? counts.map((_, index) => index)
  return sum(
    categories.map((category) => {
      if (bins === null) return counts[category] ?? 0
      return sum((started[category] ?? []).slice(0, bins.to + 1)) - sum((ended[category] ?? []).slice(0, bins.from))
    }),
  )
}
