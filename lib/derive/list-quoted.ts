import {
  closersOf,
  isBeforeBlankLine,
  isSpace,
  type QuotationMark,
  readQuotationMarks,
  skipSpaces,
} from './quotation-marks'

/** Words between quotation marks in a text; positions in code points, without the marks and the spaces at the ends. */
interface QuotedSpan {
  start: number
  end: number
  words: string
  /** How many quoted passages it stands within. */
  depth: number
  /** Its mark is never closed: it runs up to the next opening one of its kind, or to the end of its line. */
  unclosed: boolean
}

/** A quotation mark without its other half. */
export interface StrayMark {
  at: number
  /** It opens what nothing closes; else it closes what nothing has opened. */
  opens: boolean
}

interface QuotedText {
  spans: QuotedSpan[]
  strays: StrayMark[]
}

/** A span with the places of its marks, or of where it ends for want of one. */
interface MarkedSpan extends Omit<QuotedSpan, 'depth'> {
  from: number
  to: number
}

interface Open {
  mark: string
  at: number
  /** Where it ends if nothing closes it. */
  limit?: number
  /** It is an apostrophe if nothing closes it. */
  mayBeApostrophe: boolean
  isSingle: boolean
}

/** Nobody quotes deeper than this: more is a text of marks alone, whose spans would grow with the square of its length. */
const MAX_DEPTH = 8
/** Each paragraph of a speech opens anew with its mark; in Spanish with the closing one. */
const repeatedAs: Readonly<Record<string, string>> = { '«': '»', '‹': '›' }

const closes = (mark: string, opened: Open) => closersOf[opened.mark]?.includes(mark) === true
const sharesCloser = (mark: string, opened: Open) => [...(closersOf[mark] ?? '')].some((each) => closes(each, opened))

/** Whether what stood open at a paragraph's end goes on with the mark at `at`, the first of the next. */
function goesOn(points: readonly string[], at: number, opened: Open, ratherOpens: boolean): boolean {
  if (opened.mayBeApostrophe) return false
  const point = points[at]
  const isBeforeWord = !isSpace(points[at + 1])
  return opened.mark === point ? ratherOpens || isBeforeWord : repeatedAs[opened.mark] === point && isBeforeWord
}

/** Whether a mark opens, where `partner` is what it could close. */
function opensHere(mark: QuotationMark, partner: Open | undefined): boolean {
  if (closersOf[mark.mark] === undefined || mark.isDoubtful) return false
  // “He left, ”and went: a mark that rather closes does so wherever it stands.
  if (mark.side === 'before') return !mark.ratherCloses || partner === undefined || partner.mark === mark.mark
  if (partner !== undefined) return false
  if (mark.side === 'unknown') return !(mark.ratherCloses && mark.isBetweenSpaces)
  // « stands before a space in French, and after a word where a space was forgotten; “ there is one too many.
  return mark.ratherOpens && (!mark.followsLetter || !'“‘'.includes(mark.mark))
}

/** The innermost open passage that a mark can close, as its place in `open`, or −1. */
function findPartner(open: readonly Open[], mark: QuotationMark): number {
  return open.findLastIndex((opened) => {
    if (!closes(mark.mark, opened) || (opened.mayBeApostrophe && mark.mayClipEnd)) return false
    // ‘The dogs’ bowl is here,’: a surer one comes.
    if (mark.isDoubtful && [...mark.closingLater].some((each) => closes(each, opened))) return false
    return !(mark.ratherOpens && opened.mark === mark.mark && mark.side !== 'after')
  })
}

/** The spans in the order in which they open, each with its depth. */
function toNested(spans: MarkedSpan[]): QuotedSpan[] {
  const around: number[] = []
  return spans
    .sort((a, b) => a.from - b.from)
    .map(({ from, to, ...span }) => {
      while ((around.at(-1) ?? Number.POSITIVE_INFINITY) <= from) around.pop()
      around.push(to)
      return { ...span, depth: around.length - 1 }
    })
}

/**
 * The passages of a text between quotation marks of any kind: straight, curly, guillemets in both directions, low and high,
 * fullwidth, corner brackets; nested, also in marks of the same kind; over line breaks; and continued over paragraphs, each
 * of which opens anew and counts as a passage. Apostrophes, feet and inches are no marks. Marks without their other half are
 * listed as strays: what a double one opens is a passage all the same, what a single one opens may be a word with an
 * apostrophe. Both in the order of the text; linear in it. Never throws.
 */
