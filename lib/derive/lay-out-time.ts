import { groupBy } from './arrays'
import { foldWords, type MoreInFold } from './fold-words'
import { gatherBySteps, gatherRows } from './gather-items'
import { layOutStatements } from './lay-out-statements'
import { type PlacedMark, placeMarks, shortfall, type Unplaced } from './place-marks'
import type { AxisPiece, TimeAxis } from './plan-axis'
import { type MeasureText, textWidth } from './text-width'
import { extentOf, ROW_PX, shapeOf, softEnds, TEXT_PX, type TimeItem, type TimeMark } from './time-mark'

/** Px of the parts of the plot: the axis with its words, the row of statements, what is between lanes. */
export const plotPx = {
  open: { axis: 24, statements: 22, gap: 4 },
  slim: { axis: 19, statements: 0, gap: 1 },
} as const

/** Where a lane is, px from the plot's top. */
interface LanePlace {
  top: number
  height: number
}

export interface TimeLayout {
  lanes: LanePlace[]
  /** Null where it is slim. */
  statements: LanePlace | null
  /** In the order of their time. */
  marks: TimeMark[]
  /** How many records of a lane a fold has no room for. */
  more: MoreInFold[]
}

interface LayoutInput {
  items: readonly TimeItem[]
  /** Those that are known to a day: what was said. */
  statements: readonly TimeItem[]
  laneCount: number
  axis: TimeAxis
  height: number
  slim: boolean
  /** How many records of a kind there are, in a few characters. */
  counted(kind: TimeItem['kind'], count: number): string
  /** "+ 3". */
  moreText(count: number): string
}

/** A kind of which a lane has more is drawn as how many there were when: each alone would be a smear. */
const MOST_SINGLE = 60
const MOST_ROWS = 6
/** As narrow as a bar of a density is. */
const DENSITY_PX = 12
const SLIM_MARK_PX = 5
const SLIM_PITCH_PX = 9

const measure: MeasureText = (text, strong) => textWidth(text, TEXT_PX, strong)

const lack = (marks: readonly Unplaced[], rows: number) => shortfall(placeMarks(marks, rows, measure))

interface LaneItems {
  single: TimeItem[]
  dense: TimeItem[]
  folded: { before: TimeItem[]; after: TimeItem[] }
}

const isIn = ({ start, end }: AxisPiece, { moment }: TimeItem) =>
  (moment.start < end || moment.open === 'start') && (moment.end > start || moment.open === 'end')

/** The fold that an item is in, if it is in one that is not to scale. */
function foldOf({ pieces, core }: TimeAxis, item: TimeItem): 'before' | 'after' | null {
  if (isIn(core, item)) return null
  const side = item.moment.start < core.start ? 'before' : 'after'
  return pieces.some(({ kind, folded }) => kind === side && folded) ? side : null
}

function sortIntoLanes({ items, laneCount, axis, counted }: LayoutInput): LaneItems[] {
  const lanes = Array.from({ length: laneCount }, (): LaneItems => {
    return { single: [], dense: [], folded: { before: [], after: [] } }
  })
  for (const item of gatherRows(items, (count) => counted('place', count))) {
    const fold = foldOf(axis, item)
    if (fold === null) lanes[item.lane]?.single.push(item)
    else lanes[item.lane]?.folded[fold].push(item)
  }
  for (const lane of lanes) {
    const counts = new Map<TimeItem['kind'], number>()
    for (const { kind } of lane.single) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    const isDense = ({ kind }: TimeItem) => (counts.get(kind) ?? 0) > MOST_SINGLE
    lane.dense = lane.single.filter(isDense)
    lane.single = lane.single.filter((item) => !isDense(item))
  }
  return lanes
}

/** The part of the axis that is to scale. */
function scaledOf({ pieces, core }: TimeAxis): { x0: number; x1: number; start: number; end: number } {
  const scaled = pieces.filter(({ folded }) => !folded)
  const [first, last] = [scaled[0] ?? core, scaled.at(-1) ?? core]
  return { x0: first.x0, x1: last.x1, start: first.start, end: last.end }
}

