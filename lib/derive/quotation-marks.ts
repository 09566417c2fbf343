/**
 * Each opening mark with those that may close it. A mark may be both, as in “English”, „deutsch“ and ”svenska”; `„` with a
 * straight mark, and `“` on both sides, are how people type who lack the right key.
 */
export const closersOf: Readonly<Record<string, string>> = {
  '"': '"',
  '＂': '＂',
  "'": "'",
  '＇': '＇',
  '“': '”“',
  '”': '”',
  '„': '“”"',
  '‟': '”',
  '‘': '’',
  '’': '’',
  '‚': '‘’',
  '‛': '’',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '「': '」',
  '『': '』',
  '｢': '｣',
  '〝': '〟〞',
}
/** Marks that stand for an apostrophe too. */
const singles = new Set(["'", '＇', '‘', '’', '‛'])
const isSingle = (point: string | undefined) => point !== undefined && singles.has(point)
/** Marks that people put after a number for feet and inches. */
const primes = new Set(["'", '’', '"', '”', '“'])
const ratherOpens = new Set(['“', '„', '‟', '‘', '‚', '‛', '«', '‹', '「', '『', '｢', '〝'])
const ratherCloses = new Set(['”', '’', '»', '›'])
const everyMark = new Set([...Object.keys(closersOf), ...Object.values(closersOf).join('')])

/** A word with an apostrophe for its end, or that may have one: the dogs’, Max’, goin’, o’. */
const clippedAtEnd = /(?:[sxzß]|in|(?<!\p{L})(?:an|o|ol|th|wi))$/iu
/** A word or year with an apostrophe for its beginning: ’90s, ’tis, ’em; Dutch ’s and ’t. */
const clippedAtStart =
  /^(?:\d\ds?|[kmnrst]|bout|cause|cos|em|gainst|neath|round|till?|tis|twas|twere|twill)(?![\p{L}\p{N}])/iu
/** Feet and inches have few digits; longer numbers are rather years and sums, which stand at a quotation's end as any word. */
const shortNumber = /(?<![\d½¼¾])[\d½¼¾]{1,3}$/

export const isSpace = (point: string | undefined) => point === undefined || /\s/u.test(point)
/** A letter or digit of a script that parts words by spaces: in others, what stands beside a mark does not tell its side. */
const isLetter = (point: string | undefined) =>
  point !== undefined &&
  /[\p{L}\p{N}\p{M}]/u.test(point) &&
  !/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u.test(point)

/** A quotation mark of a text, and what its neighbours tell of it. */
export interface QuotationMark {
  at: number
  mark: string
  isSingle: boolean
  /** It stands before words, as an opening mark does, or after them; or this is not to be told. */
  side: 'before' | 'after' | 'unknown'
  ratherOpens: boolean
  ratherCloses: boolean
  /** An opening mark that is an apostrophe unless something closes it. */
  mayClipStart: boolean
  /** A closing mark after the end of a word that may have an apostrophe there. */
  mayClipEnd: boolean
  /** It may be no mark, but an apostrophe or inches: it closes what stands open, and else is nothing. */
  isDoubtful: boolean
  /** Of a doubtful mark: the marks that close, or lack an opening one, before any that opens for them. */
  closingLater: string
  /** What it would be were it left over: single marks after a word are then apostrophes. */
  mayBeApostrophe: boolean
  isBetweenSpaces: boolean
  followsLetter: boolean
}

/** Between letters, in ’n’, and before the s of the U.S.’s, it is nothing else. */
function isApostrophe(points: readonly string[], at: number): boolean {
  if (!isSingle(points[at])) return false
  const [before, after] = [points[at - 1], points[at + 1]]
  if (isLetter(before) && isLetter(after)) return true
  if (/^n$/i.test(after ?? '') && isSingle(points[at + 2])) return true
  if (/^n$/i.test(before ?? '') && isSingle(points[at - 2])) return true
  return !isSpace(before) && !everyMark.has(before ?? '') && after === 's' && !isLetter(points[at + 2])
}