export function listQuoted(points: readonly string[]): QuotedText {
  const marks = readQuotationMarks(points)
  const spans: MarkedSpan[] = []
  const strays: StrayMark[] = []
  let open: Open[] = []
  /** What stood open at the end of the paragraph before, until it is told whether this one goes on with it. */
  let carried: Open[] = []
  let carriedTo = 0
  let lineStart = 0

  function addSpan(from: number, to: number, unclosed: boolean): void {
    const isMark = (point: string | undefined) => point !== undefined && /[\s\p{P}"]/u.test(point)
    let [start, end] = [from + 1, to]
    while (start < end && isMark(points[start])) start++
    while (end > start && isMark(points[end - 1])) end--
    if (start < end) spans.push({ from, to, start, end, words: points.slice(start, end).join(''), unclosed })
  }

  function leaveUnclosed({ at, limit, mayBeApostrophe, isSingle }: Open, end: number): void {
    if (mayBeApostrophe) return
    strays.push({ at, opens: true })
    if (!isSingle) addSpan(at, Math.min(limit ?? end, end), true)
  }

  function openWith(opened: Open): void {
    for (const each of open) if (each.mark === opened.mark) each.limit ??= opened.at
    const outermost = open.length === MAX_DEPTH ? open.shift() : undefined
    if (outermost !== undefined) leaveUnclosed(outermost, opened.at)
    open.push(opened)
  }

  /** Closes what stands open at `index`; what stands open within it is never closed. */
  function closeAt(index: number, opened: Open, at: number): void {
    for (const each of open.slice(index + 1)) leaveUnclosed(each, at)
    open = open.slice(0, index)
    addSpan(opened.at, at, false)
  }

  /** Whether the first mark of a paragraph goes on with what the one before has left open. */
  function resumesAt(at: number): boolean {
    const ratherOpens = marks.get(at)?.ratherOpens === true
    const index = carried.findIndex((each) => goesOn(points, at, each, ratherOpens))
    const resumed = carried[index]
    for (const each of resumed === undefined ? carried : carried.slice(0, index)) leaveUnclosed(each, carriedTo)
    carried = resumed === undefined ? [] : carried.slice(index + 1)
    if (resumed === undefined) return false
    addSpan(resumed.at, carriedTo, false)
    openWith({ mark: resumed.mark, at, mayBeApostrophe: false, isSingle: resumed.isSingle })
    return true
  }

  /** A blank line ends a paragraph; so does a line that opens anew with a mark that the line before has left open. */
  function breakLine(at: number): void {
    const next = skipSpaces(points, at + 1)
    const ratherOpens = marks.get(next)?.ratherOpens === true
    const isParagraphsEnd =
      isBeforeBlankLine(points, at) ||
      open.some((each) => each.at >= lineStart && each.mark === points[next] && goesOn(points, next, each, ratherOpens))
    lineStart = at + 1
    if (!isParagraphsEnd) for (const each of open) each.limit ??= at
    else if (open.length > 0) [carried, carriedTo, open] = [open, at, []]
  }

  function readMark(mark: QuotationMark): void {
    const { at, side, mayClipStart, mayBeApostrophe, isDoubtful } = mark
    // ‘Well, ’tis done,’: within single marks it is the apostrophe.
    if (mayClipStart && side === 'before' && open.some((each) => sharesCloser(mark.mark, each))) return
    const index = findPartner(open, mark)
    const partner = open[index]
    if (opensHere(mark, partner))
      openWith({ mark: mark.mark, at, mayBeApostrophe: mayClipStart, isSingle: mark.isSingle })
    else if (partner !== undefined) closeAt(index, partner, at)
    else if (!isDoubtful && !mayBeApostrophe) strays.push({ at, opens: false })
  }

  for (const [at, point] of points.entries()) {
    if (point === '\n') breakLine(at)
    else if (carried.length > 0 && !isSpace(point) && resumesAt(at)) continue
    else {
      const mark = marks.get(at)
      if (mark !== undefined) readMark(mark)
    }
  }
  for (const each of carried) leaveUnclosed(each, carriedTo)
  for (const each of open) leaveUnclosed(each, points.length)
  return { spans: toNested(spans), strays: strays.sort((a, b) => a.at - b.at) }
}
