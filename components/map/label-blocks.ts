import type { FeatureCollection } from 'geojson'
import type { GeoJSONSource, Map as MapLibreMap, StyleSpecification } from 'maplibre-gl'
import { BLOCKS, type Box, blockedBoxes, blockFeatures } from '@/lib/map/label-blocks'
import { emptyCollection } from '@/lib/map/overlays'

/** What lies over the map: panels, tools, lines that lead to them, and the map's own scale bar. */
const COVERS = '[data-map-panel], [data-map-cover], [role=toolbar], .maplibregl-ctrl'

/** A line that is slanted covers the map only where it runs: in pieces of so many px at most. */
const PIECE_PX = 32

/** The rectangles of the window that an element covers. */
function rectanglesOf(cover: Element): DOMRect[] {
  const toWindow = cover instanceof SVGPathElement ? cover.getScreenCTM() : null
  if (!(cover instanceof SVGPathElement) || toWindow === null) return [cover.getBoundingClientRect()]
  const length = cover.getTotalLength()
  const pieces = Math.ceil(length / PIECE_PX)
  const at = (piece: number) => cover.getPointAtLength((length * piece) / pieces).matrixTransform(toWindow)
  return Array.from({ length: pieces }, (_, piece) => {
    const [from, to] = [at(piece), at(piece + 1)]
    const [left, top] = [Math.min(from.x, to.x), Math.min(from.y, to.y)]
    return new DOMRect(left, top, Math.abs(to.x - from.x), Math.abs(to.y - from.y))
  })
}

/** Lays blocks along the edges of a map and under what covers it; answers what it laid. */
export function layBlocks(map: MapLibreMap, covers: readonly Box[]): FeatureCollection {
  const { clientWidth: width, clientHeight: height } = map.getContainer()
  const blocks = blockFeatures(blockedBoxes(width, height, covers), { width, height }, (at) => {
    const { lng, lat } = map.unproject(at)
    return [lng, lat]
  })
  map.getSource<GeoJSONSource>(BLOCKS)?.setData(blocks)
  return blocks
}

/**
 * Keeps the map's labels off its edges and from under its panels. Blocks stand on the ground, so while the map moves
 * there are none; they are laid anew where it comes to rest, once, though what lies over it may change with that. A panel
 * that opens meanwhile waits for the next move: to have the map drawn anew for each choice would cost more than a name
 * that is half covered.
 */
export class LabelBlocks {
  readonly #map: MapLibreMap
  readonly #container: HTMLElement
  /** What was laid last, and what it depends on. */
  #data: FeatureCollection = emptyCollection
  #laid = ''
  #frame: number | null = null

  constructor(map: MapLibreMap, container: HTMLElement) {
    this.#map = map
    this.#container = container
    map.on('movestart', () => this.#clear())
    map.on('moveend', () => this.laySoon())
    map.on('resize', () => this.laySoon())
  }

  /** The style with the blocks that are laid: what replaces it does not take them up. */
  kept<Style extends StyleSpecification>(style: Style): Style {
    return { ...style, sources: { ...style.sources, [BLOCKS]: { type: 'geojson', data: this.#data } } }
  }

  /** In the next frame, when what lies over the map is as it will be. */
  laySoon(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null
      this.lay()
    })
  }

  /** The map is taken down. */
  forget(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame)
  }

  /** `anew` where the map may have lost what was laid. */
  lay(anew = false): void {
    if (anew) this.#laid = ''
    if (this.#map.isMoving() || this.#map.getSource(BLOCKS) === undefined) return
    const covers = this.#measure()
    const { lng, lat } = this.#map.getCenter()
    const { clientWidth, clientHeight } = this.#container
    const camera = [lng, lat, this.#map.getZoom(), this.#map.getBearing(), clientWidth, clientHeight]
    const wanted = [...camera, ...covers.flat()].join(' ')
    if (wanted === this.#laid) return
    this.#laid = wanted
    this.#data = layBlocks(this.#map, covers)
  }

  #clear(): void {
    if (this.#laid === '') return
    this.#laid = ''
    this.#data = emptyCollection
    this.#map.getSource<GeoJSONSource>(BLOCKS)?.setData(this.#data)
  }

  /** Where what covers the map is, whole px within it. */
  #measure(): Box[] {
    const frame = this.#container.getBoundingClientRect()
    return [...document.querySelectorAll(COVERS)].flatMap((cover): Box[] => {
      // An inset that the map does without keeps its place, unseen.
      if (!cover.checkVisibility({ visibilityProperty: true })) return []
      return rectanglesOf(cover).flatMap(({ left, top, right, bottom, width, height }): Box[] => {
        // A line has no width.
        if (width === 0 && height === 0) return []
        const box = [left - frame.left, top - frame.top, right - frame.left, bottom - frame.top].map(Math.round)
        const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = box
        return [[x0, y0, x1, y1]]
      })
    })
  }
}
