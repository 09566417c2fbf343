import type { GeoJSONSource, Map as MapLibreMap, StyleSpecification } from 'maplibre-gl'
import type { MarkRef } from '@/lib/derive/marks-in-time'
import { layerSource } from '@/lib/map/case-layer'
import { NOTES } from '@/lib/map/notes'
import { type Overlays, overlayIds } from '@/lib/map/overlays'
import { pictureOpacities } from '@/lib/map/pictures'
import type { DesiredMap } from './map-contract'

/** What is drawn over the case: remembers which data each source has, and gives it other data only when they are others. */
export class OverlaySources {
  readonly #map: MapLibreMap
  #there: Overlays

  /** `overlays` are those that the map's style came with. */
  constructor(map: MapLibreMap, overlays: Overlays) {
    this.#map = map
    this.#there = overlays
  }

  /** The map has got a style that came with these. */
  cameWith(overlays: Overlays): void {
    this.#there = overlays
  }

  draw(overlays: Overlays): void {
    for (const id of overlayIds) {
      const source = this.#map.getSource<GeoJSONSource>(id)
      // A style that is still being read has no sources; once it is there it is drawn over.
      if (source === undefined || this.#there[id] === overlays[id]) continue
      source.setData(overlays[id])
      this.#there = { ...this.#there, [id]: overlays[id] }
    }
  }
}

/** The style with what is drawn over the case as its sources' data. */
export function withOverlays({ style, overlays }: Pick<DesiredMap, 'style' | 'overlays'>): StyleSpecification {
  const sources = overlayIds.map((id) => [id, { type: 'geojson', data: overlays[id] }])
  return { ...style, sources: { ...style.sources, ...Object.fromEntries(sources) } }
}

/**
 * What is hidden, as feature state: it repaints without reloading a source. Remembers what it has set, since a map that
 * lost its context has forgotten.
 */
export class PlaceStates {
  readonly #map: MapLibreMap
  readonly #hidden = new Map<string, MarkRef>()

  constructor(map: MapLibreMap) {
    this.#map = map
  }

  hide(hidden: readonly MarkRef[]): void {
    const wantedIds = new Set(hidden.map((mark) => mark.id))
    const ended = [...this.#hidden.values()].filter(({ id }) => !wantedIds.has(id))
    const begun = hidden.filter(({ id }) => !this.#hidden.has(id))
    for (const mark of ended) this.#write(mark, false)
    for (const mark of begun) this.#write(mark, true)
  }

  forget(): void {
    this.#hidden.clear()
  }

  #write(mark: MarkRef, on: boolean): void {
    if (!on) this.#hidden.delete(mark.id)
    // A source that a changed style is still adding, or has taken away, has no state to set; the next call finds it.
    const source = layerSource(mark.layer)
    if (this.#map.getSource(source) === undefined) return
    this.#map.setFeatureState({ source, id: mark.id }, { hidden: on })
    // What is written at a mark comes and goes with it.
    if (this.#map.getSource(NOTES) !== undefined)
      this.#map.setFeatureState({ source: NOTES, id: mark.id }, { hidden: on })
    if (on) this.#hidden.set(mark.id, mark)
  }
}

/** Shows the pictures of a style but those whose place is hidden; changes only what the map has otherwise. */
export function showPictures(map: MapLibreMap, style: StyleSpecification, hidden: readonly MarkRef[]): void {
  for (const [id, opacity] of pictureOpacities(style, hidden)) {
    // A style that is still being read has no layers; once it is there this is called again.
    if (map.getLayer(id) === undefined || map.getPaintProperty(id, 'raster-opacity') === opacity) continue
    map.setPaintProperty(id, 'raster-opacity', opacity)
  }
}

/**
 * Lets go of the styles that went with a lost graphics context: MapLibre (6.17) destroys them, but leaves each listening
 * for the plugin of right-to-left text, and so keeps its map, about 1 MB, for as long as the page lives. `_remove` is how
 * it ends a style itself where another replaces it.
 */
export function releaseLostStyles(map: MapLibreMap): void {
  let { style } = map
  map.on('style.load', () => {
    style = map.style
  })
  map.on('webglcontextlost', () => style._remove(false))
}
