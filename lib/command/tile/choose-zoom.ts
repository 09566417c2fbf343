import { cellsWithin } from '@/lib/geo/curve'
import { limits } from '@/lib/limits'
import { noShapes } from './tile-shape'

/** So near that tiles of a case are made; the map stretches them beyond. */
export const NEAREST = 14
/** Tiles of the last zoom are stretched by so many zooms at most, where there is room for more: beyond, positions would show their rounding. */
const WANTED = 10
/** Far enough in that most tiles have only points that stand alone. */
const SHARE_ALONE = 0.95

interface ZoomLook {
  tiles: number
  /** The share of the points that are in tiles of few enough to stand alone. */
  alone: number
}

function lookAt(keys: Float64Array, zoom: number): ZoomLook {
  const within = cellsWithin(zoom)
  let [tiles, alone, count, last] = [0, 0, 0, -1]
  const close = () => {
    if (count > 0) tiles += 1
    if (count <= limits.tile.singles) alone += count
  }
  for (const key of keys) {
    const tile = Math.floor(key / within)
    if (tile !== last) {
      close()
      count = 0
      last = tile
    }
    count += 1
  }
  close()
  return { tiles, alone: keys.length === 0 ? 1 : alone / keys.length }
}

/** The zoom that is near enough for most. */
function zoomOfMost(needed: readonly number[]): number {
  const all = needed.reduce((sum, each) => sum + each, 0)
  let near = 0
  return needed.findIndex((each) => {
    near += each
    return near >= SHARE_ALONE * all
  })
}

/**
 * The last zoom of an archive's own tiles, for points by their keys in order: where most stand alone, and no more tiles
 * than the limit; of lines and areas, for their middles, where most are seen in their shape as well.
 */
export function chooseMaxZoom(keys: Float64Array, { touched, needed } = noShapes(NEAREST)): number {
  const wanted = Math.max(WANTED, zoomOfMost(needed))
  let chosen = 0
  for (let zoom = 1; zoom <= NEAREST; zoom += 1) {
    const before = lookAt(keys, chosen)
    if (before.alone >= SHARE_ALONE && zoom > wanted) return chosen
    if (lookAt(keys, zoom).tiles + (touched[zoom] ?? 0) > limits.tile.tiles) return chosen
    chosen = zoom
  }
  return chosen
}
