import type { Feature, FeatureCollection } from 'geojson'
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import type { MarkRef } from '@/lib/derive/marks-in-time'
import type { CaseMapStyle } from '@/lib/map/build-style'
import { layerSource } from '@/lib/map/case-layer'
import { GROWN, lineUpTo, WHOLE } from '@/lib/map/growth'
import { marks } from '@/lib/map/marks'
import { NOTES } from '@/lib/map/notes'
import type { LayerData } from './layer-data'

/** From a mark's tail to its end; its words come after that. */
const GROWTH_MS = 1_200
/** A map that has not come to rest by then does not keep its marks back any longer, ms. */
const LATEST_MS = 5_000

/** A source whose lines are cut, with all of them. */
interface CutSource {
  id: string
  address: string
  whole: FeatureCollection
}

function cutLines({ features, ...collection }: FeatureCollection, share: number): FeatureCollection {
  const cut = (feature: Feature): Feature =>
    feature.geometry.type === 'LineString'
      ? { ...feature, geometry: { ...feature.geometry, coordinates: lineUpTo(feature.geometry.coordinates, share) } }
      : feature
  return { ...collection, features: features.map(cut) }
}

/**
 * Has marks draw themselves when they come to be seen: they are kept back until the map has arrived and is drawn, and
 * grow then, all at once. Afterwards nothing is left of it, and the map rests.
 */
export class GrowingMarks {
  readonly #map: MapLibreMap
  readonly #data: LayerData
  readonly #onEnd: () => void
  #there: ReadonlySet<string> = new Set()
  #growing: readonly MarkRef[] = []
  #cut: CutSource[] = []
  /** What was begun and is still wanted; aborted where something else is. */
  #run = new AbortController()

  /** `onEnd` is called when marks that grew stand. */
  constructor(map: MapLibreMap, data: LayerData, onEnd: () => void) {
    this.#map = map
    this.#data = data
    this.#onEnd = onEnd
    map.once('remove', () => this.#run.abort())
  }

  /** `wanted` are all marks of the map that draw themselves: those that were not there before do so now. */
  show({ metadata, sources }: CaseMapStyle, wanted: readonly MarkRef[]): void {
    const fresh = wanted.filter(({ id }) => !this.#there.has(id))
    const isSame = fresh.length === 0 && wanted.length === this.#there.size
    if (isSame || wanted.some(({ layer }) => this.#map.getSource(layerSource(layer)) === undefined)) return
    this.#there = new Set(wanted.map(({ id }) => id))
    this.#end()
    if (fresh.length === 0) return
    this.#growing = fresh
    this.#write(0)
    const lines = metadata.visible.flatMap((layer) => {
      if (marks[layer.mark].grows?.(layer) !== 'line' || !fresh.some((mark) => mark.layer === layer.id)) return []
      const id = layerSource(layer.id)
      const source = sources[id]
      return source?.type === 'geojson' && typeof source.data === 'string' ? [{ id, address: source.data }] : []
    })
    void this.#begin(lines)
  }

  /** Those of `refs` that do not grow: what stands can be highlighted. */
  standing<Ref extends Pick<MarkRef, 'id'>>(refs: readonly Ref[]): readonly Ref[] {
    return this.#growing.length === 0 ? refs : refs.filter((ref) => !this.#growing.some(({ id }) => id === ref.id))
  }

  /** Whatever grows stands at once, as where the map has lost its states. */
  forget(): void {
    this.#run.abort()
    this.#growing = []
    this.#cut = []
  }

  async #begin(lines: readonly Omit<CutSource, 'whole'>[]): Promise<void> {
    this.#run = new AbortController()
    const { signal } = this.#run
    const fetched = Promise.all(
      lines.map(async (line) => ({ ...line, whole: await this.#data.fetch(line.id, line.address) })),
    )
    await this.#rest(signal)
    const cut = await fetched
    if (signal.aborted) return
    // What cannot be had is not cut, and seen whole.
    this.#cut = cut.flatMap(({ whole, ...line }) => (whole === null ? [] : [{ ...line, whole }]))
    const since = performance.now()
    const step = () => {
      if (signal.aborted) return
      const grown = (performance.now() - since) / GROWTH_MS
      if (grown >= WHOLE) {
        this.#end()
        this.#onEnd()
      } else {
        this.#write(grown)
        requestAnimationFrame(step)
      }
    }
    step()
  }

  #rest(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        this.#map.off('idle', done)
        resolve()
      }
      const timer = setTimeout(done, LATEST_MS)
      this.#map.on('idle', done)
      signal.addEventListener('abort', done)
    })
  }

  #write(grown: number): void {
    for (const { source, id } of this.#targets()) this.#map.setFeatureState({ source, id }, { [GROWN]: grown })
    for (const { id, whole } of this.#cut) {
      if (grown <= 1) this.#map.getSource<GeoJSONSource>(id)?.setData(cutLines(whole, grown))
    }
  }

  #end(): void {
    this.#run.abort()
    for (const target of this.#targets()) this.#map.removeFeatureState(target, GROWN)
    for (const { id, address } of this.#cut) this.#map.getSource<GeoJSONSource>(id)?.setData(address)
    this.#growing = []
    this.#cut = []
  }

  /** A mark, and what is written at it. */
  #targets() {
    const hasNotes = this.#map.getSource(NOTES) !== undefined
    return this.#growing.flatMap(({ id, layer }) => {
      const source = layerSource(layer)
      if (this.#map.getSource(source) === undefined) return []
      return [{ source, id }, ...(hasNotes ? [{ source: NOTES, id }] : [])]
    })
  }
}