function draft(item: TimeItem, axis: TimeAxis, scaled: ReturnType<typeof scaledOf>): Unplaced {
  const shape = shapeOf(item.moment)
  const { rank, label, strong } = item
  return { ...extentOf(axis, item.moment, shape, scaled), shape, rank, label, strong, within: scaled }
}

/**
 * How many rows each lane has of `total`: one, and then one more for the lane that lacks most, as long as that mends
 * anything. What a lane looks like with so many rows is tried; the marks are few.
 */
function shareRows(total: number, costs: readonly ((rows: number) => number)[]): number[] {
  const rows = costs.map(() => 1)
  for (let left = total - rows.length; left > 0; left--) {
    const gains = costs.map((cost, lane) => {
      const now = rows[lane] ?? 1
      if (now >= MOST_ROWS) return 0
      // A second row may mend what one more does not yet.
      const gain = Math.max(cost(now) - cost(now + 1), (cost(now) - cost(Math.min(MOST_ROWS, now + 2))) / 2)
      // Of two that gain the same, the one that lacks more.
      return gain <= 0 ? 0 : gain + cost(now) / 1000
    })
    const best = gains.reduce((found, gain, lane) => (gain > (gains[found] ?? 0) ? lane : found), 0)
    if ((gains[best] ?? 0) <= 0) break
    rows[best] = (rows[best] ?? 1) + 1
  }
  return rows
}

function toMark(
  item: TimeItem,
  from: Unplaced,
  { row, words, crowded }: PlacedMark,
  { top, height }: LanePlace,
  scaled: ReturnType<typeof scaledOf>,
): TimeMark {
  const { key, kind, ids, moment, lane, hue, unproven, label, strong } = item
  const { x0, x1, shape } = from
  const cut = { start: moment.start < scaled.start, end: moment.end > scaled.end }
  const y = Math.min(top + row * ROW_PX, top + height - ROW_PX)
  const barPx = shape === 'bar' ? 9 : shape === 'dot' ? 10 : ROW_PX - 3
  // Under the row, so that it crosses out no words of what stands in it.
  const place = crowded ? { y: y + ROW_PX - 1, height: 3 } : { y: y + (ROW_PX - barPx) / 2, height: barPx }
  const width = words === null ? 0 : measure(label, strong)
  const at = words?.x ?? x0
  const reach = words?.anchor === 'end' ? { x0: at - width, x1 } : { x0, x1: Math.max(x1, at + width) }
  const soft = softEnds(moment, cut)
  return { key, kind, ids, moment, lane, hue, unproven, shape, thin: crowded, soft, x0, x1, ...place, words, reach }
}

/** Marks that found no room and lie on each other are one, of several: each is reached through their list. */
function mergeThin(marks: readonly TimeMark[]): TimeMark[] {
  const thin = groupBy(
    marks.filter(({ thin }) => thin),
    ({ kind, x0, x1, y }) => `${kind}s ${x0} ${x1} ${y}`,
  )
  const merged = [...thin].map(([key, of]): TimeMark[] => {
    const [first] = of
    if (first === undefined || of.length === 1) return of
    return [{ ...first, key, ids: of.flatMap(({ ids }) => ids) }]
  })
  return [...marks.filter(({ thin }) => !thin), ...merged.flat()]
}

function densities(dense: readonly TimeItem[], axis: TimeAxis, { top, height }: LanePlace): TimeMark[] {
  const steps = gatherBySteps(dense, axis, DENSITY_PX, ({ kind, lane }) => `${kind}s ${lane}`)
  const most = steps.reduce((largest, { ids }) => Math.max(largest, ids.length), 1)
  return steps.map(({ key, kind, ids, moment, lane, hue }): TimeMark => {
    const [x0, x1] = [axis.toX(moment.start), Math.max(axis.toX(moment.end) - 1, axis.toX(moment.start) + 2)]
    const tall = Math.max(2, (ids.length / most) * (height - 2))
    const text = String(ids.length)
    const fits = tall >= 14 && x1 - x0 >= measure(text, false) + 4
    const words: TimeMark['words'] = fits ? { lead: '', text, x: (x0 + x1) / 2, anchor: 'middle', strong: false } : null
    const soft = { start: false, end: false }
    const place = { x0, x1, y: top + height - tall, height: tall, reach: { x0, x1 } }
    return { key, kind, ids, moment, lane, hue, unproven: false, shape: 'density', thin: false, soft, words, ...place }
  })
}

