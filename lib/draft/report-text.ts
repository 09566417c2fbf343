import { listQuoted } from '@/lib/derive/list-quoted'
import { lowerBound } from '@/lib/schema/plain-values'

/** A stretch of a report, in UTF-16 code units of its text; end exclusive. */
export interface Stretch {
  start: number
  end: number
}

/** A passage between quotation marks. */
export interface QuotedStretch extends Stretch {
  /** Exactly what stands between the marks. */
  words: string
  /** What is wrong with its marks, if anything. */
  garbled?: 'a mark that nothing closes' | 'a closing mark too many'
}

/** A report as the drafter reads it. All positions are UTF-16 code units, as those of its regular expressions. */
export interface ReportText {
  text: string
  /** The text with each quoted passage blanked out, but for what ends a sentence in it: as long as the text itself. */
  told: string
  quoted: readonly QuotedStretch[]
  paragraphs: readonly Stretch[]
  sentences: readonly Stretch[]
  /** Unicode code points of the text before a position. */
  pointAt(unit: number): number
}

/** Stands for each unit of what is blanked out: neither a letter nor a space. */
export const BLANK = '\uFFFC'
/** After these a sentence goes on, whatever follows. */
const ABBREVIATED =
  /(?<![\p{L}])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Capt|Sen|Rep|Gov|St|No|Nos|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.\s*$/u

/** Longer than any abbreviation with what stands before it, units. */
const ABBREVIATION_REACH = 12
/** What goes on for longer without a full stop is no sentence; what is done with one may grow with its square. */
const MOST_SENTENCE = 2_000
/** As much is looked at for sentences at once: where every word is an abbreviation the search goes on to the end. */
const MOST_AT_ONCE = 20_000

function blankOut(text: string, quoted: readonly QuotedStretch[]): string {
  let told = ''
  let from = 0
  for (const { start, end } of quoted) {
    told += text.slice(from, start)
    const ending = /[.!?…]\s*$/u.exec(text.slice(start, end))?.[0] ?? ''
    told += BLANK.repeat(end - start - ending.length) + ending
    from = end
  }
  return told + text.slice(from)
}

