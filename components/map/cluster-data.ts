import type { GeoJSONSource, Map as MapLibreMap, StyleSpecification } from 'maplibre-gl'
import type { MarkRef } from '@/lib/derive/marks-in-time'
import { layerSource } from '@/lib/map/case-layer'
import { LayerData } from './layer-data'

/** What a source that gathers points depends on beside its own data. */
type Marked = Readonly<Record<'hidden' | 'selected', readonly MarkRef[]>>

/**
 * Keeps what is hidden out of the sources that gather points into circles, and says in them what is selected: a feature's
 * state does not reach a circle that stands for several, its number has to be that of what is shown, and it has a ring
 * while a selected point is in it. Such a source is given its own data again; any other is left alone.
 */
export class ClusterData {
  readonly #map: MapLibreMap
  readonly #data: LayerData
  /** What each source was last given without, and with what selected. */
  readonly #given = new Map<string, string>()

  constructor(map: MapLibreMap, data = new LayerData()) {
    this.#map = map
    this.#data = data
  }

  /** The map has got a style anew, and with it every source's own data. */
  forget(): void {
    this.#given.clear()
  }

  /** Resolves once every source has been given what it is to show. */
  async show(style: Pick<StyleSpecification, 'sources'>, { hidden, selected }: Marked): Promise<void> {
    await Promise.all(
      Object.entries(style.sources).map(async ([id, source]) => {
        if (source.type !== 'geojson' || source.cluster !== true || typeof source.data !== 'string') return
        const keysOf = (marks: readonly MarkRef[]) =>
          new Set(marks.filter(({ layer }) => layerSource(layer) === id).map((mark) => mark.id))
        const [without, chosen] = [keysOf(hidden), keysOf(selected)]
        const wanted = [source.data, ...without, ...[...chosen].map((key) => `+${key}`)].join(' ')
        if (wanted === (this.#given.get(id) ?? source.data)) return
        this.#given.set(id, wanted)
        await this.#give(id, source.data, without, chosen, wanted)
      }),
    )
  }

  async #give(
    id: string,
    address: string,
    without: ReadonlySet<string>,
    selected: ReadonlySet<string>,
    wanted: string,
  ): Promise<void> {
    const whole = await this.#data.fetch(id, address)
    // Asked again the next time that something is hidden or selected.
    if (whole === null) this.#given.delete(id)
    // Meanwhile something else may be wanted, or the source be gone.
    const source = this.#map.getSource<GeoJSONSource>(id)
    if (whole === null || source === undefined || this.#given.get(id) !== wanted) return
    const features = whole.features
      .filter(({ properties }) => !without.has(String(properties?.key)))
      .map((feature) =>
        selected.has(String(feature.properties?.key))
          ? { ...feature, properties: { ...feature.properties, selected: true } }
          : feature,
      )
    await source.setData({ ...whole, features })
  }
}
