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
import type { Place } from './index-text'

/** As many words in a row, the passage's and those around it, are the same by no chance: set phrases are shorter. */
const ENOUGH = 7
/** Fewer words next to a short passage, in its tile, prove nothing even between its old neighbours. */
const LEAST_CONTEXT = 2
/** As many words in a row may be the same by chance, as set phrases are. */
const CHANCE = 4
/** Who copies a passage with words around it may copy as many on each side. */
const COPIED = 8
/** An echo that has as much as this part of what is around the passage may be its own place, altered. */
const MOST_OF = 1 / 2

/** A passage, and where its words stand in both texts. */
export interface Search {
  comparison: Comparison
  home: Place
  /** The same words elsewhere in the old text. */
  others: readonly Place[]
  /** The same words in the new text. */
  places: readonly Place[]
  /** Which of the others a place of the new text belongs to, by its first word. */
  owners: ReadonlyMap<number, Place>
}

/** Which places of the new text are in tiles of the same words elsewhere in the old one, with words around them. */
export function findOwners(comparison: Comparison, others: readonly Place[]): Map<number, Place> {
  const owners = new Map<number, Place>()
  for (const other of others) {
    const place = findTile(comparison, other)
    if (place !== null && total(countTile(comparison, { old: other, now: place })) > 0) owners.set(place.left, other)
  }
  return owners
}

/** Whether a block of tiles, on each side, has the neighbours that it had, or moved with its whole sentence. */
function isSettled(comparison: Comparison, { old, now }: Pair, context: number): boolean {
  const near = findNeighboured(comparison, { old, now })
  if (old.right - old.left < ENOUGH) return near.left && near.right && context >= LEAST_CONTEXT
  const isEdge = (side: keyof Place) =>
    comparison.was.startsSentence(old[side]) && comparison.now.startsSentence(now[side])
  return (near.left || isEdge('left')) && (near.right || isEdge('right'))
}

/** Whether so few words stand a second time at a block's edges that it is by chance; one may do so anywhere. */
function isSeamless(comparison: Comparison, block: Pair, context: number): boolean {
  const { left, right } = findNeighboured(comparison, block)
  return countSeams(comparison, block) <= (left && right ? context / 4 : 1)
}

/** Whether a place's words go on farther than is copied beyond an echo of them, so that it is a copy of some. */
function isFarWithin({ left, right }: Place, reach: Place): boolean {
  return reach.left + COPIED <= left && right + COPIED <= reach.right
}

/** Whether an echo is a small part of what is around a place, and stands among strangers. */
function isSmall(comparison: Comparison, echo: Pair, reach: Place): boolean {
  const { left, right } = echo.old
  const isLess = (reach.left < left && right < reach.right) || right - left <= CHANCE
  return isLess && right - left < MOST_OF * (reach.right - reach.left) && !isAtHome(comparison, echo, reach)
}

/**
 * Whether what is around a place stood around the passage, and no other place of the new text may have been its own.
 *
 * @param reach The words of the old text that stand there, with the passage.
 */
export function isSure({ comparison, home, places, owners }: Search, pair: Pair, reach: Place): boolean {
  const block = growTile(comparison, pair)
  const context = total(countTile(comparison, pair))
  if (!isSettled(comparison, block, context) || !isSeamless(comparison, block, context)) return false
  const rivals = places
    .filter(({ left }) => (left < pair.now.left || left >= pair.now.right) && !owners.has(left))
    .map((place) => growRun(comparison, { old: home, now: place }))
  const doubtful = [...findEchoes(comparison, home), ...rivals].filter(({ old }) => !isFarWithin(old, reach))
  return joinEchoes(doubtful).every((echo) => isSmall(comparison, echo, reach))
}

/** Whether the same words elsewhere in the old text may be those that stand in the passage's tile. */
export function isContested({ comparison, others }: Search, pair: Pair): boolean {
  const [ours, tile] = [countRun(comparison, pair), countTile(comparison, pair)]
  const near = findNeighboured(comparison, growTile(comparison, pair))
  return others.some((other) => {
    const theirs = countRun(comparison, { old: other, now: pair.now })
    if (theirs.left <= ours.left && theirs.right <= ours.right && 2 * total(theirs) <= total(ours)) return false
    const isTwin = theirs.left >= tile.left && theirs.right >= tile.right
    if (isTwin && !(near.left && near.right)) return true
    const own = findTile(comparison, other)
    return own === null || 1 + total(countTile(comparison, { old: other, now: own })) < ENOUGH
  })
}

/** Whether the same words elsewhere in the old text clearly have a place, and nothing of the passage's home is there. */
export function isOthers({ comparison, home, owners }: Search, place: Place): boolean {
  const owner = owners.get(place.left)
  if (owner === undefined || isAtHome(comparison, { old: home, now: place }, home)) return false
  const [ours, theirs] = [
    countRun(comparison, { old: home, now: place }),
    countRun(comparison, { old: owner, now: place }),
  ]
  return 3 * total(ours) <= total(theirs)
}
