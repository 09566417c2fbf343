import { diffArrays } from 'diff'
import { normaliseWording } from '@/lib/schema/plain-values'
import type { WordingRun } from './linked-case'

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/**
 * Words with the marks and spaces around them: opening marks go with the word that follows, all else with the word before.
 * Joined again they are the text.
 */
function toWords(text: string): string[] {
  const words: string[] = []
  let opening = ''
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    const last = words.length - 1
    if (isWordLike === true) {
      words.push(opening + segment)
      opening = ''
    } else if (opening === '' && last >= 0 && !/\s$/u.test(words[last] ?? '')) words[last] += segment
    else if (opening === '' && last >= 0 && /^\s+$/u.test(segment)) words[last] += segment
    else opening += segment
  }
  if (opening !== '' && words.length > 0) words[words.length - 1] += opening
  else if (opening !== '') words.push(opening)
  return words
}

/** Where our words stand in theirs without a gap; -1 where they do not. */
function findWhole(ours: readonly string[], theirs: readonly string[]): number {
  const [bareOurs, bareTheirs] = [ours.map(normaliseWording), theirs.map(normaliseWording)]
  return theirs.findIndex((_, start) => bareOurs.every((word, index) => word === (bareTheirs[start + index] ?? '')))
}

/** Runs that stand beside each other must not run together: ours may end where theirs goes on. */
function keepApart(runs: readonly WordingRun[]): WordingRun[] {
  const filled = runs.filter(({ text }) => text !== '')
  return filled.map((run, index) =>
    index === filled.length - 1 || /\s$/u.test(run.text) ? run : { ...run, text: `${run.text} ` },
  )
}

/**
 * Two wordings word by word, with Myers' algorithm (jsdiff); ours as one run where theirs has it without a gap, so that a
 * short quotation is not scattered over a long record. Case, punctuation and the kind of apostrophe make no difference; a
 * run that is the same has our text. All `same` and `ours` runs joined are `ours`, but for spaces at the runs' ends. Never
 * throws.
 */
export function compareWordings(ours: string, theirs: string): WordingRun[] {
  const ourWords = toWords(ours)
  const theirWords = toWords(theirs)
  const whole = findWhole(ourWords, theirWords)
  if (whole >= 0)
    return keepApart([
      { kind: 'theirs', text: theirWords.slice(0, whole).join('') },
      { kind: 'same', text: ours },
      { kind: 'theirs', text: theirWords.slice(whole + ourWords.length).join('') },
    ])
  const changes = diffArrays(ourWords, theirWords, {
    comparator: (left, right) => normaliseWording(left) === normaliseWording(right),
  })
  let position = 0
  const runs = changes.map(({ added, removed, value }): WordingRun => {
    if (added) return { kind: 'theirs', text: value.join('') }
    const text = ourWords.slice(position, position + value.length).join('')
    position += value.length
    return { kind: removed ? 'ours' : 'same', text }
  })
  return keepApart(runs)
}