function readSide(points: readonly string[], at: number): QuotationMark['side'] {
  const [before, after] = [points[at - 1], points[at + 1]]
  const isAtOpening =
    isSpace(before) || /\p{Ps}/u.test(before ?? '') || (/\p{Pd}/u.test(before ?? '') && isLetter(after))
  if (isAtOpening && !isSpace(after)) return 'before'
  if (isSpace(before)) return 'unknown'
  if (isSpace(after) || (isLetter(before) && !isLetter(after))) return 'after'
  const endsSentence = /[\p{Pe}\p{Po}]/u.test(after ?? '') && !/[¿¡]/.test(after ?? '') && !everyMark.has(after ?? '')
  return endsSentence ? 'after' : 'unknown'
}

function readMark(points: readonly string[], at: number, mark: string): QuotationMark {
  const [before, after] = [points[at - 1], points[at + 1]]
  const isOne = isSingle(mark)
  const followsLetter = isLetter(before)
  const wordBefore = followsLetter ? points.slice(Math.max(0, at - 4), at).join('') : ''
  const mayClipEnd = isOne && clippedAtEnd.test(wordBefore)
  const isBeforeWord = isSpace(after) && isLetter(points[at + 2])
  const isClipped = isOne && clippedAtStart.test(points.slice(at + 1, at + 9).join(''))
  const side = readSide(points, at)
  return {
    at,
    mark,
    isSingle: isOne,
    side,
    ratherOpens: ratherOpens.has(mark),
    ratherCloses: ratherCloses.has(mark),
    mayClipStart: side !== 'after' && !isSpace(after) && (mark === '’' || isClipped),
    mayClipEnd,
    isDoubtful: (mayClipEnd && isBeforeWord) || (primes.has(mark) && shortNumber.test(wordBefore)),
    closingLater: '',
    mayBeApostrophe: isOne && (followsLetter || isSpace(before)),
    isBetweenSpaces: isSpace(before) && isSpace(after),
    followsLetter,
  }
}

/** The next point of the line from `at` on that is no space: its place, or that of the line's end. */
export function skipSpaces(points: readonly string[], at: number): number {
  let next = at
  while (next < points.length && points[next] !== '\n' && isSpace(points[next])) next++
  return next
}

/** Whether a blank line, or nothing more, follows the line break at `at`. */
export function isBeforeBlankLine(points: readonly string[], at: number): boolean {
  return (points[skipSpaces(points, at + 1)] ?? '\n') === '\n'
}

/**
 * The quotation marks of a text by their place in code points, without what is an apostrophe for certain. ‘The dogs’ bowl,’
 * has two marks that could close: that after a plural is doubtful, and knows what follows it up to its paragraph's end.
 * Linear in the text.
 */
export function readQuotationMarks(points: readonly string[]): Map<number, QuotationMark> {
  const marks = new Map<number, QuotationMark>()
  /** What comes next of what each closing mark closes: that mark, or one that opens. */
  const next = new Map<string, 'opens' | 'closes'>()
  for (let at = points.length - 1; at >= 0; at--) {
    const point = points[at]
    if (point === undefined) continue
    if (point === '\n' && isBeforeBlankLine(points, at)) next.clear()
    if (!everyMark.has(point) || isApostrophe(points, at)) continue
    const mark = readMark(points, at, point)
    marks.set(at, mark)
    if (mark.isDoubtful)
      mark.closingLater = [...next].flatMap(([each, does]) => (does === 'closes' ? each : [])).join('')
    if (mark.isDoubtful || mark.mayClipStart) continue
    const closers = closersOf[point]
    if (closers === undefined || mark.side === 'after' || (mark.side === 'unknown' && !mark.ratherOpens))
      next.set(point, 'closes')
    else for (const closer of closers) next.set(closer, 'opens')
  }
  return marks
}
