import { DAY_MS, startOfDay, writeDay } from '@/lib/derive/calendar'
import type { CaseRecord } from '@/lib/derive/case-records'
import type { LinkedMoment } from '@/lib/derive/linked-case'
import { isHedged } from '@/lib/derive/local-time'
import type { TimeAxis } from '@/lib/derive/plan-axis'
import { clamp } from '@/lib/geo/clamp'
import type { Thread } from '@/lib/schema/case'
import type { LayerDesign } from '@/lib/schema/layer'
import { type Hue, neutralHue } from '@/lib/schema/plain-values'

/** Anything that takes room along a line, px. */
export interface Extent {
  x0: number
  x1: number
}

/**
 * The lane of each extent, in their order: no two of a lane overlap, though they may touch, and no stack is higher than the
 * most that overlap anywhere. Of those that begin together the widest take the first lanes.
 */
export function stackLanes(extents: readonly Extent[]): { lanes: number[]; count: number } {
  const lanes = extents.map(() => 0)
  const ends: number[] = []
  const order = [...extents.entries()].toSorted(([, a], [, b]) => a.x0 - b.x0 || b.x1 - a.x1)
  for (const [index, { x0, x1 }] of order) {
    const free = ends.findIndex((end) => end <= x0)
    const lane = free === -1 ? ends.length : free
    ends[lane] = x1
    lanes[index] = lane
  }
  return { lanes, count: ends.length }
}

/**
 * A mark of the timeline: an event, or the quotations, the other statements, the figures, a layer's dated rows or, where
 * there are too many for one each, the events of one and the same time. Px within the axis.
 */
export interface TimeMark {
  key: string
  kind: LinkedMoment['kind']
  ids: readonly string[]
  moment: LinkedMoment
  shape: 'dot' | 'bar' | 'band'
  colour: Hue
  soft: { start: boolean; end: boolean }
  /** Figures that someone claims and nobody has shown: drawn in outline, as in charts. */
  unproven: boolean
  x0: number
  x1: number
  y: number
  height: number
}

/**
 * Heights of the plot, px from its top: events and dated rows in lanes, exact times as dots, then a quieter row for each other kind, so
 * that none lies over another of the same day.
 */
export const plot = { height: 96, lanes: 2, dots: 57, quotation: 62, statement: 67, figure: 72, base: 78 } as const

/** What happened, told of by an event or by a row. */
export function isInLanes(kind: TimeMark['kind']): kind is 'event' | 'place' {
  return kind === 'event' || kind === 'place'
}

const ROW_PX = 4
const DOT_PX = 4
/** A day must be seen where months are narrow. */
const NARROWEST_PX = 3
/** From one lane to the next: a lower bar would be a hair. */
const LANE_PX = { least: 5, most: 9 } as const
const LANES_PX = plot.dots - DOT_PX - plot.lanes
/** Between a bar and the next one in its lane, and the next lane. */
const GAP_PX = 1

/** Which ends of a date are not sharp: of one without two ends, both or none; an open one never is. */
function softEnds({ date, open }: LinkedMoment): TimeMark['soft'] {
  const [start = '', end = start] = date.split('/')
  return { start: open === 'start' || isHedged(start), end: open === 'end' || isHedged(end) }
}

const shapes = { instant: 'dot', minute: 'dot', day: 'bar', span: 'bar', month: 'band', year: 'band' } as const

/** What is open goes on to the axis's own end. */
function draw(axis: TimeAxis, moment: LinkedMoment): Pick<TimeMark, 'x0' | 'x1' | 'shape'> {
  const x0 = moment.open === 'start' ? 0 : axis.toX(moment.start)
  const x1 = moment.open === 'end' ? axis.width : axis.toX(moment.end)
  const shape = shapes[moment.precision]
  if (shape === 'dot') return { x0: x0 - DOT_PX, x1: x0 + DOT_PX, shape }
  return { x0, x1: Math.max(x1 - GAP_PX, x0 + NARROWEST_PX), shape }
}

/** As many lanes as there is room for. */
const MOST_LANES = Math.floor(LANES_PX / LANE_PX.least)

/** More exact times than this would be a grey smear, and as many elements. */
const MOST_EXACT_ROWS = 300

/** Rows that are dated to the minute or the second, where there are too many of them, as of their day, of UTC. */
function gatherRows(moments: readonly LinkedMoment[]): readonly LinkedMoment[] {
  const isExact = ({ kind, precision }: LinkedMoment) => kind === 'place' && shapes[precision] === 'dot'
  if (moments.filter(isExact).length <= MOST_EXACT_ROWS) return moments
  return moments.map((moment): LinkedMoment => {
    if (!isExact(moment)) return moment
    const start = startOfDay(moment.start)
    return { ...moment, date: writeDay(start), start, end: start + DAY_MS, precision: 'day' }
  })
}

