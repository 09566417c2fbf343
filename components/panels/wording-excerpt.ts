import type { WordingRun } from '@/lib/derive/linked-case'

/** A stretch of the other record's wording as a card writes it. */
export interface ExcerptPiece {
  text: string
  /** `differs` stands for other words of ours, `added` for nothing of ours, `context` only surrounds the passage. */
  kind: 'same' | 'differs' | 'added' | 'context'
  /** With `differs`: our words in its place. */
  ours?: string
}

/** Words of surroundings that a card keeps on either side: enough to place the passage in its sentence. */
const CONTEXT_WORDS = 6

/**
 * The other record's wording, told from ours. A comparison of a phrase with the sentence it comes from would otherwise
 * mark that whole sentence as different: what lies before the first and after the last shared words, and replaces
 * nothing of ours, is context, and is cut to a few words with an ellipsis.
 */
export function excerptWording(runs: readonly WordingRun[]): ExcerptPiece[] {
  const pieces: ExcerptPiece[] = []
  for (const [index, run] of runs.entries()) {
    if (run.kind === 'same') pieces.push({ text: run.text, kind: 'same' })
    if (run.kind !== 'theirs') continue
    const ours = [runs[index - 1], runs[index + 1]].find((neighbour) => neighbour?.kind === 'ours')?.text.trim()
    const outer = index === 0 || index === runs.length - 1
    if (ours !== undefined && ours !== '') pieces.push({ text: run.text, kind: 'differs', ours })
    else if (outer) pieces.push({ text: trimContext(run.text, index === 0), kind: 'context' })
    else pieces.push({ text: run.text, kind: /[\p{L}\p{N}]/u.test(run.text) ? 'added' : 'same' })
  }
  return pieces
}

/** The words nearest to the passage: the last of what comes before it, the first of what comes after. */
function trimContext(text: string, before: boolean): string {
  const words = text.trim().split(/\s+/)
  if (words.length <= CONTEXT_WORDS + 2) return text
  return before
    ? `… ${words.slice(-CONTEXT_WORDS).join(' ')}${/\s$/.test(text) ? ' ' : ''}`
    : `${/^\s/.test(text) ? ' ' : ''}${words.slice(0, CONTEXT_WORDS).join(' ')} …`
}

/** A text without its outer blanks, and those blanks: an underline must not run on under a space. */
export function splitBlanks(text: string): [before: string, words: string, after: string] {
  const words = text.trim()
  const start = text.indexOf(words)
  return [text.slice(0, start), words, text.slice(start + words.length)]
}
