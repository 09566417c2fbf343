import { diffArrays } from 'diff'
import { foldText } from './fold-text'

/** Part of a passage and of what stands there now: in both, only in the passage as it was, or only in what stands now. */
export interface DifferenceRun {
  kind: 'same' | 'was' | 'now'
  text: string
}

/** Numbers, words, runs of white space, and every other character by itself. */
const PARTS = /\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{N}\p{M}]+|\s+|./gsu

/** The difference between two wordings to the letter: `same` and `was` joined are the one, `same` and `now` the other. */
export function tellDifference(was: string, now: string): DifferenceRun[] {
  return diffArrays(was.match(PARTS) ?? [], now.match(PARTS) ?? []).map(({ added, removed, value }) => ({
    kind: added ? 'now' : removed ? 'was' : 'same',
    text: value.join(''),
  }))
}

/** Whether two wordings differ only in Unicode form, white space, kind of quotation mark or invisible characters. */
export function differsInTypography(was: string, now: string): boolean {
  return foldText(was).folded === foldText(now).folded
}