const MARK = /["“”„‟‘’‚‛«»‹›「」『』〝〞〟]/u
const isInner = (unit: string | undefined) => unit !== undefined && /[\s\p{P}]/u.test(unit) && !MARK.test(unit)

/** The quoted passages, each with the punctuation at its ends, and up to a closing mark that is one too many. */
function listPassages(text: string, points: readonly string[], unitOf: Uint32Array): QuotedStretch[] {
  const { spans, strays } = listQuoted(points)
  const outer = spans.filter(({ depth }) => depth === 0)
  const closers = strays.filter(({ opens }) => !opens).map(({ at }) => unitOf[at] ?? 0)
  const closerAfter = (end: number) => closers[lowerBound(closers.length, (at) => (closers[at] ?? 0) <= end)]
  return outer.map((span, index) => {
    let [start, end] = [unitOf[span.start] ?? 0, unitOf[span.end] ?? 0]
    while (isInner(text[start - 1]) && text[start - 1] !== '\n') start--
    if (!MARK.test(text[start - 1] ?? '')) start = unitOf[span.start] ?? 0
    // A straight single mark closes what it has opened; elsewhere it is an apostrophe.
    const isStraight = text[start - 1] === "'"
    while (isInner(text[end]) && text[end] !== '\n' && !(isStraight && text[end] === "'")) end++
    const next = unitOf[outer[index + 1]?.start ?? points.length] ?? text.length
    const closer = span.unclosed ? undefined : closerAfter(end)
    const isNear = closer !== undefined && closer < next && !text.slice(end, closer).includes('\n')
    const stray = isNear ? closer : undefined
    const garbled = span.unclosed ? 'a mark that nothing closes' : 'a closing mark too many'
    if (stray !== undefined) end = stray
    return {
      start,
      end,
      words: text.slice(start, end),
      ...((span.unclosed || stray !== undefined) && ({ garbled } as const)),
    }
  })
}

function splitParagraphs(text: string): Stretch[] {
  return [...text.matchAll(/[^\n\r\u2028\u2029]+/gu)]
    .filter(({ 0: line }) => line.trim() !== '')
    .map(({ index, 0: line }) => ({ start: index, end: index + line.length }))
}

/** A stretch, or of one that is longer than `most` its pieces, cut between words where there are any. */
function cutLong(told: string, { start, end }: Stretch, most: number): Stretch[] {
  const pieces: Stretch[] = []
  let from = start
  while (end - from > most) {
    const space = told.slice(from + most / 2, from + most).lastIndexOf(' ')
    const to = space === -1 ? from + most : from + most / 2 + space + 1
    pieces.push({ start: from, end: to })
    from = to
  }
  return [...pieces, { start: from, end }]
}

function splitSentences(told: string, { start, end }: Stretch, segmenter: Intl.Segmenter): Stretch[] {
  const sentences: Stretch[] = []
  for (const { index, segment } of segmenter.segment(told.slice(start, end))) {
    const last = sentences.at(-1)
    const stretch = { start: start + index, end: start + index + segment.length }
    const lastWords =
      last === undefined ? '' : told.slice(Math.max(last.start, last.end - ABBREVIATION_REACH), last.end)
    if (last !== undefined && ABBREVIATED.test(lastWords)) last.end = stretch.end
    else sentences.push(stretch)
  }
  return sentences.flatMap((sentence) => cutLong(told, sentence, MOST_SENTENCE))
}

/** Reads a report's text: what is quoted in it, its paragraphs and sentences. Linear in the text; never throws. */
export function readReportText(text: string): ReportText {
  const points = Array.from(text)
  const unitOf = new Uint32Array(points.length + 1)
  const pointOf = new Uint32Array(text.length + 1)
  let unit = 0
  for (const [at, point] of points.entries()) {
    unitOf[at] = unit
    pointOf.fill(at, unit, unit + point.length)
    unit += point.length
  }
  unitOf[points.length] = unit
  pointOf[unit] = points.length
  const quoted = listPassages(text, points, unitOf).filter(({ words }) => words.trim() !== '')
  const told = blankOut(text, quoted)
  const paragraphs = splitParagraphs(text)
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
  const pieces = paragraphs.flatMap((paragraph) => cutLong(told, paragraph, MOST_AT_ONCE))
  const sentences = pieces.flatMap((piece) => splitSentences(told, piece, segmenter))
  return { text, told, quoted, paragraphs, sentences, pointAt: (at) => pointOf[at] ?? points.length }
}

/** The stretch of an ordered list that a position is in; a binary search. */
export function stretchAt<T extends Stretch>(stretches: readonly T[], at: number): T | undefined {
  const found = stretches[lowerBound(stretches.length, (index) => (stretches[index]?.end ?? 0) <= at)]
  return found !== undefined && found.start <= at ? found : undefined
}

function boundsWithin(stretches: readonly Stretch[], { start, end }: Stretch): [from: number, to: number] {
  const from = lowerBound(stretches.length, (index) => (stretches[index]?.start ?? 0) < start)
  const to = lowerBound(stretches.length, (index) => (stretches[index]?.end ?? 0) <= end)
  return [from, Math.max(from, to)]
}

/** The stretches of an ordered list that begin at `start` or later and end by `end`. */
export function stretchesWithin<T extends Stretch>(stretches: readonly T[], within: Stretch): T[] {
  const [from, to] = boundsWithin(stretches, within)
  return stretches.slice(from, to)
}

/** The first and the last of them, without the others: a paragraph may have a great many. */
export function endsWithin<T extends Stretch>(stretches: readonly T[], within: Stretch): [first?: T, last?: T] {
  const [from, to] = boundsWithin(stretches, within)
  const [first, last] = [stretches[from], stretches[to - 1]]
  return to > from && first !== undefined && last !== undefined ? [first, last] : []
}
