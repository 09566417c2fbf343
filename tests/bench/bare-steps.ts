import type { Map as MapLibreMap } from 'maplibre-gl'
import { listRecords } from '@/lib/derive/case-records'
import type { LinkedCase, LinkedPlace } from '@/lib/derive/linked-case'
import { marksOf } from '@/lib/derive/marks-in-time'
import { noFilter } from '@/lib/derive/record-filter'
import { tileQueryOf } from '@/lib/derive/time-bins'
import { layerSource } from '@/lib/map/case-layer'
import { isTiled, tiledChanges } from '@/lib/map/tiled-layers'

const DAY_MS = 86_400_000
/** As the window begins on Caseboard's page. */
const FIRST_DAY = Date.UTC(2022, 8, 1)
/** As many as Caseboard's own lists show at first, and its search at most. */
const LIST_LENGTH = 200
const RESULTS = 12

export function showRows(list: HTMLElement, texts: readonly string[]): void {
  list.replaceChildren(
    ...texts.map((text) => {
      const row = document.createElement('li')
      row.textContent = text
      return row
    }),
  )
}

export function addElement<T extends keyof HTMLElementTagNameMap>(
  name: T,
  id: string,
  parent = document.body,
): HTMLElementTagNameMap[T] {
  const element = document.createElement(name)
  element.id = id
  parent.append(element)
  return element
}

/** Hides the places that are not wanted by their state on the map, and tells it only of those that enter or leave. */
export function createHiding(map: MapLibreMap, { places }: LinkedCase) {
  const hidden = new Set<string>()
  return (isHidden: (place: LinkedPlace) => boolean) => {
    for (const place of places) {
      const hides = isHidden(place)
      if (hides === hidden.has(place.id)) continue
      for (const { id, layer } of marksOf(place))
        map.setFeatureState({ source: layerSource(layer), id }, { hidden: hides })
      if (hides) hidden.add(place.id)
      else hidden.delete(place.id)
    }
  }
}

/** A plain search, which looks for the text in every record, and shows the first that have it. */
export function addSearch(linked: LinkedCase, parent = document.body): HTMLInputElement {
  const field = addElement('input', 'field', parent)
  const results = addElement('ul', 'results', parent)
  const texts = [
    ...linked.places.map(({ name }) => name),
    ...linked.quotations.map(({ passage }) => passage.exact),
    ...linked.events.map(({ title }) => title),
  ].map((text) => text.toLowerCase())
  field.addEventListener('input', () => {
    const sought = field.value.toLowerCase()
    const found = texts.filter((text) => text.includes(sought))
    showRows(results, [`${found.length} × ${sought}`, ...found.slice(0, RESULTS)])
  })
  return field
}

/** Asks of the layers of tiles what had begun by then, by the same expressions. */
function askTiles(map: MapLibreMap, { layers }: LinkedCase, end: number): void {
  for (const layer of layers) {
    if (!isTiled(layer)) continue
    const query = tileQueryOf(layer.id, layer.tiles, { filter: noFilter, time: { start: FIRST_DAY, end } }, [])
    for (const { id, filter, layout = {}, paint = {} } of tiledChanges(layer, query, 1)) {
      map.setFilter(id, filter)
      for (const [name, value] of Object.entries(layout)) map.setLayoutProperty(id, name as 'text-field', value)
      for (const [name, value] of Object.entries(paint)) map.setPaintProperty(id, name as 'circle-radius', value)
    }
  }
}

/**
 * What a step through time and a search cost at the least: the places that enter or leave change their state on the map, the
 * first rows of a plain list are written anew.
 */
export function addSteps(map: MapLibreMap, linked: LinkedCase, end: number): void {
  const records = listRecords(linked)
  const shownWindow = addElement('p', 'window')
  const list = addElement('ul', 'list')
  let until = end
  const hidePlaces = createHiding(map, linked)
  const step = () => {
    shownWindow.textContent = new Date(until).toISOString()
    askTiles(map, linked, until)
    hidePlaces(({ from }) => from !== undefined && from >= until)
    const shown = records.filter((record) => record.kind === 'event' && record.start !== null && record.start < until)
    const ids = new Set(shown.slice(0, LIST_LENGTH).map(({ id }) => id))
    showRows(
      list,
      linked.events.filter(({ id }) => ids.has(id)).map(({ title }) => title),
    )
  }
  step()
  const field = addSearch(linked)
  window.addEventListener('keydown', ({ key, target }) => {
    if (target === field || (key !== 'ArrowRight' && key !== 'ArrowLeft')) return
    until += key === 'ArrowRight' ? DAY_MS : -DAY_MS
    step()
  })
}
