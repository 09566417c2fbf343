import { gpx, kml } from '@tmcw/togeojson'
import { DOMParser } from '@xmldom/xmldom'
import type { FeatureCollection, Geometry } from 'geojson'
import { isObject } from '@/lib/schema/plain-values'
import { ImportFault, type SourceFile } from '../row'
import { decodeXml, scanXml } from '../xml/scan-xml'
import { unpack } from '../zip/unpack'
import { featureTable } from './feature-rows'

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
  if (!/<[a-z!/]/i.test(html)) return html
  return stripTags(html)
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&amp;/g, '&')
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

function toFile(name: string, format: 'kml' | 'kmz' | 'gpx', { features }: Shapes, found: string[]): SourceFile {
  const plain = features.map((feature) => ({ ...feature, properties: plainProperties(feature.properties) }))
  return { name, format, found, tables: [featureTable(name, null, plain)] }
}

/** Reads KML. What it links to elsewhere is not fetched, and told of. Throws an ImportFault. */
export function readKml(name: string, bytes: Uint8Array, format: 'kml' | 'kmz' = 'kml'): SourceFile {
  const text = decodeXml(bytes)
  const links = text.match(/<NetworkLink\b/g)?.length ?? 0
  const found =
    links === 0 ? [] : [`${links} links to data elsewhere, which is not fetched: save that as a file of its own`]
  return toFile(
    name,
    format,
    convert(text, (document) => kml(document)),
    found,
  )
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
  return toFile(
    name,
    'gpx',
    convert(decodeXml(bytes), (document) => gpx(document)),
    [],
  )
}
