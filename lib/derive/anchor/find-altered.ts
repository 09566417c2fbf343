import { diffArrays } from 'diff'
import type { Gap } from './find-gaps'
import { firstWordFrom, type IndexedText, type Place, type Span, toPlace } from './index-text'
import { total } from './weigh-context'

/** Below it, what stands around a gap may be there by chance. */
const MIN_SUPPORT = 4
/** The part of the words that is still there where others were altered. */
const ALIKE = 0.4
/** As many words are replaced, rather than taken out and others put in, even where none stayed. */
const FEW_WORDS = 3

function wordsOf({ numbers }: IndexedText, from: number, to: number): number[] {
  return [...numbers.subarray(Math.max(0, from), Math.max(0, to))]
}

/**
 * The gap that the passage's surroundings stand around, beyond doubt; `null` where there is none; `several` where others
 * are as good, or may be what is left of it.
 */
export function chooseGap(gaps: readonly Gap[], copied: number): Gap | null | 'several' {
  const isStrong = ({ runLeft, runRight }: Gap) => Math.max(runLeft, runRight) > copied
  const sorted = gaps.toSorted((a, b) => total(b.support.near) - total(a.support.near))
  const [best, ...rest] = sorted
  if (best === undefined || total(best.support.near) < MIN_SUPPORT || !isStrong(best)) return null
  const isRival = (gap: Gap) => isStrong(gap) || 2 * total(gap.support.near) > total(best.support.near)
  return rest.some(isRival) ? 'several' : best
}

/** Where in the gap the passage's own words would be, once the surroundings' changed words are told from them. */
function narrow(was: IndexedText, from: Place, now: IndexedText, gap: Gap): Place {
  const [before, after] = [gap.skippedLeft ?? 0, gap.skippedRight ?? 0]
  const start = from.left - before
  const runs = diffArrays(wordsOf(was, start, from.right + after), wordsOf(now, gap.left, gap.right))
  let [ours, theirs] = [start, gap.left]
  let { left, right } = gap
  let ended = false
  for (const { added, removed, value } of runs) {
    for (const _ of value) {
      if (!added) ours++
      if (!removed) theirs++
      if (added || removed) continue
      if (ours <= from.left) left = theirs
      else if (ours > from.right && !ended) {
        ended = true
        right = theirs - 1
      }
    }
  }
  return { left, right }
}

/** The place between two words, without what stood between these and the passage in the old text too. */
function toSpan(was: IndexedText, from: Span, now: IndexedText, { left, right }: Place): Span {
  const [wasLeft, wasRight] = [firstWordFrom(was, from.start), firstWordFrom(was, from.end)]
  const lead = was.folded.slice(was.words[wasLeft - 1]?.end ?? 0, from.start)
  const trail = was.folded.slice(from.end, was.words[wasRight]?.start)
  const earliest = now.words[left - 1]?.end ?? 0
  const latest = now.words[right]?.start ?? now.folded.length
  const first = now.words[left]?.start ?? latest
  const last = now.words[right - 1]?.end ?? earliest
  if (left >= right) return { start: earliest, end: earliest }
  const start = now.folded.startsWith(lead, earliest) ? earliest + lead.length : first
  const end =
    now.folded.endsWith(trail, latest) && latest === now.folded.length
      ? latest - trail.length
      : now.folded.slice(last, latest).endsWith(trail)
        ? latest - trail.length
        : last
  return { start: Math.min(start, first), end: Math.max(end, last) }
}

/** Whether few words stand in place of few, right between the passage's next words. */
function isReplaced(ours: readonly number[], theirs: readonly number[], gap: Gap): boolean {
  if (ours.length > FEW_WORDS || theirs.length > FEW_WORDS) return false
  return gap.skippedLeft === 0 && gap.skippedRight === 0 && Math.min(gap.runLeft, gap.runRight) > FEW_WORDS
}

/** Whether words can be other words altered: enough of these are still there. */
function isLike(ours: readonly number[], theirs: readonly number[]): boolean {
  const kept = diffArrays([...ours], [...theirs])
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { value }) => sum + value.length, 0)
  return kept >= ALIKE * Math.max(ours.length, theirs.length)
}

/** What stands in a gap in place of the passage; `null` where it is nothing, or nothing like it. */
export function findAltered(was: IndexedText, from: Span, now: IndexedText, gap: Gap): Span | null {
  const place = toPlace(was, from)
  if (gap.skippedLeft === null || gap.skippedRight === null) return null
  const found = narrow(was, place, now, gap)
  const [ours, theirs] = [wordsOf(was, place.left, place.right), wordsOf(now, found.left, found.right)]
  if (theirs.length === 0 || !(isReplaced(ours, theirs, gap) || isLike(ours, theirs))) return null
  return toSpan(was, from, now, found)
}