function layOutSlim(lanes: readonly LaneItems[], { axis, height, laneCount }: LayoutInput): TimeLayout {
  const { axis: axisPx } = plotPx.slim
  const pitch = Math.min(SLIM_PITCH_PX, (height - axisPx - 2) / laneCount)
  const lead = axisPx + (height - axisPx - pitch * laneCount) / 2
  const scaled = scaledOf(axis)
  const places = lanes.map((_, lane): LanePlace => ({ top: lead + lane * pitch, height: pitch }))
  const marks = lanes.flatMap(({ single, dense }, lane) => {
    const place = places[lane] ?? { top: 0, height: pitch }
    const barred = single
      .filter(({ kind }) => kind !== 'figure')
      .map((item): TimeMark => {
        const from = draft(item, axis, scaled)
        const mark = toMark(item, from, { row: 0, words: null, crowded: false }, place, scaled)
        const tall = Math.min(pitch, mark.shape === 'dot' ? SLIM_MARK_PX + 2 : SLIM_MARK_PX)
        return { ...mark, y: place.top + (pitch - tall) / 2, height: tall }
      })
    return [...densities(dense, axis, place), ...barred]
  })
  return { lanes: places, statements: null, marks: inOrder(marks), more: [] }
}

const inOrder = (marks: readonly TimeMark[]) =>
  marks.toSorted((a, b) => a.moment.start - b.moment.start || b.moment.end - a.moment.end)

/**
 * The whole plot: lanes with their marks and words, the statements in a row below, the folds' words, all px. Pure: how wide
 * a text is stands in a table. Linear in the records; what is placed with care is of bounded number.
 */
export function layOutTime(input: LayoutInput): TimeLayout {
  const { axis, height, statements, moreText } = input
  const lanes = sortIntoLanes(input)
  if (input.slim) return layOutSlim(lanes, input)
  const scaled = scaledOf(axis)
  const px = plotPx.open
  const hasStatements = statements.length > 0
  const room = height - px.axis - 1 - (hasStatements ? px.statements : 0)
  const drafts = lanes.map(({ single }) => single.map((item) => draft(item, axis, scaled)))
  const rows = shareRows(
    Math.max(lanes.length, Math.floor((room - lanes.length * px.gap) / ROW_PX)),
    lanes.map(({ dense, folded }, lane) => (count: number) => {
      const words = Math.max(0, folded.before.length - count) + Math.max(0, folded.after.length - count)
      return lack(drafts[lane] ?? [], count) + 0.8 * words + (dense.length > 0 ? 3 / count : 0)
    }),
  )
  const used = rows.reduce((sum, count) => sum + count * ROW_PX, 0)
  // What is left over parts the lanes.
  const gap = Math.max(px.gap, (room - used) / lanes.length)
  let top = px.axis
  const places = rows.map((count): LanePlace => {
    const place = { top: top + gap / 2, height: count * ROW_PX }
    top += place.height + gap
    return place
  })
  const marks = lanes.flatMap(({ single, dense }, lane) => {
    const place = places[lane] ?? { top, height: ROW_PX }
    const from = drafts[lane] ?? []
    const placed = placeMarks(from, rows[lane] ?? 1, measure)
    const alone = single.flatMap((item, index) => {
      const [where, how] = [from[index], placed[index]]
      return where === undefined || how === undefined ? [] : [toMark(item, where, how, place, scaled)]
    })
    return [...densities(dense, axis, place), ...mergeThin(alone)]
  })
  const folds = foldWords(
    lanes.map(({ folded }) => folded),
    places,
    axis,
    moreText,
  )
  const said = hasStatements ? { top: height - px.statements - 1, height: px.statements } : null
  const quotes = said === null ? [] : layOutStatements(statements, axis, said)
  return { lanes: places, statements: said, marks: inOrder([...marks, ...folds.marks, ...quotes]), more: folds.more }
}
