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

/**
 * How a record has the words. One that differs by its own account, but in no word that a comparison could mark, differs
 * in its marks alone, and a reader who sees two equal wordings has to be told so.
 */
export function howWorded(
  status: 'same-words' | 'differs',
  runs: readonly WordingRun[],
): 'agrees' | 'differs' | 'marksDiffer' {
  if (status === 'same-words') return 'agrees'
  return runs.every(({ kind }) => kind === 'same') ? 'marksDiffer' : 'differs'
}

/** A text without its outer blanks, and those blanks: an underline must not run on under a space. */
export function splitBlanks(text: string): [before: string, words: string, after: string] {
  const words = text.trim()
  const start = text.indexOf(words)
  return [text.slice(0, start), words, text.slice(start + words.length)]
}

/**
 * The runs of a comparison with the other record's own letters. A comparison takes case and punctuation for no
 * difference and keeps our text where both agree; what is shown as another record's wording has to be its own. Joined,
 * all but the `ours` runs are `words`; where they cannot be found in it, the runs stay as they are.
 */
export function restoreTheirs(runs: readonly WordingRun[], words: string): WordingRun[] {
  const restored: WordingRun[] = []
  let position = 0
  for (const [index, run] of runs.entries()) {
    if (run.kind === 'ours') {
      restored.push(run)
      continue
    }
    const end = run.kind === 'theirs' ? endOf(run, words, position) : startOfNext(runs, index, words, position)
    if (end < 0) return [...runs]
    restored.push({ kind: run.kind, text: words.slice(position, end) })
    position = end
  }
  return restored
}

function endOf(run: WordingRun, words: string, from: number): number {
  const text = run.text.trim()
  const start = words.indexOf(text, from)
  return start < 0 ? -1 : start + text.length
}

function startOfNext(runs: readonly WordingRun[], index: number, words: string, from: number): number {
  const next = runs.slice(index + 1).find((run) => run.kind === 'theirs')
  if (next === undefined) return words.length
  // The shared words are about as long here as there: a short word of theirs must not be found inside of them.
  const length = runs[index]?.text.trim().length ?? 0
  return words.indexOf(next.text.trim(), from + Math.floor(length * 0.9))
}
