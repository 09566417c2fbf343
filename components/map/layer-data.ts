import type { Feature, FeatureCollection } from 'geojson'
import { fetchJson } from '@/lib/client/fetch-json'
import { textOf } from '@/lib/map/feature-values'

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
