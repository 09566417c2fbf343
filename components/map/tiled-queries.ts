import type { Map as MapLibreMap } from 'maplibre-gl'
import type { TileQuery } from '@/lib/derive/time-bins'
import type { CaseMapStyle } from '@/lib/map/build-style'
import { isTiled, tiledChanges } from '@/lib/map/tiled-layers'
import type { LayerId } from '@/lib/schema/layer'

/** What is asked of each layer of tiles; of one that is not named, everything. */
export type TileQueries = ReadonlyMap<LayerId, TileQuery>

/**
 * Has the layers of tiles show what is asked of them: by filters and numbers that the map works out of the tiles that it
 * has. Remembers what it has set, and sets it again in a style that is new.
 */
export class TiledQueries {
  readonly #map: MapLibreMap
  readonly #set = new Map<LayerId, string>()

  constructor(map: MapLibreMap) {
    this.#map = map
  }

  /** The map has got a style anew, or again the one that it lost: what that asks for is not known. */
  forget(): void {
    this.#set.clear()
  }

  show({ metadata: { visible, scale } }: CaseMapStyle, queries: TileQueries): void {
    for (const layer of visible) {
      const query = queries.get(layer.id)
      if (!isTiled(layer) || query === undefined) continue
      const wanted = JSON.stringify(query)
      if (this.#set.get(layer.id) === wanted) continue
      for (const { id, filter, layout = {}, paint = {} } of tiledChanges(layer, query, scale)) {
        // A style that is still being read has no layers; once it is there this is called again.
        if (this.#map.getLayer(id) === undefined) return
        this.#map.setFilter(id, filter)
        for (const [name, value] of Object.entries(layout)) this.#map.setLayoutProperty(id, name as 'text-field', value)
        for (const [name, value] of Object.entries(paint))
          this.#map.setPaintProperty(id, name as 'circle-radius', value)
      }
      this.#set.set(layer.id, wanted)
    }
  }
}
