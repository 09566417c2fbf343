import { diffArrays } from 'diff'
import type { Passage } from '@/lib/schema/passage'
import { anchorByContext, anchorBySelectors, type Outcome, type PassageSelectors } from './anchor-by-selectors'
import { foldText, partsLetters, slicePoints, toFolded } from './fold-text'
import { type IndexedText, indexText, type Span, toPoints, type Vocabulary } from './index-text'
import { tileTexts } from './tile-texts'

/** Part of a passage and of what stands there now: in both, only in the passage as it was, or only in what stands now. */
interface DifferenceRun {
  kind: 'same' | 'was' | 'now'
  text: string
}

/** Numbers, words, runs of white space, and every other character by itself. */
const PARTS = /\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{N}\p{M}]+|\s+|./gsu

/** The difference between two wordings to the letter: `same` and `was` joined are the one, `same` and `now` the other. */
function listDifference(was: string, now: string): DifferenceRun[] {
  return diffArrays(was.match(PARTS) ?? [], now.match(PARTS) ?? []).map(({ added, removed, value }) => ({
    kind: added ? 'now' : removed ? 'was' : 'same',
    text: value.join(''),
  }))
}

/** Whether two wordings differ only in Unicode form, white space, kind of quotation mark or invisible characters. */
function differsInTypography(was: string, now: string): boolean {
  return foldText(was).folded === foldText(now).folded
}

/** What became of a passage when its source's text changed. Positions are in code points of the new text. */
export type PassageOutcome =
  /** Its words stand where they stood. */
  | { status: 'exact'; start: number; end: number }
  /** Its words stand elsewhere, and their surroundings leave no doubt that these are they. */
  | { status: 'moved'; start: number; end: number }
  /** Other words stand in its place. `typographyOnly`: the same words in another Unicode form, with other marks or spaces. */
  | {
      status: 'altered'
      start: number
      end: number
      words: string
      typographyOnly: boolean
      difference: DifferenceRun[]
    }
  /** Nothing tells which of these places it is, or that the only one is it. Empty where there are too many to list. */
  | { status: 'ambiguous'; places: Span[] }
  /** It is not there; `elsewhere` has its words in places that were there before, and are not it. */
  | { status: 'gone'; elsewhere: Span[] }

/** The selectors of a passage that has them. */
export function toSelectors({ exact, prefix, suffix, start, end }: Passage): PassageSelectors | null {
  if (prefix === undefined || suffix === undefined || start === undefined || end === undefined) return null
  return { exact, prefix, suffix, start, end }
}

/** The passage in the old text, folded; `null` where the text has other words there, or where it would cut a letter. */
function findInOld({ exact, start, end }: PassageSelectors, was: IndexedText): Span | null {
  if (slicePoints(was, start, end) !== exact) return null
  const span = { start: toFolded(was, start), end: toFolded(was, end) }
  const whole = toPoints(was, span)
  if (!partsLetters(was, span.start) || !partsLetters(was, span.end) || span.end === span.start) return null
  return whole.start >= start && whole.end <= end ? span : null
}

function toFate({ exact, start }: PassageSelectors, outcome: Outcome, now: IndexedText): PassageOutcome {
  if (outcome.kind === 'gone')
    return { status: 'gone', elsewhere: outcome.elsewhere.map((span) => toPoints(now, span)) }
  if (outcome.kind === 'ambiguous')
    return { status: 'ambiguous', places: outcome.places.map((span) => toPoints(now, span)) }
  const place = toPoints(now, outcome.span)
  const words = slicePoints(now, place.start, place.end)
  if (words === exact) return { status: place.start === start ? 'exact' : 'moved', ...place }
  return {
    status: 'altered',
    ...place,
    words,
    typographyOnly: differsInTypography(exact, words),
    difference: listDifference(exact, words),
  }
}

/**
 * Takes the new text of a source, and the old one where it is held, and gives what tells of each passage what became of
 * it. With the old text, what stood around the passage there tells it from the same words elsewhere; without it, only
 * prefix and suffix do, and more is left ambiguous. Words that differ from the passage's in anything, be it a kind of
 * quotation mark, are never `exact` or `moved`: the record would no longer have the source's own characters. Near linear
 * in the texts. Never throws.
 *
 * @param oldText In which the passages stand at their positions; without effect on those that do not.
 */
export function createAnchor(newText: string, oldText: string | null): (selectors: PassageSelectors) => PassageOutcome {
  const vocabulary: Vocabulary = new Map()
  const now = indexText(newText, vocabulary)
  const was = oldText === null ? null : indexText(oldText, vocabulary)
  const comparison = was === null ? null : { was, now, tiling: tileTexts(was, now) }
  return (selectors) => {
    const { start, end } = selectors
    const from = was === null ? null : findInOld(selectors, was)
    if (comparison === null || from === null)
      return toFate(selectors, anchorBySelectors(selectors, now, vocabulary), now)
    if (oldText === newText) return { status: 'exact', start, end }
    return toFate(selectors, anchorByContext(comparison, from), now)
  }
}
