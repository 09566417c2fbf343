import {
  type Comparison,
  countRun,
  countSeams,
  countTile,
  findEchoes,
  findNeighboured,
  findTile,
  growRun,
  growTile,
  isAtHome,
  joinEchoes,
  type Pair,
  total,
} from './compare-places'
import type { WordRange } from './index-text'

/** As many words in a row, the passage's and those around it, are the same by no chance: set phrases are shorter. */
const ENOUGH = 7
/** Fewer words next to a short passage, in its tile, prove nothing even between its old neighbours. */
const LEAST_CONTEXT = 2
/** As many words in a row may be the same by chance, as set phrases are. */
const CHANCE = 4
/** An echo that has as much as this part of what is around the passage may be its own place, altered. */
const MOST_OF = 1 / 2

/** A passage, and where its words stand in both texts. */
export interface Search {
  comparison: Comparison
  home: WordRange
  /** The same words elsewhere in the old text. */
  others: readonly WordRange[]
  /** The same words in the new text. */
  places: readonly WordRange[]
  /** Which of the others a place of the new text belongs to, by its first word. */
  owners: ReadonlyMap<number, WordRange>
}

/** Which places of the new text are in tiles of the same words elsewhere in the old one, with words around them. */
export function findOwners(comparison: Comparison, others: readonly WordRange[]): Map<number, WordRange> {
  const owners = new Map<number, WordRange>()
  for (const other of others) {
    const place = findTile(comparison, other)
    if (place !== null && total(countTile(comparison, { old: other, now: place })) > 0) owners.set(place.left, other)
  }
  return owners
}

/** Whether a sentence begins or ends at one side of a pair in both texts. */
function isSentenceEdge({ was, now: text }: Comparison, { old, now }: Pair, side: keyof WordRange): boolean {
  return was.startsSentence(old[side]) && text.startsSentence(now[side])
}

/** Whether a block of tiles, on each side, has the neighbours that it had, or moved with its whole sentence. */
function isSettled(comparison: Comparison, { old, now }: Pair, context: number): boolean {
  const near = findNeighboured(comparison, { old, now })
  if (old.right - old.left < ENOUGH) return near.left && near.right && context >= LEAST_CONTEXT
  const isFree = (side: keyof WordRange) => near[side] || isSentenceEdge(comparison, { old, now }, side)
  return isFree('left') && isFree('right')
}

/** Whether so few words stand a second time at a block's edges that it is by chance; one may do so anywhere. */
function isSeamless(comparison: Comparison, block: Pair, context: number): boolean {
  const { left, right } = findNeighboured(comparison, block)
  return countSeams(comparison, block) <= (left && right ? context / 4 : 1)
}

/** Where the sentences begin and end that a passage is in. */
function sentencesOf({ was }: Comparison, { left, right }: WordRange): WordRange {
  let [start, end] = [left, right]
  while (!was.startsSentence(start)) start--
  while (!was.startsSentence(end)) end++
  return { left: start, right: end }
}

/** Whether words have all of the sentences that the passage is in: who has these may be the passage, moved. */
function hasSentence(comparison: Comparison, { left, right }: WordRange, home: WordRange): boolean {
  const sentences = sentencesOf(comparison, home)
  return left <= sentences.left && sentences.right <= right
}

/** Whether an echo is a small part of what is around a place, and stands among strangers. */
function isSmall(comparison: Comparison, echo: Pair, reach: WordRange): boolean {
  const { left, right } = echo.old
  const isLess = (reach.left < left && right < reach.right) || right - left <= CHANCE
  return isLess && right - left < MOST_OF * (reach.right - reach.left) && !isAtHome(comparison, echo, reach)
}

/**
 * Whether what is around a place stood around the passage, and no other place of the new text may have been its own.
 *
 * @param reach The words of the old text that stand there, with the passage.
 */
export function isSure({ comparison, home, places, owners }: Search, pair: Pair, reach: WordRange): boolean {
  const block = growTile(comparison, pair)
  const context = total(countTile(comparison, pair))
  if (!isSettled(comparison, block, context) || !isSeamless(comparison, block, context)) return false
  const rivals = places
    .filter(({ left }) => (left < pair.now.left || left >= pair.now.right) && !owners.has(left))
    .map((place) => growRun(comparison, { old: home, now: place }))
  if (rivals.some(({ old }) => hasSentence(comparison, old, home))) return false
  const echoes = joinEchoes([...findEchoes(comparison, home), ...rivals])
  return echoes.every((echo) => isSmall(comparison, echo, reach))
}

/** Whether the same words elsewhere in the old text may be those that stand in the passage's tile. */
export function isContested({ comparison, home, others }: Search, pair: Pair): boolean {
  const [ours, tile] = [countRun(comparison, pair), countTile(comparison, pair)]
  const near = findNeighboured(comparison, growTile(comparison, pair))
  return others.some((other) => {
    const theirs = countRun(comparison, { old: other, now: pair.now })
    if (theirs.left <= ours.left && theirs.right <= ours.right && 2 * total(theirs) <= total(ours)) return false
    const isTwin =
      (theirs.left >= tile.left && theirs.right >= tile.right) ||
      hasSentence(comparison, { left: home.left - theirs.left, right: home.right + theirs.right }, home)
    if (isTwin && !(near.left && near.right)) return true
    const own = findTile(comparison, other)
    return own === null || 1 + total(countTile(comparison, { old: other, now: own })) < ENOUGH
  })
}

/** Whether the same words elsewhere in the old text clearly have a place, and nothing of the passage's home is there. */
export function isOthers({ comparison, home, owners }: Search, place: WordRange): boolean {
  const owner = owners.get(place.left)
  if (owner === undefined || isAtHome(comparison, { old: home, now: place }, home)) return false
  const [ours, theirs] = [
    countRun(comparison, { old: home, now: place }),
    countRun(comparison, { old: owner, now: place }),
  ]
  // On either side: a passage that lost its words may stand where another's were.
  const isHeld = (side: keyof WordRange) =>
    theirs[side] >= LEAST_CONTEXT || isSentenceEdge(comparison, { old: owner, now: place }, side)
  return isHeld('left') && isHeld('right') && total(theirs) >= ENOUGH && 3 * total(ours) <= total(theirs)
}
