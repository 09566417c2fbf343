import type { Feature, FeatureCollection } from 'geojson'
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import { fetchJson } from '@/lib/client/load-with-retry'
import type { MarkRef } from '@/lib/derive/marks-in-time'
import type { CaseMapStyle } from '@/lib/map/build-style'
import { layerSource, type MapLayer } from '@/lib/map/case-layer'
import { textOf } from '@/lib/map/feature-values'
import { marks as markModules } from '@/lib/map/marks'

function isCollection(data: unknown): data is FeatureCollection {
  return typeof data === 'object' && data !== null && 'features' in data && Array.isArray(data.features)
}

async function fetchCollection(address: string): Promise<FeatureCollection> {
  const body = await fetchJson<unknown>(address)
  if (!isCollection(body)) throw new Error(`${address}: no features`)
  return body
}

function gatherByPlace({ features }: FeatureCollection): Map<string, Feature[]> {
  const byPlace = new Map<string, Feature[]>()
  for (const feature of features) {
    const place = textOf(feature, 'place')
    const own = byPlace.get(place)
    if (own === undefined) byPlace.set(place, [feature])
    else own.push(feature)
  }
  return byPlace
}

interface Known {
  address: string
  data: Promise<FeatureCollection | null>
  /** By the place that they are of, once they are there. */
  byPlace?: ReadonlyMap<string, readonly Feature[]>
}

/**
 * The features of sources as their addresses have them, whole: tiles hold them cut and simplified. Of each source the
 * latest address is kept; the browser has its answer from when the map fetched it.
 */
export class LayerData {
  readonly #known = new Map<string, Known>()

  /** `null` where it cannot be had; it is asked for again the next time. */
  fetch(id: string, address: string): Promise<FeatureCollection | null> {
    return this.#know(id, address).data
  }

  /** The features of each place, or the promise that there will be, or that there can be none now. */
  byPlace(id: string, address: string): ReadonlyMap<string, readonly Feature[]> | Promise<unknown> {
    const known = this.#know(id, address)
    return known.byPlace ?? known.data
  }

  #know(id: string, address: string): Known {
    const there = this.#known.get(id)
    if (there?.address === address) return there
    const known: Known = {
      address,
      data: fetchCollection(address).then(
        (collection) => {
          known.byPlace = gatherByPlace(collection)
          return collection
        },
        () => {
          if (this.#known.get(id) === known) this.#known.delete(id)
          return null
        },
      ),
    }
    this.#known.set(id, known)
    return known
  }
}

/** What a source that gathers points depends on beside its own data. */
type Marked = Readonly<Record<'hidden' | 'selected', readonly MarkRef[]>>

/** A source whose own data depend on what is shown. */
interface Gathering {
  address: string
  /** What stands on it beside the points that are shown; null where MapLibre gathers them itself. */
  make: ((points: readonly Feature[]) => Feature[]) | null
}

function gatheringOf(style: GatheringStyle, id: string): Gathering | null {
  const source = style.sources[id]
  if (source?.type !== 'geojson' || typeof source.data !== 'string') return null
  const layer = style.metadata.visible.find((each) => layerSource(each.id) === id)
  const gather = layer && markModules[layer.mark].gather
  if (layer === undefined || gather === undefined)
    return source.cluster === true ? { address: source.data, make: null } : null
  return { address: source.data, make: (points) => gather(points, layer) }
}

/** What of a style says which sources those are. */
type GatheringStyle = Pick<CaseMapStyle, 'sources'> & { metadata: { visible: readonly MapLayer[] } }

/**
 * Keeps what is hidden out of the sources that gather points into circles or cells, and says in them what is selected: a
 * feature's state does not reach a circle that stands for several, its number has to be that of what is shown, and it has a
 * ring while a selected point is in it. Such a source is given its own data again; any other is left alone.
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
  async show(style: GatheringStyle, { hidden, selected }: Marked): Promise<void> {
    await Promise.all(
      Object.keys(style.sources).map(async (id) => {
        const gathering = gatheringOf(style, id)
        if (gathering === null) return
        const { address, make } = gathering
        const keysOf = (marks: readonly MarkRef[]) =>
          new Set(marks.filter(({ layer }) => layerSource(layer) === id).map((mark) => mark.id))
        // What is selected changes circles, and no cells.
        const [without, chosen] = [keysOf(hidden), keysOf(make === null ? selected : [])]
        const wanted = [address, ...without, ...[...chosen].map((key) => `+${key}`)].join(' ')
        // What the map itself gathers is there from the start, while all of it is shown.
        if (wanted === (this.#given.get(id) ?? (make === null ? address : ''))) return
        this.#given.set(id, wanted)
        await this.#give(id, gathering, without, chosen, wanted)
      }),
    )
  }

  async #give(
    id: string,
    { address, make }: Gathering,
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
    // What cells are made of is not drawn itself.
    const drawn = features.filter((feature) => textOf(feature, 'part') !== 'unit')
    await source.setData({ ...whole, features: [...drawn, ...(make?.(features) ?? [])] })
  }
}
