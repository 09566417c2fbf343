import { listRecords } from '@/lib/derive/case-records'
import type { RecordKind } from '@/lib/derive/record-filter'
import { listStops } from '@/lib/derive/step-time'
import { buildStyle } from '@/lib/map/build-style'
import { layerSource } from '@/lib/map/case-layer'
import { themes } from '@/lib/map/theme'
import words from '@/lib/words/en.json' with { type: 'json' }
import { showPanel } from './bare-panel'
import { addElement, addSearch, createHiding, showRows } from './bare-steps'

/**
 * What a journey does, on the bare page, with the least code: plain buttons, boxes and lists, named as Caseboard's own
 * are. Added to the page once its map has settled.
 */
const { bareMap: map, bareCase: linked, bareConfig: config } = window
const records = listRecords(linked)
const stops = listStops(linked.moments)
const hidePlaces = createHiding(map, linked)

const style = document.createElement('style')
style.textContent = '#journey { position: fixed; inset: 0 auto 0 0; width: 320px; overflow: auto; background: Canvas }'
document.head.append(style)
const column = addElement('div', 'journey')

function addButton(name: string, press: (button: HTMLButtonElement) => void): HTMLButtonElement {
  const button = document.createElement('button')
  button.textContent = name
  button.onclick = () => press(button)
  column.append(button)
  return button
}

function addBox(parent: HTMLElement, name: string, role: 'switch' | 'checkbox', toggle: (on: boolean) => void) {
  const label = document.createElement('label')
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.role = role
  box.checked = role === 'switch'
  box.onchange = () => toggle(box.checked)
  label.append(box, name)
  parent.append(label)
}

const { zoomIn, zoomOut } = words.map.controls
const { toNight: toDark, toPaper: toLight } = words.panel
addButton(zoomIn, () => map.zoomIn())
addButton(zoomOut, () => map.zoomOut())
addButton(toDark, (button) => {
  const isDark = button.textContent === toDark
  button.textContent = isDark ? toLight : toDark
  document.documentElement.style.colorScheme = isDark ? 'dark' : 'light'
  const theme = themes[isDark ? 'dark' : 'light']
  const visible = config.layers.map(({ id }) => id)
  map.setStyle(
    buildStyle({ ...config, origin: location.origin, visible, theme, scale: 1, schematicWords: 'schematic' }),
  )
})

const drawn = map.getStyle().layers
for (const { id, name } of config.layers)
  addBox(column, name, 'switch', (on) => {
    for (const layer of drawn)
      if ('source' in layer && layer.source === layerSource(id))
        map.setLayoutProperty(layer.id, 'visibility', on ? 'visible' : 'none')
  })

// Time, filter and tabs say which records a plain list and the map show.
let stop = -1
let tab: Tab = 'overview'
const sides = new Set<string>()

type Tab = 'overview' | 'places' | 'quotations' | 'events'

const rows: Record<Tab, { kind: RecordKind | null; texts: readonly { id: string; text: string }[] }> = {
  overview: { kind: null, texts: linked.layers.map(({ id, name }) => ({ id, text: name })) },
  places: { kind: 'place', texts: linked.places.map(({ id, name }) => ({ id, text: name })) },
  quotations: { kind: 'quotation', texts: linked.quotations.map(({ id, passage }) => ({ id, text: passage.exact })) },
  events: { kind: 'event', texts: linked.events.map(({ id, title }) => ({ id, text: title })) },
}

function show(): void {
  const until = stops[stop]?.end ?? Number.POSITIVE_INFINITY
  const shown = records.filter(
    (record) =>
      (record.start === null || record.start < until) &&
      (sides.size === 0 || record.sides.some((side) => sides.has(side))),
  )
  const places = new Set(shown.flatMap((record) => record.places))
  hidePlaces(({ id, from }) => !places.has(id) || (from !== undefined && from >= until))
  const { kind, texts } = rows[tab]
  const ids = new Set(kind === 'place' ? places : shown.filter((record) => record.kind === kind).map(({ id }) => id))
  showRows(
    list,
    texts.filter(({ id }) => kind === null || ids.has(id)).map(({ text }) => text),
  )
  shownWindow.textContent = stop === -1 ? '' : new Date(until).toISOString()
  all.disabled = stop === -1
}

function stepTo(next: number): void {
  stop = next
  show()
}

const all = addButton(words.timeline.whole, () => stepTo(-1))
const shownWindow = addElement('p', 'window', column)
const group = document.createElement('fieldset')
addButton(words.tools.names.filter, () => {
  group.hidden = !group.hidden
})
group.hidden = true
column.append(group)
for (const { id, name } of linked.sides)
  addBox(group, name, 'checkbox', (on) => {
    if (on) sides.add(id)
    else sides.delete(id)
    show()
  })

const tabs = (['overview', 'places', 'quotations', 'events'] as const).map((id) => {
  const button = addButton(words.panel.pages[id], () => {
    tab = id
    for (const other of tabs) other.ariaSelected = String(other === button)
    show()
  })
  button.role = 'tab'
  return button
})
const list = addElement('ul', 'list', column)
show()

// A place that is shown is an entry in the history, which Back and Forward bring again.
let shownPlace: string | null = null

function choose(place: string | null): void {
  if (place === shownPlace) return
  shownPlace = place
  history.pushState({ place }, '')
}

map.on('click', () => choose(document.querySelector<HTMLElement>('#panel')?.dataset.place ?? null))
window.addEventListener('popstate', ({ state }) => {
  shownPlace = state?.place ?? null
  showPanel(shownPlace)
})

const dialog = addElement('dialog', 'find')
const field = addSearch(linked, dialog)
field.addEventListener('keydown', ({ key }) => {
  const found = key === 'Enter' && linked.places.find(({ name }) => name.toLowerCase().includes(field.value))
  if (!found) return
  dialog.close()
  showPanel(found.id)
  choose(found.id)
})
window.addEventListener('keydown', (event) => {
  if (event.key === 'k' && event.ctrlKey) {
    event.preventDefault()
    dialog.showModal()
  } else if (event.key === 'Escape') choose(null)
  else if (event.target === field) return
  else if (event.key === '.') stepTo(Math.min(stop + 1, stops.length - 1))
  else if (event.key === ',') stepTo(Math.max(stop - 1, 0))
})
