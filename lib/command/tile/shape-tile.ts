import type { GeoJSONVTFeature } from '@maplibre/geojson-vt'
import { fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf'
import { limits } from '@/lib/limits'
import { EXTENT } from './tile-shape'

/** Name of the source layer in tiles of lines or areas. */
export const SHAPE_LAYER = 'shapes'

/** Of a tile of 512 px. */
const PX = EXTENT / 512
/** Dots nearer to each other than this are one, px. */
const DOT_PX = 2

/** What a shape says of itself on its way into the tiles. */
export interface ShapeTags {
  row: number
  category: number
  /** Bins; -1 where it has no date. */
  start: number
  end: number
  /** How large it is, of the world's width. */
  size: number
  part: 'line' | 'area' | 'point'
}

/** A shape that is cut, or its middle, as geojson-vt has it; `tags` are those that it was given. */
export type CutFeature = Omit<GeoJSONVTFeature, 'tags'> & { tags: ShapeTags }

/**
 * The features of one tile: shapes as they are, and those that are too small to be seen there as dots, of which only one
 * stands at a place for each category and time, so that every one of them passes what the others pass.
 */
export class ShapeTile {
  /** What is smaller is not seen at this zoom, and a dot stands for it. Of the world's width. */
  readonly #seenFrom: number
  readonly #drawnFrom: number
  #features: CutFeature[] = []
  readonly #dots = new Set<string>()
  /** Whether it has fewer than lie in it. */
  isCutShort = false

  /** Of a zoom; the last has every shape as it is, since the map stretches it beyond, and a dot beside what is not seen before. */
  constructor(zoom: number, maxZoom: number) {
    this.#seenFrom = 1 / (512 * 2 ** zoom)
    this.#drawnFrom = zoom === maxZoom ? 0 : this.#seenFrom
  }

  add(features: readonly CutFeature[]): void {
    for (const feature of features) if (this.#isDrawn(feature)) this.#features.push(feature)
    if (this.#features.length > 2 * limits.tile.shapes) this.#keepLargest()
  }

  #isDrawn({ geometry, tags: { part, size, category, start, end } }: CutFeature): boolean {
    if (part !== 'point') return size >= this.#drawnFrom && geometry.length > 0
    const [[x, y] = []] = geometry
    if (size >= this.#seenFrom || typeof x !== 'number' || typeof y !== 'number') return false
    const cell = (at: number) => Math.floor(at / (DOT_PX * PX))
    const key = [cell(x), cell(y), category, start, end].join()
    if (this.#dots.has(key)) return false
    this.#dots.add(key)
    return true
  }

  #keepLargest(): void {
    if (this.#features.length <= limits.tile.shapes) return
    this.isCutShort = true
    this.#features = this.#features.sort((one, other) => other.tags.size - one.tags.size).slice(0, limits.tile.shapes)
  }

  /** As a Mapbox Vector Tile; null where nothing is on it. */
  encode(hasTime: boolean): Uint8Array | null {
    this.#keepLargest()
    if (this.#features.length === 0) return null
    const features = this.#features.map(({ tags: { row, category, start, end, part }, ...feature }) => {
      const tags = { row, category: String(category), part, ...(hasTime ? { start, end } : {}) }
      return { ...feature, tags } as GeoJSONVTFeature
    })
    const wrapper = new GeoJSONWrapper(features, { version: 2, extent: EXTENT })
    wrapper.name = SHAPE_LAYER
    return fromVectorTileJs({ layers: { [SHAPE_LAYER]: wrapper } })
  }
}
