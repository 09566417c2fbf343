import type { Map as MapLibreMap } from 'maplibre-gl'
import type { MarkRef } from '@/lib/derive/marks-in-time'
import { layerSource } from '@/lib/map/case-layer'

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
    if (on) this.#hidden.set(mark.id, mark)
  }
}
