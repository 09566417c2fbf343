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
    add(match[0], isMatched(match[0]), match.index)
    at = match.index + match[0].length
  }
  add(text.slice(at), false, at)
  return runs
}

/** The part of a long text that its first emphasised word stands in, cut between words; a short text as it is. */
export function excerptAround(text: string, isMatched: (word: string) => boolean): string {
  if (text.length <= EXCERPT_LENGTH) return text
  const first = markWords(text, isMatched).find(({ marked }) => marked)?.at ?? 0
  const start = first <= LEAD_LENGTH ? 0 : text.indexOf(' ', first - LEAD_LENGTH) + 1
  const rest = text.slice(start)
  const cut = rest.length <= EXCERPT_LENGTH ? rest : `${rest.slice(0, EXCERPT_LENGTH).replace(/\s+\S*$/u, '')}…`
  return start === 0 ? cut : `…${cut}`
}
