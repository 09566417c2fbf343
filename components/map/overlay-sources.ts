import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import { type Overlays, overlayIds } from '@/lib/map/overlays'

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
