import type { Map as MapLibreMap } from 'maplibre-gl'
import { listRecords } from '@/lib/derive/case-records'
import type { LinkedCase } from '@/lib/derive/linked-case'

const DAY_MS = 86_400_000
/** As many as Caseboard's own lists show at first, and its search at most. */
const LIST_LENGTH = 200
const RESULTS = 12

function showRows(list: HTMLElement, texts: readonly string[]): void {
  list.replaceChildren(
    ...texts.map((text) => {
      const row = document.createElement('li')
      row.textContent = text
      return row
    }),
  )
}

function addElement<T extends keyof HTMLElementTagNameMap>(name: T, id: string): HTMLElementTagNameMap[T] {
  const element = document.createElement(name)
  element.id = id
  document.body.append(element)
  return element
}

/**
 * What a step through time and a search cost at the least: the places that enter or leave change their state on the map, the
 * first rows of a plain list are written anew; a plain search looks for the text in every record.
 */
export function addSteps(map: MapLibreMap, linked: LinkedCase, end: number): void {
  const records = listRecords(linked)
  const shownWindow = addElement('p', 'window')
  const list = addElement('ul', 'list')
  let until = end
  const hidden = new Set<string>()
  const step = () => {
    shownWindow.textContent = new Date(until).toISOString()
    for (const { id, layer, from } of linked.places) {
      const hides = from !== undefined && from >= until
      if (hides === hidden.has(id)) continue
      map.setFeatureState({ source: layer, id }, { hidden: hides })
      if (hides) hidden.add(id)
      else hidden.delete(id)
    }
    const shown = records.filter((record) => record.kind === 'event' && record.start !== null && record.start < until)
    const ids = new Set(shown.slice(0, LIST_LENGTH).map(({ id }) => id))
    showRows(
      list,
      linked.events.filter(({ id }) => ids.has(id)).map(({ title }) => title),
    )
  }
  step()
  const field = addElement('input', 'field')
  const results = addElement('ul', 'results')
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
  window.addEventListener('keydown', ({ key, target }) => {
    if (target === field || (key !== 'ArrowRight' && key !== 'ArrowLeft')) return
    until += key === 'ArrowRight' ? DAY_MS : -DAY_MS
    step()
  })
}
