import { lowerBound } from '@/lib/schema/plain-values'
import { type FoldedText, foldText, isInsideWord, listWords, partsLetters, slicePoints, type Word } from './fold-text'

/** Numbers of words, shared by texts that are compared: the same word has the same number in both. */
export type Vocabulary = Map<string, number>

/** A text made ready for looking passages up: folded, its words with their numbers, where each three in a row stand. */
export interface IndexedText extends FoldedText {
  words: readonly Word[]
  numbers: Int32Array
  /** Indices of first words, by the three words. Made when first asked for. */
  threes: () => ReadonlyMap<string, readonly number[]>
  /** Whether a sentence or a paragraph starts with a word, or the text ends before it. */
  startsSentence: (word: number) => boolean
}

/** Where words stand in a folded text. */
export interface Span {
  start: number
  end: number
}

/** Three words in a row as one key; `undefined` where the text has no three there. */
export function threeAt({ numbers }: Pick<IndexedText, 'numbers'>, at: number): string | undefined {
  return at < 0 || at + 2 >= numbers.length ? undefined : `${numbers[at]} ${numbers[at + 1]} ${numbers[at + 2]}`
}

/** What ends a sentence or a paragraph, where it stands between two words. */
const SENTENCE_END = /[.!?…。！？]|\n\s*\n/u

/** Folds a text and lists its words. Linear. */
export function indexText(text: string, vocabulary: Vocabulary): IndexedText {
  const folded = foldText(text)
  const words = listWords(folded.folded)
  const numbers = Int32Array.from(words, ({ word }) => {
    const known = vocabulary.get(word) ?? vocabulary.size + 1
    vocabulary.set(word, known)
    return known
  })
  const starts = Uint8Array.from(words, ({ start }, index) => {
    const before = words[index - 1]?.end
    if (before === undefined) return 1
    const between = slicePoints(folded, folded.ends[before - 1] ?? 0, folded.starts[start] ?? 0)
    return SENTENCE_END.test(between) ? 1 : 0
  })
  let threes: Map<string, number[]> | undefined
  return {
    ...folded,
    words,
    numbers,
    threes: () => {
      if (threes !== undefined) return threes
      threes = new Map()
      for (let at = 0; at + 2 < numbers.length; at++) {
        const key = threeAt({ numbers }, at) ?? ''
        const known = threes.get(key)
        if (known === undefined) threes.set(key, [at])
        else known.push(at)
      }
      return threes
    },
    startsSentence: (word) => starts[word] !== 0,
  }
}

/** The index of the first word that starts at or after a place in the folded text. */
export function firstWordFrom({ words }: IndexedText, offset: number): number {
  return lowerBound(words.length, (index) => (words[index]?.start ?? 0) < offset)
}

/** Where words are, or something between words: the index of its first word, and of the first after it. */
export interface WordRange {
  left: number
  right: number
}

/** The words of a span of the folded text. */
export function toWordRange(text: IndexedText, { start, end }: Span): WordRange {
  return { left: firstWordFrom(text, start), right: firstWordFrom(text, end) }
}

/** A span with the rest of the words that it cuts at either end. */
export function widenToWords(folded: string, { start, end }: Span): Span {
  let [from, to] = [start, end]
  while (from > 0 && isInsideWord(folded, from)) from--
  while (to < folded.length && isInsideWord(folded, to)) to++
  return { start: from, end: to }
}

/** Where words stand in a text without cutting a letter from what combines with it; `null` for more than `most` places. */
export function findWords(text: IndexedText, words: string, most: number): Span[] | null {
  const found: Span[] = []
  if (words === '') return found
  for (let start = text.folded.indexOf(words); start !== -1; start = text.folded.indexOf(words, start + 1)) {
    const end = start + words.length
    if (!partsLetters(text, start) || !partsLetters(text, end)) continue
    if (found.length === most) return null
    found.push({ start, end })
  }
  return found
}

/** A span of the folded text in the text itself, in code points. */
export function toPoints({ starts, ends }: FoldedText, { start, end }: Span): Span {
  const from = starts[start] ?? 0
  return { start: from, end: end > start ? (ends[end - 1] ?? from) : from }
}
