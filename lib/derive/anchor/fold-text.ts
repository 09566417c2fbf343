import { lowerBound } from '@/lib/schema/plain-values'

/** Marks of quotation that differ only in kind. Single and double ones stay apart, as do feet and inches. */
const DOUBLE_MARKS = new Set('"“”„‟«»〝〞〟＂「」『』｢｣')
const SINGLE_MARKS = new Set("'‘’‚‛‹›＇")
/** What nobody sees: soft hyphen, zero-width space, word joiner, byte order mark. */
const INVISIBLE = new Set('\u00ad\u200b\u2060\ufeff')

/** A letter with what combines with it, as Unicode composes them; Hangul syllables of their parts. */
const CLUSTER = /[\u1100-\u115f\uac00-\ud7a3][\u1160-\u11ff]*\p{M}*|\P{M}\p{M}*|\p{M}+/uy
/** Below it nothing combines with what stands before. */
const FIRST_COMBINING = 0x300

/**
 * A text in which what is only typography is made alike, with the way back. Of each UTF-16 unit of `folded`: where the
 * letter that it comes from starts and ends in the text, in code points.
 */
export interface FoldedText {
  text: string
  folded: string
  starts: Int32Array
  ends: Int32Array
  /** Where each code point starts in `text`; absent where that is its own number. */
  units?: Int32Array
}

function foldCluster(cluster: string): string {
  if (INVISIBLE.has(cluster)) return ''
  if (DOUBLE_MARKS.has(cluster)) return '"'
  if (SINGLE_MARKS.has(cluster)) return "'"
  if (/^[\s\u0085]$/u.test(cluster)) return ' '
  return cluster.normalize('NFC')
}

function readCluster(text: string, at: number): string {
  const code = text.charCodeAt(at)
  const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0
  if (code < FIRST_COMBINING && next < FIRST_COMBINING) return text.charAt(at)
  CLUSTER.lastIndex = at
  return CLUSTER.exec(text)?.[0] ?? text.charAt(at)
}

/**
 * Folds canonically equivalent forms (NFC), kinds of white space and runs of it, kinds of quotation marks, and takes out
 * what is invisible. Letters, digits and all other marks stay as they are: a full-width digit, a Cyrillic а among Latin
 * letters, a dash for a hyphen are other characters. Linear.
 */
export function foldText(text: string): FoldedText {
  const parts: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let point = 0
  let afterSpace = false
  for (let at = 0; at < text.length; ) {
    const cluster = readCluster(text, at)
    const folded = cluster.length === 1 && /[\w,.]/.test(cluster) ? cluster : foldCluster(cluster)
    const points = cluster.length === 1 ? 1 : Array.from(cluster).length
    if (folded === ' ' && afterSpace) ends[ends.length - 1] = point + points
    else if (folded !== '') {
      parts.push(folded)
      for (let unit = 0; unit < folded.length; unit++) {
        starts.push(point)
        ends.push(point + points)
      }
      afterSpace = folded === ' '
    }
    at += cluster.length
    point += points
  }
  const folded = { text, folded: parts.join(''), starts: Int32Array.from(starts), ends: Int32Array.from(ends) }
  return point === text.length ? folded : { ...folded, units: listUnits(text, point) }
}

function listUnits(text: string, count: number): Int32Array {
  const units = new Int32Array(count + 1).fill(text.length)
  let [point, unit] = [0, 0]
  for (const character of text) {
    units[point++] = unit
    unit += character.length
  }
  return units
}

/** What stands in the text from one code point to another, end exclusive. */
export function slicePoints({ text, units }: FoldedText, start: number, end: number): string {
  return text.slice(units?.[start] ?? start, units === undefined ? end : (units[end] ?? text.length))
}

/** Whether a place in the folded text parts two letters, and does not cut one that is composed of several. */
export function partsLetters({ folded, starts }: FoldedText, at: number): boolean {
  return at === 0 || at === folded.length || starts[at] !== starts[at - 1]
}

/** Where in the folded text what starts at a code point is; the next that is there where that one was taken out. */
export function toFolded({ folded, starts }: FoldedText, point: number): number {
  return lowerBound(folded.length, (index) => (starts[index] ?? 0) < point)
}

/** Scripts that put no space between words: each character stands for itself. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const WORDS = new RegExp(
  `[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+(?:['](?:(?![${UNSPACED}])[\\p{L}\\p{N}])+|[.,]\\p{N}+)*`,
  'gu',
)

/** A word of a folded text, for comparing surroundings: lower case, compatible forms alike. */
export interface Word {
  word: string
  start: number
  end: number
}

/** The words of a folded text, with their places in it. */
export function listWords(folded: string): Word[] {
  return Array.from(folded.matchAll(WORDS), ({ 0: found, index }) => {
    const plain = found.normalize('NFKC').toLowerCase()
    return { word: plain, start: index, end: index + found.length }
  })
}

const [unspaced, alphanumeric, digit, letter] = [
  new RegExp(`^[${UNSPACED}]`, 'u'),
  /^[\p{L}\p{N}\p{M}]/u,
  /^\p{N}/u,
  /^[\p{L}\p{M}]/u,
]

function pointBefore(text: string, at: number): string {
  const last = text.charCodeAt(at - 1)
  return last >= 0xdc00 && last <= 0xdfff ? text.slice(at - 2, at) : text.slice(Math.max(0, at - 1), at)
}

function pointAfter(text: string, at: number): string {
  const point = text.codePointAt(at)
  return point === undefined ? '' : String.fromCodePoint(point)
}

/** Whether what stands on both sides of a connector is one word or number: don't, well-known, 1,200, 14:30. */
function connects(before: string, connector: string, after: string): boolean {
  if (digit.test(before) && digit.test(after)) return /^[.,:/'\p{Pd}]$/u.test(connector)
  // With a letter on one side, as in 300,000.x, nobody knows whether it is one number or a space is missing.
  if (digit.test(before) || digit.test(after))
    if (alphanumeric.test(before) && alphanumeric.test(after) && /^[.,]$/.test(connector)) return true
  return alphanumeric.test(before) && alphanumeric.test(after) && /^['\p{Pd}]$/u.test(connector)
}

/**
 * Whether a place in a folded text is inside a word or number, so that words which start or end there are not whole: in
 * ferry|man, 21|,200, 1| 200 people, −|5, 30|%, vice|-president.
 */
export function isInsideWord(folded: string, at: number): boolean {
  if (at <= 0 || at >= folded.length) return false
  const unit = folded.charCodeAt(at)
  if (unit >= 0xdc00 && unit <= 0xdfff) return true
  const [before, after] = [pointBefore(folded, at), pointAfter(folded, at)]
  if (unspaced.test(before) || unspaced.test(after)) return false
  if (alphanumeric.test(before) && alphanumeric.test(after)) return true
  const [before2, after2] = [pointBefore(folded, at - before.length), pointAfter(folded, at + after.length)]
  if (connects(before, after, after2) || connects(before2, before, after)) return true
  // A number in groups of three: 1 200.
  if (before === ' ' && digit.test(before2) && /^\p{N}{3}(?!\p{N})/u.test(folded.slice(at, at + 8))) return true
  if (digit.test(before) && after === ' ' && /^ \p{N}{3}(?!\p{N})/u.test(folded.slice(at, at + 9))) return true
  if (digit.test(before)) return /^[%‰°\p{Sc}]$/u.test(after)
  if (digit.test(after)) return /^[\p{Sc}\p{Sm}\p{Pd}]$/u.test(before) && !letter.test(before2)
  return false
}
