import type { MeasureText } from './text-width'
import { isWide, type MarkShape, type MarkWords } from './time-mark'

/** What is to be placed in a lane: px of the plot, and the words that it would have. */
export interface Unplaced {
  x0: number
  x1: number
  shape: MarkShape
  rank: number
  label: string
  strong: boolean
  /** The piece of the axis that its words must stay in. */
  within: { x0: number; x1: number }
}

export interface PlacedMark {
  row: number
  words: MarkWords | null
  /** No row was free for it. */
  crowded: boolean
}

interface Extent {
  x0: number
  x1: number
}

const PAD_PX = 6
/** Between one mark with its words and the next. */
const APART_PX = 3

interface Option {
  row: number
  box: Extent
  words: MarkWords
}

class Rows {
  readonly #taken: Extent[][]

  constructor(count: number) {
    this.#taken = Array.from({ length: count }, () => [])
  }

  isFree(row: number, { x0, x1 }: Extent): boolean {
    return (this.#taken[row] ?? []).every((other) => x1 + APART_PX <= other.x0 || x0 >= other.x1 + APART_PX)
  }

  take(row: number, box: Extent): void {
    this.#taken[row]?.push(box)
  }

  firstFree(box: Extent): number | undefined {
    const row = this.#taken.findIndex((_, index) => this.isFree(index, box))
    return row === -1 ? undefined : row
  }
}

const wordsOf = ({ label, strong }: Unplaced, x: number, anchor: 'start' | 'end'): MarkWords => ({
  lead: '',
  text: label,
  x,
  anchor,
  strong,
})

const fitsInside = ({ shape, x0, x1, label, strong }: Unplaced, measure: MeasureText) =>
  isWide(shape) && label !== '' && x1 - x0 >= measure(label, strong) + 2 * PAD_PX

/** Where the words may stand: inside a wide mark, from the lowest row up, or right and left of it, from the first one down. */
function optionsOf(mark: Unplaced, rows: number, measure: MeasureText): Option[] {
  const { x0, x1, label } = mark
  if (label === '') return []
  if (fitsInside(mark, measure))
    return Array.from({ length: rows }, (_, index) => ({
      row: rows - 1 - index,
      box: { x0, x1 },
      words: wordsOf(mark, x0 + PAD_PX, 'start'),
    }))
  const width = measure(label, mark.strong)
  return Array.from({ length: rows }, (_, row) => [
    { row, box: { x0, x1: x1 + PAD_PX + width }, words: wordsOf(mark, x1 + PAD_PX - 1, 'start') },
    { row, box: { x0: x0 - PAD_PX - width, x1 }, words: wordsOf(mark, x0 - PAD_PX + 1, 'end') },
  ]).flat()
}

/**
 * Rows and words for the marks of one lane, in their order: inside a mark that is wide enough, else right of it, else
 * left, else a row further down; those of a larger rank give way, and keep a row alone if one is free. The wide ones come
 * first, in the lower rows, since the small ones fit between. Of bounded work: `marks` are as few as are drawn one by one.
 */
export function placeMarks(marks: readonly Unplaced[], rowCount: number, measure: MeasureText): PlacedMark[] {
  const rows = new Rows(rowCount)
  const placed = new Map<Unplaced, PlacedMark>()
  const ranked = marks.toSorted((a, b) => a.rank - b.rank || b.x1 - b.x0 - (a.x1 - a.x0) || a.x0 - b.x0)
  const wide = ranked.filter((mark) => fitsInside(mark, measure))
  const small = ranked.filter((mark) => !fitsInside(mark, measure))
  const put = (mark: Unplaced, isAllowed: (row: number) => boolean) => {
    const found = optionsOf(mark, rowCount, measure).find(
      ({ row, box }) =>
        box.x0 >= mark.within.x0 - 1 && box.x1 <= mark.within.x1 + 1 && isAllowed(row) && rows.isFree(row, box),
    )
    if (found === undefined) return
    rows.take(found.row, found.box)
    placed.set(mark, { row: found.row, words: found.words, crowded: false })
  }
  // The lower half of the rows, where anything small is to stand above.
  const from = small.length > 0 ? Math.min(rowCount - 1, Math.ceil(rowCount / 2)) : 0
  for (const mark of rowCount === 1 ? ranked : wide) put(mark, (row) => row >= from)
  for (const mark of small) if (!placed.has(mark)) put(mark, () => true)
  for (const mark of wide) if (!placed.has(mark)) put(mark, () => true)
  for (const mark of ranked) {
    if (placed.has(mark)) continue
    const row = rows.firstFree(mark)
    if (row !== undefined) rows.take(row, mark)
    placed.set(mark, { row: row ?? rowCount - 1, words: null, crowded: row === undefined })
  }
  return marks.map((mark) => placed.get(mark) ?? { row: 0, words: null, crowded: true })
}

/** What a lane lacks with so many rows: words that gave way, and, worse, marks without a row. */
export function shortfall(placed: readonly PlacedMark[]): number {
  return placed.reduce((sum, { words, crowded }) => sum + (words === null ? 1 : 0) + (crowded ? 3 : 0), 0)
}
