import type { Map as MapLibreMap } from 'maplibre-gl'
import { type MarkRef, marksOf } from '@/lib/derive/marks-in-time'
import { layerSource } from '@/lib/map/case-layer'
import type { DesiredMap } from './map-contract'

type Flag = 'selected' | 'hovered' | 'hidden'

/**
 * Highlights as feature state: it repaints without reloading a source. Remembers what it has set, since a map that
 * lost its context has forgotten.
 */
export class PlaceStates {
  readonly #map: MapLibreMap
  readonly #set = {
    selected: new Map<string, MarkRef>(),
    hovered: new Map<string, MarkRef>(),
    hidden: new Map<string, MarkRef>(),
  }

  constructor(map: MapLibreMap) {
    this.#map = map
  }

  hide(hidden: readonly MarkRef[]): void {
    this.#bring('hidden', hidden)
  }

  apply({ selected, hovered, hidden }: Pick<DesiredMap, Flag>): void {
    this.#bring('selected', selected.flatMap(marksOf))
    this.#bring('hovered', hovered === null ? [] : marksOf(hovered))
    this.hide(hidden)
  }

  forget(): void {
    this.#set.selected.clear()
    this.#set.hovered.clear()
    this.#set.hidden.clear()
  }

  #bring(flag: Flag, wanted: readonly MarkRef[]): void {
    const there = this.#set[flag]
    const wantedIds = new Set(wanted.map((place) => place.id))
    const ended = [...there.values()].filter(({ id }) => !wantedIds.has(id))
    const begun = wanted.filter(({ id }) => !there.has(id))
    for (const place of ended) this.#write(place, flag, false)
    for (const place of begun) this.#write(place, flag, true)
  }

  #write(place: MarkRef, flag: Flag, on: boolean): void {
    if (!on) this.#set[flag].delete(place.id)
    // A source that a changed style is still adding, or has taken away, has no state to set; the next call finds it.
    const source = layerSource(place.layer)
    if (this.#map.getSource(source) === undefined) return
    this.#map.setFeatureState({ source, id: place.id }, { [flag]: on })
    if (on) this.#set[flag].set(place.id, place)
  }
}
