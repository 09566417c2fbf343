/** Words between quotation marks in a text; positions in code points, without the marks and the spaces at the ends. */
interface QuotedSpan {
  start: number
  end: number
  words: string
  /** How many quoted passages it stands within. */
  depth: number
  /** Its mark is never closed: it runs up to the next opening one of its kind, or to the end of its paragraph. */
  unclosed: boolean
}

interface QuotedText {
  spans: QuotedSpan[]
  /** Where marks close that nothing has opened. */
  strays: number[]
}

/** Each opening mark with those that may close it. A mark may be both, as in “English”, „deutsch“ and ”svenska”. */
const closersOf: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '”': '”',
  '„': '“”',
  '‘': '’',
  '‚': '‘’',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '「': '」',
  '『': '』',
}
/** Marks that open with a space after them too, as in French. */
const alwaysOpens = new Set(['«', '‹', '「', '『'])
const everyMark = new Set([...Object.keys(closersOf), ...Object.values(closersOf).join('')])

const isWordPart = (point: string | undefined) => point !== undefined && /[\p{L}\p{N}\p{M}]/u.test(point)
const isSpace = (point: string | undefined) => point === undefined || /\s/u.test(point)

/** Between letters, or before the digits of a year, it is an apostrophe: don’t, ’90s. After a word's last letter it may be both. */
function isApostrophe(points: readonly string[], at: number): boolean {
  if (points[at] !== "'" && points[at] !== '’') return false
  const [before, after] = [points[at - 1], points[at + 1]]
  if (isWordPart(before) && isWordPart(after)) return true
  return !isWordPart(before) && /^\d\d(s|\b)/.test(points.slice(at + 1, at + 5).join(''))
}

interface Open {
  mark: string
  at: number
}

/** Whether a mark that can do both opens here: it stands before a word, and not right after one. */
function startsWord(points: readonly string[], at: number): boolean {
  return !isSpace(points[at + 1]) && !isWordPart(points[at - 1])
}

/**
 * The passages of a text between quotation marks of any kind: straight, curly, guillemets in both directions, low and high,
 * corner brackets; nested, unbalanced, and continued over paragraphs, each of which opens anew. Apostrophes are no marks. In
 * the order in which they open; linear in the text. Never throws.
 */
export function listQuoted(points: readonly string[]): QuotedText {
  const spans: (QuotedSpan & { from: number })[] = []
  const strays: number[] = []
  let open: Open[] = []

  function close({ at }: Open, end: number, depth: number, unclosed: boolean): void {
    const isMark = (point: string | undefined) => point !== undefined && /[\s\p{P}"]/u.test(point)
    let [from, to] = [at + 1, end]
    while (from < to && isMark(points[from])) from++
    while (to > from && isMark(points[to - 1])) to--
    if (from < to)
      spans.push({ from: at, start: from, end: to, words: points.slice(from, to).join(''), depth, unclosed })
  }

  /** Closes the innermost passage that this mark can close, and what stands open within it. */
  function closeWith(mark: string, at: number): boolean {
    const index = open.findLastIndex((each) => closersOf[each.mark]?.includes(mark) === true)
    if (index === -1) return false
    endFrom(index + 1, at)
    const closed = open.pop()
    if (closed !== undefined) close(closed, at, index, false)
    return true
  }

  /** Ends all that stands open from the `depth` on, as nothing has closed it. */
  function endFrom(depth: number, at: number): void {
    for (const [inner, left] of open.entries()) if (inner >= depth) close(left, at, inner, true)
    open = open.slice(0, depth)
  }

  function openWith(mark: string, at: number): void {
    // One of the same kind that still stands open was never closed: a quotation is not quoted in its own marks.
    const same = open.findIndex((each) => each.mark === mark)
    if (same !== -1) endFrom(same, at)
    open.push({ mark, at })
  }

  for (const [at, point] of points.entries()) {
    if (point === '\n') {
      endFrom(0, at)
      continue
    }
    if (!everyMark.has(point) || isApostrophe(points, at)) continue
    const starts = startsWord(points, at)
    // „Zitat“ closes with the mark that opens “quotation”; after a space, before a word, it opens all the same.
    if (!(starts && isSpace(points[at - 1])) && closeWith(point, at)) continue
    if (point in closersOf && (starts || alwaysOpens.has(point))) openWith(point, at)
    else if (!closeWith(point, at) && point !== '’' && point !== "'") strays.push(at)
  }
  endFrom(0, points.length)
  const ordered = spans.sort((a, b) => a.from - b.from).map(({ from: _from, ...span }) => span)
  return { spans: ordered, strays }
}
