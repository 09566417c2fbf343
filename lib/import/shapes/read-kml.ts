import { gpx, kml } from '@tmcw/togeojson'
import { DOMParser } from '@xmldom/xmldom'
import type { FeatureCollection, Geometry } from 'geojson'
import { isObject } from '@/lib/schema/plain-values'
import { ImportFault, type RowFault, type SourceFile, type SourceRow } from '../row'
import { decodeEntities } from '../text/entities'
import { decodeXml, scanXml } from '../xml/scan-xml'
import { unpack } from '../zip/unpack'
import { featureRow, tableOf } from './feature-rows'
import { closeCommas, listGpxMarks, listPlacemarks, type MarkNote } from './unread-marks'

/** Keys that say how something is drawn, which the case decides itself. */
const drawn = /^(styleUrl|styleHash|styleMapHash|stroke|fill|icon|label|line|poly|marker)(-|$)/

function plainProperties(properties: Record<string, unknown> | null): Record<string, unknown> {
  const entries = Object.entries(properties ?? {}).filter(([key]) => !drawn.test(key))
  return Object.fromEntries(
    entries.map(([key, value]) =>
      // Of what is HTML its text: nothing of a file is ever shown as HTML.
      isObject(value) && typeof value.value === 'string'
        ? [key, textOfHtml(value.value)]
        : [key, textOfDescription(value)],
    ),
  )
}

const textOfDescription = (value: unknown) => (typeof value === 'string' ? textOfHtml(value) : value)

const breaks = /^<(?:br|\/p|\/div|\/tr|\/li)\b/i
const hidden = /^<(script|style)\b/i

/** A text without its tags, in one pass: a pattern would look for the end of each tag anew, which may be far. */
function stripTags(html: string): string {
  const words: string[] = []
  const small = html.toLowerCase()
  let at = 0
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', at)) {
    words.push(html.slice(at, open))
    const tag = html.slice(open, open + 10)
    const ends = hidden.exec(tag)?.[1]
    const from = ends === undefined ? open : small.indexOf(`</${ends.toLowerCase()}`, open)
    const close = from < 0 ? -1 : html.indexOf('>', from)
    // What is opened and never closed hides what follows, as it would in a browser.
    if (close < 0) return words.join('')
    if (breaks.test(tag)) words.push('\n')
    at = close + 1
  }
  words.push(html.slice(at))
  return words.join('')
}

/** The words of a piece of HTML. */
export function textOfHtml(html: string): string {
  if (!/<[a-z!/]/i.test(html)) return decodeEntities(html)
  return decodeEntities(stripTags(html))
    .replace(/[ \t]+/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
    .trim()
}

type Shapes = FeatureCollection<Geometry | null>

function convert(text: string, read: (document: ReturnType<DOMParser['parseFromString']>) => Shapes): Shapes {
  // Whether it is XML at all, how deep it is and what it declares is asked before anything is made of it.
  scanXml(text, {})
  try {
    return read(new DOMParser({ onError: () => undefined }).parseFromString(text, 'text/xml'))
  } catch {
    throw new ImportFault('cannot be read: its elements are not as they should be')
  }
}

/** When a shape is, from the forms that KML and GPX have for it: one moment, a span, or the times of a track. */
function whenOf({ timestamp, timespan, coordinateProperties }: Record<string, unknown>): unknown {
  if (isObject(timespan)) return `${timespan.begin || '..'}/${timespan.end || '..'}`
  if (timestamp !== undefined) return timestamp
  const times = isObject(coordinateProperties) ? [coordinateProperties.times].flat(2) : []
  const [first, last] = [times[0], times.at(-1)]
  return typeof first === 'string' && typeof last === 'string' && first !== last ? `${first}/${last}` : first
}

function withDate(properties: Record<string, unknown>): Record<string, unknown> {
  const when = whenOf(properties)
  const { timestamp: _, timespan: _span, coordinateProperties: _track, _gpxType: kind, ...rest } = properties
  if (when === undefined) return rest
  // A way-point of GPX has its time; a track is as long as it took.
  if (kind !== undefined) return { ...rest, time: when }
  return { [rest.date === undefined ? 'date' : 'timestamp']: when, ...rest }
}

const PREFIXED = 'has elements with a prefix, which are not read: open it in QGIS and export it as GeoJSON'

type Feature = Shapes['features'][number]

/** A table of shapes, those that their converter passed over or could not place among them as faults. */
function toTable(name: string, features: readonly Feature[], marks: readonly MarkNote[], right: string) {
  const left = [...features]
  const rows = marks.map(({ folder, unread }, index): SourceRow | RowFault => {
    const row = index + 1
    // Of KML what has no position is converted too, of GPX it is not.
    const feature = unread === null || features.length === marks.length ? left.shift() : undefined
    const at = { file: name, sheet: null, row, column: 'coordinates' }
    if (unread !== null) return { ...at, value: unread, reason: right }
    if (feature === undefined) throw new ImportFault(PREFIXED)
    const properties = {
      ...withDate(plainProperties(feature.properties)),
      ...(folder === '' ? {} : { folder }),
    }
    return featureRow({ ...feature, properties }, name, null, row)
  })
  return tableOf(null, rows)
}

const isPlacemark = ({ properties }: Feature) => properties?.['@geometry-type'] === undefined

/** Reads KML. What it links to elsewhere is not fetched, and told of. Throws an ImportFault. */
export function readKml(name: string, bytes: Uint8Array, format: 'kml' | 'kmz' = 'kml'): SourceFile {
  const text = closeCommas(decodeXml(bytes))
  const marks = listPlacemarks(text)
  const { features } = convert(text, (document) => kml(document))
  const count = (element: string) => text.match(new RegExp(`<${element}\\b`, 'g'))?.length ?? 0
  const [links, pictures] = [count('NetworkLink'), count('GroundOverlay') + count('ScreenOverlay')]
  const found = [
    ...(links === 0 ? [] : [`${links} links to data elsewhere, which is not fetched: save that as a file of its own`]),
    ...(pictures === 0 ? [] : [`${pictures} pictures that lie over the ground or the screen, which are not read`]),
  ]
  const table = toTable(
    name,
    features.filter(isPlacemark),
    marks,
    'is no position: write longitude, latitude and height as 35.1396,47.8388,0, with spaces between positions alone',
  )
  return { name, format, found, tables: [table] }
}

/** Reads KMZ: the first KML file in it. */
export function readKmz(name: string, bytes: Uint8Array): SourceFile {
  const files = unpack(bytes, (each) => /\.kml$/i.test(each))
  const names = [...files.keys()]
  const main = names.find((each) => /^doc\.kml$/i.test(each)) ?? names[0]
  const held = main === undefined ? undefined : files.get(main)
  if (held === undefined) throw new ImportFault('holds no KML file')
  const file = readKml(name, held, 'kmz')
  const others = names.filter((each) => each !== main)
  return others.length === 0
    ? file
    : { ...file, found: [...file.found, `of it ${main} is read, and not ${others.join(', ')}`] }
}

/** Reads GPX: way-points, routes and tracks. */
export function readGpx(name: string, bytes: Uint8Array): SourceFile {
  const text = decodeXml(bytes)
  const { marks, lostPoints } = listGpxMarks(text)
  const { features } = convert(text, (document) => gpx(document))
  const right = 'has no position: a point has lat and lon in degrees, and a line two points or more'
  const found = lostPoints === 0 ? [] : [`${lostPoints} points of tracks and routes have no position and are left out`]
  return { name, format: 'gpx', found, tables: [toTable(name, features, marks, right)] }
}
