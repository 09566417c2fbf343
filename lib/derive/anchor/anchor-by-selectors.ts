import { AMPLE_NEAR, hasNearCopy, isLong, MOST_PLACES, type Outcome, SOME_NEAR } from './anchor-by-context'
import { chooseGap, findAltered } from './find-altered'
import { findGaps, type Gap } from './find-gaps'
import { toFolded } from './fold-text'
import { findWords, type IndexedText, indexText, type Place, toPlace, toPoints, type Vocabulary } from './index-text'
import { outweighs, total, weighContext } from './weigh-context'
import { isInsideWord } from './word-bounds'

/** A passage as its record keeps it: its words, up to 32 characters on either side, and where it stood, in code points. */
export interface PassageSelectors {
  exact: string
  prefix: string
  suffix: string
  start: number
  end: number
}

/**
 * What became of a passage, by no more than its record keeps of it. Without the old text nothing tells the passage from
 * the same words elsewhere but its prefix and suffix, so both must stand; where these are too short to tell, its words must
 * stand alone, and where they stood or be many.
 */
export function anchorBySelectors(selectors: PassageSelectors, now: IndexedText, vocabulary: Vocabulary): Outcome {
  const { prefix, exact, suffix, start } = selectors
  const kept = indexText(prefix + exact + suffix, vocabulary, 'part')
  const from = {
    start: toFolded(kept, Array.from(prefix).length),
    end: toFolded(kept, Array.from(prefix + exact).length),
  }
  const [before, words, after] = [
    kept.folded.slice(0, from.start),
    kept.folded.slice(from.start, from.end),
    kept.folded.slice(from.end),
  ]
  const all = findWords(now, words, MOST_PLACES)
  if (all === null) return { kind: 'ambiguous', places: [] }
  const cutsAlike = (at: number, keptAt: number) => isInsideWord(now.folded, at) === isInsideWord(kept.folded, keptAt)
  const home = toPlace(kept, from)
  const standing = all.map((span) => ({
    span,
    support: weighContext(kept, home, now, toPlace(now, span)),
    alike: cutsAlike(span.start, from.start) && cutsAlike(span.end, from.end),
    follows: now.folded.endsWith(before, span.start),
    precedes: now.folded.startsWith(after, span.end),
    inPlace: toPoints(now, span).start === start,
  }))
  const around = findGaps(
    kept,
    home,
    now,
    standing.filter(({ alike }) => alike).map(({ span }) => toPlace(now, span)),
  )
  const gaps = around.filter(({ holds }) => holds.length === 0)
  const isOurs = (entry: (typeof standing)[number]): boolean => {
    const { span, support, alike, follows, precedes, inPlace } = entry
    const alone = all.length === 1 && gaps.length === 0
    const half = (follows || precedes) && total(support.near) >= SOME_NEAR
    if (!alike || !(follows && precedes)) return alike && inPlace && half && alone
    const rivals = [...standing.filter((other) => other !== entry), ...gaps]
    if (!rivals.every((rival) => outweighs(support, rival.support))) return false
    const near = total(support.near)
    if (near >= AMPLE_NEAR || (inPlace && near >= SOME_NEAR)) return true
    return alone && (inPlace || (isLong(now, span) && !hasNearCopy(kept, home, now, toPlace(now, span))))
  }
  const ours = standing.filter(isOurs)
  if (ours[0] !== undefined && ours.length === 1) return { kind: 'stands', span: ours[0].span }
  if (standing.some(({ alike }) => alike)) return { kind: 'ambiguous', places: all }
  const gap = chooseGap(gaps, 0)
  const isFramed =
    gap !== null &&
    gap !== 'several' &&
    gap.skippedLeft === 0 &&
    gap.skippedRight === 0 &&
    isWholly(kept, home, now, gap)
  const span = isFramed ? findAltered(kept, from, now, gap) : null
  if (span !== null) return { kind: 'altered', span }
  return all.length > 0 || gap === 'several' ? { kind: 'ambiguous', places: all } : { kind: 'gone', elsewhere: [] }
}

/** Whether all that is kept of a passage's surroundings, up to the words next to it, stands at a gap. */
function isWholly(kept: IndexedText, { left, right }: Place, now: IndexedText, gap: Gap): boolean {
  const before = kept.folded.slice(0, kept.words[left - 1]?.end ?? 0)
  const after = kept.folded.slice(kept.words[right]?.start ?? kept.folded.length)
  return (
    now.folded.endsWith(before, now.words[gap.left - 1]?.end ?? 0) &&
    now.folded.startsWith(after, now.words[gap.right]?.start ?? now.folded.length)
  )
}