/**
 * The marks of a case on an axis, in the order of their time. What overlaps stands in lanes. An event has the hue of its
 * thread, as its heading in the legend has, or else that of its places' layer; several in one mark have one only where
 * they share it.
 */
export function listMarks(
  moments: readonly LinkedMoment[],
  records: readonly CaseRecord[],
  layers: readonly Pick<LayerDesign, 'id' | 'hue'>[],
  axis: TimeAxis,
  threads: readonly Pick<Thread, 'id' | 'hue'>[] = [],
): TimeMark[] {
  const hueOf = new Map(layers.map(({ id, hue }) => [id, hue]))
  const threadHue = new Map(threads.map(({ id, hue }) => [id, hue]))
  const threadHueOf = new Map(records.map(({ kind, id, thread = '' }) => [`${kind} ${id}`, threadHue.get(thread)]))
  const layerOf = new Map(records.map(({ kind, id, layers }) => [`${kind} ${id}`, layers[0]]))
  const unprovenFigures = new Set(
    records.filter(({ status }) => status === 'unverified' || status === 'claimed').map(({ id }) => id),
  )
  const gathered = gatherRows(moments)
  const gather = (eventsTogether: boolean) => {
    const marks = new Map<string, TimeMark & { ids: string[] }>()
    for (const moment of gathered) {
      const { kind, id, start, end, basis } = moment
      const unproven = kind === 'figure' && unprovenFigures.has(id)
      const alike = `${kind} ${start} ${end} ${basis}${unproven ? ' unproven' : ''}`
      const layer = layerOf.get(`${kind} ${id}`)
      const key = kind === 'event' && !eventsTogether ? `event ${id}` : kind === 'place' ? `${alike} ${layer}` : alike
      const colour = threadHueOf.get(`${kind} ${id}`) ?? hueOf.get(layer ?? '') ?? neutralHue
      const same = marks.get(key)
      if (same !== undefined) {
        same.ids.push(id)
        if (same.colour !== colour) same.colour = neutralHue
        continue
      }
      marks.set(key, {
        key,
        kind,
        ids: [id],
        moment,
        colour,
        soft: softEnds(moment),
        unproven,
        ...draw(axis, moment),
        y: isInLanes(kind) ? plot.lanes : plot[kind],
        height: ROW_PX,
      })
    }
    return [...marks.values()]
  }
  const apart = placeEvents(gather(false))
  return apart.lanes > MOST_LANES ? placeEvents(gather(true)).marks : apart.marks
}

function placeEvents(marks: readonly TimeMark[]): { marks: TimeMark[]; lanes: number } {
  const barred = marks.filter(({ kind, shape }) => isInLanes(kind) && shape !== 'dot')
  const { lanes, count } = stackLanes(barred)
  const pitch = clamp(LANES_PX / Math.max(1, count), LANE_PX.least, LANE_PX.most)
  // Where there are more lanes than there is room for, the first ones are gone through again.
  const room = Math.floor(LANES_PX / pitch)
  const laneOf = new Map(barred.map(({ key }, index) => [key, (lanes[index] ?? 0) % room]))
  const placed = marks.map((mark) => {
    if (!isInLanes(mark.kind)) return mark
    const lane = laneOf.get(mark.key)
    if (lane === undefined) return { ...mark, y: plot.dots - DOT_PX, height: 2 * DOT_PX }
    return { ...mark, y: plot.lanes + lane * pitch, height: pitch - GAP_PX }
  })
  return { marks: placed, lanes: count }
}

/** The mark nearest to a point of the plot, within a finger's width; events before quieter marks where both are near. */
export function nearestMark(marks: readonly TimeMark[], x: number, y: number): TimeMark | undefined {
  const reachPx = 8
  let best: { mark: TimeMark; distance: number } | undefined
  for (const mark of marks) {
    const across = Math.max(mark.x0 - x, 0, x - mark.x1)
    const down = Math.max(mark.y - y, 0, y - mark.y - mark.height)
    // A mark that lies under the pointer with its length should not win over a small one at the same place.
    const distance = Math.hypot(across, down) + (mark.x1 - mark.x0) / 10_000
    if (distance < reachPx && (best === undefined || distance < best.distance)) best = { mark, distance }
  }
  return best?.mark
}
