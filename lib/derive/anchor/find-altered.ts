import { diffArrays } from 'diff'
import { type Comparison, findNextTiled, type Pair } from './compare-places'
import { firstWordFrom, type IndexedText, type Span, toWordRange, type WordRange } from './index-text'

/** The part of the words that is still there where others were altered. */
const ALIKE = 0.4
/** As many words are replaced, rather than taken out and others put in, even where none stayed. */
const FEW_WORDS = 3
/** As many words next to the passage may have changed with it. */
const MOST_CHANGED = 6

function wordsOf({ numbers }: IndexedText, { left, right }: WordRange): number[] {
  return [...numbers.subarray(left, right)]
}

/** What is between the nearest words on both sides of the passage that still stand, where no other tile is between them. */
export function findGap({ tiling: { toNew, toOld } }: Comparison, home: WordRange): Pair | null {
  const [before, after] = [
    findNextTiled(toNew, home.left - 1, -1, MOST_CHANGED),
    findNextTiled(toNew, home.right, 1, MOST_CHANGED),
  ]
  if (before === null || after === null) return null
  const left = before === -1 ? 0 : (toNew[before] ?? -1) + 1
  const right = after === toNew.length ? toOld.length : (toNew[after] ?? -1)
  const isOwn = (old: number) => old === -1 || (old > before && old < after)
  if (right <= left || !toOld.subarray(left, right).every(isOwn)) return null
  return { old: { left: before + 1, right: after }, now: { left, right } }
}

/** Where in a gap the passage's own words would be, once the changed words around it are told from them. */
function narrow({ was, now }: Comparison, home: WordRange, gap: Pair): WordRange {
  let [ours, theirs] = [gap.old.left, gap.now.left]
  let { left, right } = gap.now
  let ended = false
  for (const { added, removed, value } of diffArrays(wordsOf(was, gap.old), wordsOf(now, gap.now))) {
    for (const _ of value) {
      if (!added) ours++
      if (!removed) theirs++
      if (added || removed) continue
      if (ours <= home.left) left = theirs
      else if (ours > home.right && !ended) {
        ended = true
        right = theirs - 1
      }
    }
  }
  return { left, right }
}

/** Whether words can be other words altered: enough of these are still there. */
function isLike(ours: readonly number[], theirs: readonly number[]): boolean {
  const kept = diffArrays([...ours], [...theirs])
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { value }) => sum + value.length, 0)
  return kept >= ALIKE * Math.max(ours.length, theirs.length)
}

/** The place between two words, without what stood between these and the passage in the old text too. */
export function toSpan({ was, now }: Comparison, from: Span, { left, right }: WordRange): Span {
  const [wasLeft, wasRight] = [firstWordFrom(was, from.start), firstWordFrom(was, from.end)]
  const lead = was.folded.slice(was.words[wasLeft - 1]?.end ?? 0, from.start)
  const trail = was.folded.slice(from.end, was.words[wasRight]?.start)
  const earliest = now.words[left - 1]?.end ?? 0
  const latest = now.words[right]?.start ?? now.folded.length
  const first = now.words[left]?.start ?? latest
  const last = now.words[right - 1]?.end ?? earliest
  const start = now.folded.startsWith(lead, earliest) ? earliest + lead.length : first
  const isTrailed = latest - trail.length >= last && now.folded.endsWith(trail, latest)
  return { start: Math.min(start, first), end: isTrailed ? latest - trail.length : last }
}

/** What stands in place of the passage in a gap; `null` where it is nothing, or nothing like it. */
export function findAltered(comparison: Comparison, from: Span, gap: Pair): Span | null {
  const { was, now } = comparison
  const home = toWordRange(was, from)
  const found = narrow(comparison, home, gap)
  const [ours, theirs] = [wordsOf(was, home), wordsOf(now, found)]
  const isNextTo = gap.old.left === home.left && gap.old.right === home.right
  const lost = [
    ...wordsOf(was, { left: gap.old.left, right: home.left }),
    ...wordsOf(was, { left: home.right, right: gap.old.right }),
  ]
  if (theirs.length === 0 || theirs.some((word) => lost.includes(word))) return null
  const isReplaced = isNextTo && ours.length <= FEW_WORDS && theirs.length <= FEW_WORDS
  return isReplaced || isLike(ours, theirs) ? toSpan(comparison, from, found) : null
}
