import { type IndexedText, type Place, threeAt } from './index-text'
import { countRunFrom, type Support, weighContext } from './weigh-context'

/** How far from the passage its surroundings are looked for, in words. */
const REACH = 24
/** Three words that stand in more places than these tell nothing. */
const MOST_HITS = 8
/** Words that may have been put in between a passage and its surroundings. */
const SLACK = 12
/** Fewer words in a row, and not next to the passage, may be there by chance. */
const MIN_RUN = 4

/** Where surroundings of the passage end or start in the new text, and how many words next to the passage they lack. */
interface Edge {
  at: number
  skipped: number
  /** How many words in a row are the passage's surroundings from there on. */
  run: number
}

/** A place in the new text where the passage's surroundings stand, on both sides or on one. */
export interface Gap extends Place {
  /** Words next to the passage that its surroundings lack here, on each side; `null` where that side is not here. */
  skippedLeft: number | null
  skippedRight: number | null
  /** How many words in a row are the passage's surroundings from there on. */
  runLeft: number
  runRight: number
  /** The passage's words that stand in it. */
  holds: readonly Place[]
  support: Support
}

/** Edges of the surroundings on one side, the nearest of each run of words. */
function findEdges(was: IndexedText, from: Place, now: IndexedText, side: 'left' | 'right'): Edge[] {
  const edges = new Map<number, Edge>()
  const [towards, next] = side === 'left' ? [1, 0] : [-1, -1]
  for (let reach = 0; reach < REACH; reach++) {
    const first = side === 'left' ? from.left - reach - 3 : from.right + reach
    const key = threeAt(was, first)
    if (key === undefined) break
    const hits = now.threes().get(key) ?? []
    if ((was.threes().get(key)?.length ?? 0) > MOST_HITS || hits.length > MOST_HITS) continue
    for (const hit of hits) {
      let [at, skipped] = [side === 'left' ? hit + 3 : hit, reach]
      const word = () => was.numbers[side === 'left' ? from.left - skipped : from.right + skipped - 1]
      while (skipped > 0 && now.numbers[at + next] === word()) {
        at += towards
        skipped--
      }
      const diagonal = at + towards * skipped
      if (edges.has(diagonal)) continue
      const run = countRunFrom(was, from, now, { left: at, right: at }, side, skipped)
      edges.set(diagonal, { at, skipped, run })
    }
  }
  return [...edges.values()].filter(
    (edge) => (edge.skipped === 0 || edge.run >= MIN_RUN) && isOwn(was, from, now, edge, side),
  )
}

/** Whether the words at an edge are this passage's surroundings rather than the same words elsewhere in the old text. */
function isOwn(was: IndexedText, from: Place, now: IndexedText, { at, skipped }: Edge, side: 'left' | 'right') {
  const own = side === 'left' ? from.left - skipped : from.right + skipped
  const nearest = side === 'left' ? 3 : 0
  const others = was.threes().get(threeAt(was, own - nearest) ?? '') ?? []
  const weighAt = (word: number) =>
    weighContext(was, { left: word, right: word }, now, { left: at, right: at }).near[side]
  const ours = weighAt(own)
  return others.every((other) => other + nearest === own || weighAt(other + nearest) <= ours)
}

/**
 * Places of the new text where the passage's surroundings stand, with those of its `standing` words that are in them. What
 * is farther apart than the passage is long, three times over, is not around one place.
 */
export function findGaps(was: IndexedText, from: Place, now: IndexedText, standing: readonly Place[]): Gap[] {
  const lefts = findEdges(was, from, now, 'left').toSorted((a, b) => a.at - b.at)
  const rights = findEdges(was, from, now, 'right').toSorted((a, b) => a.at - b.at)
  const length = 3 * (from.right - from.left) + SLACK
  const gaps: Omit<Gap, 'holds' | 'support'>[] = []
  const paired = new Set<Edge>()
  for (const { at, skipped, run } of lefts) {
    const right = rights.find((edge) => edge.at >= at && edge.at - at <= length + skipped + edge.skipped)
    if (right !== undefined) paired.add(right)
    gaps.push({
      left: at,
      right: right?.at ?? at,
      skippedLeft: skipped,
      skippedRight: right?.skipped ?? null,
      runLeft: run,
      runRight: right?.run ?? 0,
    })
  }
  for (const edge of rights) {
    if (paired.has(edge)) continue
    const { at, skipped, run } = edge
    gaps.push({ left: at, right: at, skippedLeft: null, skippedRight: skipped, runLeft: 0, runRight: run })
  }
  const around = from.right - from.left + SLACK
  return gaps.map((gap) => {
    const first = gap.skippedLeft === null ? gap.left - around - (gap.skippedRight ?? 0) : gap.left
    const last = gap.skippedRight === null ? gap.right + around + (gap.skippedLeft ?? 0) : gap.right
    const holds = standing.filter(({ left, right }) => first <= left && right <= last)
    return { ...gap, holds, support: weighContext(was, from, now, gap) }
  })
}
