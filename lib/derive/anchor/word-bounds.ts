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
