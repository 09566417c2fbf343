import type { CaseRecord } from '@/lib/derive/case-records'
import type { LinkedMoment } from '@/lib/derive/linked-case'
import type { TimeAxis } from '@/lib/derive/plan-axis'
import { stackLanes } from '@/lib/derive/stack-lanes'
import { type LayerColour, layerRow } from '@/lib/map/layer-table'

/** A mark of the timeline: an event, or the quotations or figures of one and the same time. Px within the axis. */
export interface TimeMark {
  key: string
  kind: LinkedMoment['kind']
  ids: readonly string[]
  moment: LinkedMoment
  shape: 'dot' | 'bar' | 'band'
  tone: LayerColour
  soft: { start: boolean; end: boolean }
  x0: number
  x1: number
  y: number
  height: number
}

/** Heights of the plot, px from its top: events in lanes, exact times as dots, then quotations and figures, quieter. */
export const plot = { height: 78, lanes: 3, dots: 37, quotations: 45, figures: 52, base: 60 } as const

const ROW_PX = 4
const DOT_PX = 4
/** A day must be seen where months are narrow. */
const NARROWEST_PX = 3

/** Which ends of a date are not sharp: of one without two ends, both or none. */
function softEnds(date: string): TimeMark['soft'] {
  const isHedged = (text: string) => /[~?%]/.test(text)
  const [start = '', end = start] = date.split('/')
  return { start: isHedged(start), end: isHedged(end) }
}

const shapes = { instant: 'dot', day: 'bar', span: 'bar', month: 'band', year: 'band' } as const

function draw(axis: TimeAxis, moment: LinkedMoment): Pick<TimeMark, 'x0' | 'x1' | 'shape'> {
  const [x0, x1] = [axis.toX(moment.start), axis.toX(moment.end)]
  const shape = shapes[moment.precision]
  if (shape === 'dot') return { x0: x0 - DOT_PX, x1: x0 + DOT_PX, shape }
  return { x0, x1: Math.max(x1, x0 + NARROWEST_PX), shape }
}

/** The marks of a case on an axis, in the order of their time. What overlaps stands in lanes. */
export function listMarks(
  moments: readonly LinkedMoment[],
  records: readonly CaseRecord[],
  axis: TimeAxis,
): TimeMark[] {
  const layerOf = new Map(records.map(({ kind, id, layers }) => [`${kind} ${id}`, layers[0]]))
  const marks = new Map<string, TimeMark>()
  for (const moment of moments) {
    const { kind, id, start, end, basis } = moment
    const key = kind === 'event' ? `event ${id}` : `${kind} ${start} ${end} ${basis}`
    const same = marks.get(key)
    if (same !== undefined) {
      marks.set(key, { ...same, ids: [...same.ids, id] })
      continue
    }
    const layer = layerOf.get(`${kind} ${id}`)
    marks.set(key, {
      key,
      kind,
      ids: [id],
      moment,
      tone: layer === undefined ? 'places' : layerRow(layer).colour,
      soft: softEnds(moment.date),
      ...draw(axis, moment),
      y: kind === 'figure' ? plot.figures : plot.quotations,
      height: ROW_PX,
    })
  }
  return placeEvents([...marks.values()])
}

function placeEvents(marks: readonly TimeMark[]): TimeMark[] {
  const barred = marks.filter(({ kind, shape }) => kind === 'event' && shape !== 'dot')
  const { lanes, count } = stackLanes(barred, 1.5)
  const pitch = Math.min(9, (plot.dots - DOT_PX - 1 - plot.lanes) / Math.max(1, count))
  const laneOf = new Map(barred.map(({ key }, index) => [key, lanes[index] ?? 0]))
  return marks.map((mark) => {
    if (mark.kind !== 'event') return mark
    const lane = laneOf.get(mark.key)
    if (lane === undefined) return { ...mark, y: plot.dots - DOT_PX, height: 2 * DOT_PX }
    return { ...mark, y: plot.lanes + lane * pitch, height: pitch - 1 }
  })
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
