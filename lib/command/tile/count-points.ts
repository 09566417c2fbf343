import { tileIdToZxy } from 'pmtiles'
import { binOf, chooseBins } from '@/lib/derive/time-bins'
import { CURVE_LEVELS, firstTileId } from '@/lib/geo/curve'
import { MOST_BINS, type TileKind, type Tiles, type TimeBins } from '@/lib/schema/tiles'
import { chooseMaxZoom } from './choose-zoom'
import type { PyramidPoint } from './pyramid'
import { mergeRuns, readKeys, type SortedPoint } from './runs'
import { Tally, type TallyShape, UNDATED } from './tally'
import type { ShapeCounts } from './tile-shape'

/** Points that are sorted into runs on disk, and how they are counted. */
export interface SortedPlan {
  /** Where the runs are, and what is made of them until it is whole. */
  work: string
  runs: number
  span: readonly [number, number] | null
  /** The category of each value of the runs, by its number there; the last is what is in none. */
  categoryOf(value: number): number
  categories: number
  property: string | null
  /** What the tiles are made of. */
  kind: TileKind
  shapes: ShapeCounts
  tell(points: number): void
}

/** A point in the order of the curve, as tiles and lists need it. */
export interface CountedPoint extends PyramidPoint {
  at: readonly [lng: number, lat: number]
  /** What a list says of it, as JSON. */
  text: string
}

/** What has to be known of all points before the first is written. */
export interface RunsLook {
  maxZoom: number
  bins: TimeBins | null
  shape: TallyShape
}

export function lookAtRuns({ work, runs, span, categories, shapes }: SortedPlan): RunsLook {
  const bins = span === null ? null : chooseBins(span[0], span[1], MOST_BINS)
  return { maxZoom: chooseMaxZoom(readKeys(work, runs), shapes), bins, shape: { categories, bins: bins?.count ?? 0 } }
}

/** Hands on all points of the runs in the order of the curve; answers what is to be told of them, whatever they go into. */
export async function countPoints(
  plan: SortedPlan,
  { maxZoom, bins, shape }: RunsLook,
  take: (point: CountedPoint) => Promise<void> | void,
): Promise<Omit<Tiles, 'version'>> {
  const total = new Tally(shape)
  let [west, south, east, north] = [180, 90, -180, -90]
  let row = 0
  const binsOf = ({ start, end }: SortedPoint) =>
    bins === null || Number.isNaN(start) ? [UNDATED, UNDATED] : [binOf(bins, start), binOf(bins, end - 1)]
  for (const point of mergeRuns(plan.work, plan.runs)) {
    const { key, lng, lat } = point
    const category = plan.categoryOf(point.category)
    const [start = UNDATED, end = UNDATED] = binsOf(point)
    const [, x, y] = tileIdToZxy(firstTileId(CURVE_LEVELS) + key)
    ;[west, south, east, north] = [Math.min(west, lng), Math.min(south, lat), Math.max(east, lng), Math.max(north, lat)]
    total.add(category, start, end)
    await take({ key, x, y, row, category, start, end, at: [lng, lat], text: point.text.toString('utf8') })
    row += 1
    if (row % 20_000 === 0) plan.tell(row)
  }
  const told = Array.from({ length: shape.categories }, (_, category) => total.read(category))
  const lasts = told.some(({ started, ended }) => started.some((count, bin) => count !== ended[bin]))
  return {
    count: total.count,
    bounds: [west, south, east, north],
    maxZoom,
    ...(plan.property === null ? {} : { property: plan.property }),
    counts: told.map(({ count }) => count),
    ...(bins === null ? {} : { time: bins, started: told.map(({ started }) => started) }),
    ...(bins !== null && lasts ? { ended: told.map(({ ended }) => ended) } : {}),
  }
}
