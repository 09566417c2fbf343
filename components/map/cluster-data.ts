import type { GeoJSONSource, Map as MapLibreMap, StyleSpecification } from 'maplibre-gl'
import type { MarkRef } from '@/lib/derive/marks-in-time'
import { layerSource } from '@/lib/map/case-layer'
import { LayerData } from './layer-data'

/**
 * Keeps what is hidden out of the sources that gather points into circles: a feature's state does not reach a circle that
 * stands for several, and its number has to be that of what is shown. Such a source is given its own data again without
 * the hidden; any other is left alone.
 */
export class ClusterData {
  readonly #map: MapLibreMap
  readonly #data: LayerData
  /** The keys that each source was last given without. */
  readonly #without = new Map<string, string>()

  constructor(map: MapLibreMap, data = new LayerData()) {
    this.#map = map
    this.#data = data
  }

  /** The map has got a style anew, and with it every source's own data. */
  forget(): void {
    this.#without.clear()
  }

  /** Resolves once every source has been given what it is to show. */
  async hide(style: Pick<StyleSpecification, 'sources'>, hidden: readonly MarkRef[]): Promise<void> {
    await Promise.all(
      Object.entries(style.sources).map(async ([id, source]) => {
        if (source.type !== 'geojson' || source.cluster !== true || typeof source.data !== 'string') return
        const keys = new Set(hidden.filter(({ layer }) => layerSource(layer) === id).map((mark) => mark.id))
        const wanted = [source.data, ...keys].join(' ')
        if (wanted === (this.#without.get(id) ?? source.data)) return
        this.#without.set(id, wanted)
        await this.#give(id, source.data, keys, wanted)
      }),
    )
  }

  async #give(id: string, address: string, without: ReadonlySet<string>, wanted: string): Promise<void> {
    const whole = await this.#data.fetch(id, address)
    // Asked again the next time that something is hidden.
    if (whole === null) this.#without.delete(id)
    // Meanwhile something else may be wanted, or the source be gone.
    const source = this.#map.getSource<GeoJSONSource>(id)
    if (whole === null || source === undefined || this.#without.get(id) !== wanted) return
    const features = whole.features.filter(({ properties }) => !without.has(String(properties?.key)))
    await source.setData({ ...whole, features })
  }
}
