import type { FoldSide, TimeAxis } from './plan-axis'
import { fitText, textWidth } from './text-width'
import { ROW_PX, type TimeItem, type TimeMark } from './time-mark'

/** "+ 3": how many records of a lane a fold does not name. */
export interface MoreInFold {
  side: FoldSide
  lane: number
  text: string
  x: number
  y: number
}

/** A fold names no more: it is opened for the rest. */
const MOST_WORDS = 5
const FOLD_TEXT_PX = 11.5
const PAD_PX = 7
const SIGN_PX = 4

const byRank = (a: TimeItem, b: TimeItem) => a.rank - b.rank || a.moment.start - b.moment.start
const byTime = (a: TimeItem, b: TimeItem) => a.moment.start - b.moment.start

/** Which items of a fold are named, by their lanes: as many as have a row, and five at most, by their rank. */
function choose(lanes: readonly (readonly TimeItem[])[], rows: readonly number[]): Set<TimeItem> {
  const withRow = lanes.flatMap((items, lane) => items.toSorted(byRank).slice(0, rows[lane]))
  return new Set(withRow.toSorted(byRank).slice(0, MOST_WORDS))
}

/** How wide a fold would be to name its items in full, px. */
export function foldWidth(items: readonly Pick<TimeItem, 'when' | 'label'>[]): number {
  const widest = items.reduce((most, { when, label }) => Math.max(most, textWidth(`${when} ${label}`, FOLD_TEXT_PX)), 0)
  // To the next whole px: sums of fractions differ in their last digit, which would cut the widest.
  return Math.floor(2 * PAD_PX + SIGN_PX + 5 + widest) + 1
}

/** The records of the folds as words in their order, one a row of their lane, and how many more there are. */
export function foldWords(
  lanes: readonly Record<FoldSide, readonly TimeItem[]>[],
  places: readonly { top: number; height: number }[],
  axis: TimeAxis,
  moreText: (count: number) => string,
): { marks: TimeMark[]; more: MoreInFold[] } {
  const marks: TimeMark[] = []
  const more: MoreInFold[] = []
  const rows = places.map(({ height }) => Math.round(height / ROW_PX))
  for (const piece of axis.pieces) {
    const side = piece.kind
    if (side === 'core' || !piece.folded) continue
    const chosen = choose(
      lanes.map((folded) => folded[side]),
      rows,
    )
    for (const [lane, folded] of lanes.entries()) {
      const named = folded[side].filter((item) => chosen.has(item)).toSorted(byTime)
      const left = folded[side].length - named.length
      const top = places[lane]?.top ?? 0
      const moreWords = left === 0 ? '' : moreText(left)
      const moreRow = Math.max(0, named.length - 1)
      if (left > 0) more.push({ side, lane, text: moreWords, x: piece.x1 - PAD_PX, y: top + moreRow * ROW_PX })
      for (const [row, item] of named.entries()) {
        const x0 = piece.x0 + PAD_PX
        const taken = row === moreRow && left > 0 ? textWidth(moreWords, FOLD_TEXT_PX) + 6 : 0
        const room = piece.x1 - PAD_PX - x0 - SIGN_PX - 5 - taken
        marks.push(wordMark(item, x0, top + row * ROW_PX, room))
      }
    }
  }
  return { marks, more }
}

function wordMark(item: TimeItem, x0: number, y: number, room: number): TimeMark {
  const { key, kind, ids, moment, lane, hue, unproven, when, label } = item
  const dated = when === '' ? '' : `${when} `
  // In a narrow fold the name alone: a date is not cut.
  const lead = textWidth(dated, FOLD_TEXT_PX) > room ? '' : dated
  const text = fitText(label, room - textWidth(lead, FOLD_TEXT_PX), FOLD_TEXT_PX)
  const x1 = x0 + SIGN_PX
  const width = textWidth(lead + text, FOLD_TEXT_PX)
  return {
    ...{ key, kind, ids, moment, lane, hue, unproven, x0, x1, y: y + 4, height: 9 },
    shape: 'word',
    thin: false,
    soft: { start: false, end: false },
    words: { lead, text, x: x1 + 5, anchor: 'start', strong: false },
    reach: { x0, x1: x1 + 5 + width },
  }
}
