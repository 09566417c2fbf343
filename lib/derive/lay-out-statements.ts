import { neutralHue } from '@/lib/schema/plain-values'
import { groupBy } from './arrays'
import { DAY_MS, writeDay } from './calendar'
import { gatherBySteps } from './gather-items'
import type { LinkedMoment } from './linked-case'
import type { TimeAxis } from './plan-axis'
import { textWidth } from './text-width'
import { TEXT_PX, type TimeItem, type TimeMark } from './time-mark'

/** More of one day stand as a number. */
const MOST_QUOTES = 12
/** From one quotation mark to the next, px: as far apart as there is room for. */
const PITCH_PX = { least: 4.5, most: 9 } as const
/** The narrowest step of time that has a mark of its own. */
const STEP_PX = 16
/** In a fold they stand at its left. */
const FOLD_PAD_PX = 6
const FOLD_MOST_PX = 64

interface Row {
  top: number
  height: number
}

/** The time that several stand for together. */
type Whole = Pick<LinkedMoment, 'start' | 'end' | 'date' | 'precision'>

/** A mark of the row, from its middle. */
function markAt(item: TimeItem, x: number, width: number, row: Row): TimeMark {
  const { key, kind, ids, moment, lane, hue, unproven } = item
  const [x0, x1] = [x - width / 2, x + width / 2]
  return {
    ...{ key, kind, ids, moment, hue, unproven, lane, x0, x1, y: row.top + 5, height: row.height - 9 },
    shape: ids.length === 1 ? 'quote' : 'number',
    thin: false,
    soft: { start: false, end: false },
    words: ids.length === 1 ? null : { lead: '', text: String(ids.length), x: x + 4, anchor: 'middle', strong: false },
    reach: { x0, x1 },
  }
}

/**
 * Each statement as a quotation mark in the middle of its time or, where they are too many, as how many there are of each
 * kind, which stand for `whole` as a whole.
 */
function spread(items: readonly TimeItem[], { x0, x1 }: { x0: number; x1: number }, whole: Whole, row: Row) {
  const { start, end, date, precision } = whole
  const room = x1 - x0 - 4
  const most = Math.min(MOST_QUOTES, Math.floor(room / PITCH_PX.least))
  const middle = (x0 + x1) / 2
  if (items.length <= most) {
    const pitch = Math.min(PITCH_PX.most, room / items.length)
    // Those of one thread stand together.
    const sorted = items.toSorted((a, b) => a.lane - b.lane)
    return sorted.map((item, index) => markAt(item, middle + (index - (items.length - 1) / 2) * pitch, pitch, row))
  }
  const kinds = groupBy(items, ({ kind }) => kind)
  const width = Math.min(room / kinds.size, textWidth('0000', TEXT_PX))
  return [...kinds.values()].flatMap((of, index) => {
    const [first] = of
    if (first === undefined) return []
    const hue = of.every((item) => item.hue === first.hue) ? first.hue : neutralHue
    const ids = of.map(({ moment: { id } }) => id)
    const several = { ...first, key: `${first.kind}s ${date}`, ids, hue, lane: -1 }
    // Nothing of the first one's own: neither its hour nor that it is about so.
    const known = { start, end, date, precision, basis: 'record', approximate: false } as const
    const moment = { kind: first.kind, id: first.moment.id, ...known }
    return [markAt({ ...several, moment }, middle + (index - (kinds.size - 1) / 2) * width, width, row)]
  })
}

/** The row of statements: in each step of time that is wide enough, in a fold all together. Linear. */
export function layOutStatements(items: readonly TimeItem[], axis: TimeAxis, row: Row): TimeMark[] {
  const byPiece = groupBy(items, ({ moment }) => axis.pieceAt(moment.start))
  return [...byPiece].flatMap(([piece, of]) => {
    if (!piece.folded)
      return gatherBySteps(of, axis, STEP_PX, () => 'said').flatMap(({ items: together, moment }) =>
        spread(together, { x0: axis.toX(moment.start), x1: axis.toX(moment.end) }, moment, row),
      )
    const x0 = piece.x0 + FOLD_PAD_PX
    const { start, end } = piece
    const date = `${writeDay(start)}/${writeDay(end - DAY_MS)}`
    const x1 = x0 + Math.min(FOLD_MOST_PX, PITCH_PX.most * of.length + 4)
    return spread(of, { x0, x1 }, { start, end, date, precision: 'span' }, row)
  })
}
