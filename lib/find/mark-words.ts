import { lettersOf } from '@/lib/derive/spellings'

/** A run of a text, and whether it is to be emphasised. */
export interface MarkedRun {
  text: string
  marked: boolean
  /** Where it begins in the text: tells runs of the same words apart. */
  at: number
}

const EXCERPT_LENGTH = 110
/** How much of a long text stands before its first emphasised word. */
const LEAD_LENGTH = 36

/** A word as it is or, where it is of a script without spaces, its letters, each by its neighbours. */
function partsOf(word: string, isMatched: (word: string) => boolean): { part: string; marked: boolean }[] {
  const letters = lettersOf(word)
  if (letters === null) return [{ part: word, marked: isMatched(word) }]
  return letters.map((part, at) => ({
    part,
    marked: [part, (letters[at - 1] ?? '') + part, part + (letters[at + 1] ?? '')].some(isMatched),
  }))
}

/** A text in runs, with the words emphasised that `isMatched` takes. */
export function markWords(text: string, isMatched: (word: string) => boolean): MarkedRun[] {
  const runs: MarkedRun[] = []
  const add = (part: string, marked: boolean, at: number) => {
    const last = runs.at(-1)
    if (last !== undefined && last.marked === marked) last.text += part
    else if (part !== '') runs.push({ text: part, marked, at })
  }
  let at = 0
  for (const match of text.matchAll(/(?:\d[\d., \u00a0\u2009\u202f]*)?\d|[\p{Letter}\p{Mark}\p{Number}'’]+/gu)) {
    add(text.slice(at, match.index), false, at)
    at = match.index
    for (const { part, marked } of partsOf(match[0], isMatched)) {
      add(part, marked, at)
      at += part.length
    }
  }
  add(text.slice(at), false, at)
  return runs
}

/** The part of a long text that its first emphasised word stands in, cut between words; a short text as it is. */
export function excerptAround(text: string, isMatched: (word: string) => boolean): string {
  if (text.length <= EXCERPT_LENGTH) return text
  const first = markWords(text, isMatched).find(({ marked }) => marked)?.at ?? 0
  const space = text.indexOf(' ', first - LEAD_LENGTH)
  // Of a text without spaces it begins with what was found.
  const start = first <= LEAD_LENGTH ? 0 : space < 0 || space > first ? first : space + 1
  const rest = text.slice(start)
  const cut = rest.length <= EXCERPT_LENGTH ? rest : `${rest.slice(0, EXCERPT_LENGTH).replace(/\s+\S*$/u, '')}…`
  return start === 0 ? cut : `…${cut}`
}
