import { isObject } from '@/lib/schema/plain-values'
import { parseDate } from '../columns/parse-date'
import { placedRow } from '../feeds/read-feed'
import { type Cell, ImportFault, type RowFault, type SourceFile, type SourceRow, type SourceTable } from '../row'
import { featureRow, featureTable, plainRow, tableOf } from '../shapes/feature-rows'
import { listFeatures } from '../shapes/read-features'
import { textOfHtml } from '../shapes/read-kml'
import { annotationCells } from './annotation-cells'
import { whenOf } from './linked-places'

type Json = Record<string, unknown>
type Read = (name: string, value: Json) => readonly SourceTable[]

/** A kind of JSON file that is known by what stands in it. */
interface JsonKind {
  profile: string
  fits(value: Json): boolean
  read: Read
}

const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : [])
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

/** Cells from values that may be missing; HTML as its words. */
function cellsOf(values: Readonly<Record<string, unknown>>): Map<string, Cell> {
  const cells = new Map<string, Cell>()
  for (const [key, value] of Object.entries(values)) {
    if (isText(value)) cells.set(key, textOfHtml(value))
    else if (typeof value === 'number' || typeof value === 'boolean') cells.set(key, value)
  }
  return cells
}

/** A date of TimelineJS, in parts, as EDTF; what it shows in words instead is kept as it is. */
function timelineDate(value: unknown): string | undefined {
  if (!isObject(value)) return undefined
  const part = (key: string) => (value[key] === undefined || value[key] === '' ? undefined : Number(value[key]))
  const [year, month, day, hour, minute] = ['year', 'month', 'day', 'hour', 'minute'].map(part)
  if (year === undefined || !Number.isInteger(year)) return undefined
  const two = (number: number) => String(number).padStart(2, '0')
  const digits = String(Math.abs(year)).padStart(4, '0')
  const written = `${year < 0 ? '-' : ''}${digits}`
  if (month === undefined) return written
  if (day === undefined) return `${written}-${two(month)}`
  const clock = hour === undefined ? '' : ` ${two(hour)}:${two(minute ?? 0)}`
  return `${written}-${two(month)}-${two(day)}${clock}`
}

function timelineRow(name: string, event: Json, index: number): SourceRow | RowFault {
  const text = isObject(event.text) ? event.text : {}
  const media = isObject(event.media) ? event.media : {}
  const location = isObject(event.location) ? event.location : {}
  const cells = cellsOf({
    headline: text.headline,
    date: timelineDate(event.start_date),
    end: timelineDate(event.end_date),
    'displayed date': event.display_date,
    text: text.text,
    group: event.group,
    place: location.name,
    media: media.url,
    credit: media.credit,
    caption: media.caption,
  })
  return placedRow({ file: name, row: index + 1 }, pointOf(location), cells)
}

/** A point of `lat` and `lon`, as yet unchecked; null where there is neither. */
function pointOf(location: Json): unknown {
  const [lat, lng] = [location.lat, location.lon ?? location.lng]
  if (lat === undefined || lng === undefined || lat === '' || lng === '') return null
  return { type: 'Point', coordinates: [Number(lng), Number(lat)] }
}

const anyOrder = { order: 'day', zone: null } as const

function storymapRow(name: string, slide: Json, index: number): SourceRow | RowFault {
  const text = isObject(slide.text) ? slide.text : {}
  const media = isObject(slide.media) ? slide.media : {}
  const location = isObject(slide.location) ? slide.location : {}
  const cells = cellsOf({
    headline: text.headline,
    // A slide shows any words as its date.
    [isText(slide.date) && 'value' in parseDate(slide.date, anyOrder) ? 'date' : 'displayed date']: slide.date,
    text: text.text,
    place: location.name,
    media: media.url,
    credit: media.credit,
    caption: media.caption,
  })
  // The overview has no place of its own, though it has a camera.
  return placedRow({ file: name, row: index + 1 }, slide.type === 'overview' ? null : pointOf(location), cells)
}

function umapLayers(name: string, value: Json): SourceTable[] {
  const layers = objects(value.layers)
  const rows = layers.flatMap((layer) => {
    const options = isObject(layer._umap_options) ? layer._umap_options : isObject(layer._storage) ? layer._storage : {}
    const title = isText(options.name) ? options.name : 'Layer'
    return objects(layer.features).map(({ _umap_options: _, ...feature }) => {
      const own: Json = isObject(feature.properties) ? feature.properties : {}
      const { _umap_options: _options, _storage: _old, ...properties } = own
      return { ...feature, properties: { ...properties, layer: title } }
    })
  })
  return [featureTable(name, null, rows)]
}

function linkedPlaces(name: string, value: Json): SourceTable[] {
  const rows = (listFeatures(value) ?? []).map((feature, index) => {
    const row = featureRow(feature, name, null, index + 1)
    if ('reason' in row || !isObject(feature)) return row
    const cells = new Map<string, Cell>()
    for (const [key, cell] of cellsOf(whenOf(feature))) cells.set(key, cell)
    for (const [key, cell] of row.cells) if (!cells.has(key)) cells.set(key, cell)
    return { ...row, cells }
  })
  return [tableOf(null, rows)]
}

function annotations(name: string, value: Json): SourceTable[] {
  const items = Array.isArray(value.rows)
    ? value.rows
    : Array.isArray(value.items)
      ? value.items
      : isObject(value.first)
        ? value.first.items
        : [value]
  const rows = objects(items).map((each, index) => {
    const { cells, geometry } = annotationCells(each)
    return placedRow({ file: name, row: index + 1 }, geometry, cellsOf(cells))
  })
  return [tableOf(null, rows)]
}

const contextOf = (value: Json) => JSON.stringify(value['@context'] ?? '')
const isAnnotation = (value: Json) => isObject(value.target) || Array.isArray(value.target)

const kinds: readonly JsonKind[] = [
  { profile: 'umap', fits: (value) => value.type === 'umap' && Array.isArray(value.layers), read: umapLayers },
  {
    profile: 'storymapjs',
    fits: (value) => isObject(value.storymap) && Array.isArray(value.storymap.slides),
    read: (name, value) => [
      tableOf(
        null,
        objects(isObject(value.storymap) ? value.storymap.slides : []).map((slide, at) => storymapRow(name, slide, at)),
      ),
    ],
  },
  {
    profile: 'timelinejs',
    fits: (value) => objects(value.events).some((event) => 'start_date' in event),
    read: (name, value) => [
      tableOf(
        null,
        objects(value.events).map((event, at) => timelineRow(name, event, at)),
      ),
    ],
  },
  {
    profile: 'linked-places',
    fits: (value) =>
      /linked-?places|linkedpasts/i.test(contextOf(value)) ||
      (objects(value.features).length > 0 &&
        objects(value.features).every((each) => isObject(each.when) || Array.isArray(each.names))),
    read: linkedPlaces,
  },
  {
    profile: 'web-annotation',
    fits: (value) =>
      /anno\.jsonld/.test(contextOf(value)) ||
      isAnnotation(value) ||
      objects(value.rows).some(isAnnotation) ||
      objects(value.items).some(isAnnotation),
    read: annotations,
  },
]

/** Rows of a list of objects, with `lat` and `lng` as columns like others. */
const plainList = (name: string, list: readonly unknown[]): SourceTable[] => [
  tableOf(
    null,
    list.map((value, index) => plainRow(value, name, index + 1)),
  ),
]

/** Reads a JSON file that is no GeoJSON: one of a known kind, or a list of objects. Throws an ImportFault. */
export function readJsonKind(name: string, value: unknown, found: readonly string[]): SourceFile | null {
  if (Array.isArray(value) && objects(value).some(isAnnotation))
    return { name, format: 'json', found, tables: annotations(name, { items: value }), profile: 'web-annotation' }
  if (Array.isArray(value)) return { name, format: 'json', found, tables: plainList(name, value) }
  if (!isObject(value)) throw new ImportFault('is JSON, but neither a list nor an object')
  const kind = kinds.find(({ fits }) => fits(value))
  if (kind !== undefined) return { name, format: 'json', found, tables: kind.read(name, value), profile: kind.profile }
  const list = ['results', 'data', 'Result', 'incidents', 'records', 'items', 'rows', 'events']
    .map((key) => value[key])
    .find((held) => objects(held).length > 0)
  return Array.isArray(list) ? { name, format: 'json', found, tables: plainList(name, list) } : null
}
