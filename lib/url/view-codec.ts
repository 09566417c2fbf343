import { parseCaseVersion } from '@/lib/derive/case-version'
import { noFilter } from '@/lib/derive/record-filter'
import { clamp, wrapLongitude } from '@/lib/geo/clamp'
import type { LayerId } from '@/lib/schema/layer'
import { placeIdPattern, recordIdPattern } from '@/lib/schema/plain-values'
import { addressBelow } from './base-path'
import { readLaidOver, readMeasure, writeLaidOver, writeMeasure } from './drawing-codec'
import { readFilter, writeFilter } from './filter-codec'
import { readTimeWindow, writeTimeWindow } from './time-window'
import { type Camera, type Focus, focusKinds, type View } from './view'

/** Zooms that the map has, and that an address is clamped to. */
export const zoomLimits = { min: 2, max: 18 } as const

/** Latitudes that the map shows. */
const LATITUDE_LIMIT = 80

const emptyView: View = {
  focus: null,
  page: null,
  scene: null,
  thread: null,
  time: null,
  filter: noFilter,
  layers: null,
  off: [],
  voices: null,
  measure: null,
  laidOver: null,
  map: null,
  theme: null,
  version: null,
}

function readFocus(parameters: URLSearchParams): Focus | null {
  for (const kind of focusKinds) {
    const id = parameters.get(kind)
    if (id !== null && placeIdPattern.test(id)) return { kind, id }
  }
  return null
}

/** More than a case's legend could show. */
const MOST_LAYERS = 100

/** An empty list says "no layer"; a list of nothing but junk says nothing. Which ids the case has is not known here. */
function readLayers(text: string | null): readonly LayerId[] | null {
  if (text === null) return null
  const named = new Set(text.split(',', MOST_LAYERS).filter((id) => recordIdPattern.test(id)))
  return text !== '' && named.size === 0 ? null : [...named]
}

/** Categories by their layer and number; which of them the case has is not known here. */
function readOff(text: string | null): readonly string[] {
  const named = (text ?? '').split(',', MOST_LAYERS).filter((each) => {
    const [layer = '', number = '', ...rest] = each.split('.')
    return rest.length === 0 && recordIdPattern.test(layer) && /^\d$/.test(number)
  })
  return [...new Set(named)]
}

/** `<zoom>/<lat>/<lng>`, clamped to what the map can show. */
function readCamera(text: string | null): Camera | null {
  const parts = text?.split('/') ?? []
  if (parts.length !== 3 || parts.some((part) => !/^-?\d{1,3}(\.\d{1,15})?$/.test(part))) return null
  const [zoom, lat, lng] = parts.map(Number)
  if (zoom === undefined || lat === undefined || lng === undefined) return null
  return {
    zoom: clamp(zoom, zoomLimits.min, zoomLimits.max),
    lat: clamp(lat, -LATITUDE_LIMIT, LATITUDE_LIMIT),
    // Whoever moves on over the antimeridian comes out on its other side.
    lng: Math.abs(lng) <= 180 ? lng : wrapLongitude(lng),
  }
}

function readPage(text: string | null): string | null {
  return text !== null && /^[a-z-]{1,24}$/.test(text) ? text : null
}

/** The id of something of the case; whether the case has it is not known here. */
function readId(text: string | null): string | null {
  return text !== null && recordIdPattern.test(text) ? text : null
}

/** `voices`, or `voices.<speaker>`; whether the case has the speaker is not known here. */
function readVoices(text: string | null): string | null {
  const [lines, speaker = '', ...rest] = text?.split('.') ?? []
  if (lines !== 'voices' || rest.length > 0) return null
  return recordIdPattern.test(speaker) ? speaker : ''
}

function readTheme(text: string | null): View['theme'] {
  return text === 'light' || text === 'dark' ? text : null
}

/** Also what a wall's address says. */
export function readVersion(text: string | null): string | null {
  return text !== null && parseCaseVersion(text) !== null ? text : null
}

/** Drops digits that no screen shows: 0.01 of a zoom, 0.0001° (11 m). */
function writeCamera({ zoom, lat, lng }: Camera): string {
  return `${Number(zoom.toFixed(2))}/${Number(lat.toFixed(4))}/${Number(lng.toFixed(4))}`
}

type Pair = [key: string, value: string]

/** The pair of a key and a value; none where there is nothing to say. */
function pair<T>(key: string, value: T | null, write: (value: T) => string): Pair[] {
  return value === null ? [] : [[key, write(value)]]
}

const asIs = (text: string) => text

/** Each part of a view with how it is read and written; the order is the order in the address. */
const codec: readonly { read(from: URLSearchParams): Partial<View>; write(view: View): Pair[] }[] = [
  {
    read: (from) => ({ focus: readFocus(from) }),
    write: ({ focus }) => (focus === null ? [] : [[focus.kind, focus.id]]),
  },
  {
    read: (from) => ({ page: readPage(from.get('page')) }),
    write: ({ page }) => pair('page', page, asIs),
  },
  {
    read: (from) => ({ scene: readId(from.get('scene')) }),
    write: ({ scene }) => pair('scene', scene, asIs),
  },
  {
    read: (from) => ({ thread: readId(from.get('thread')) }),
    write: ({ thread }) => pair('thread', thread, asIs),
  },
  {
    read: (from) => ({ time: readTimeWindow(from.get('t')) }),
    write: ({ time }) => pair('t', time, writeTimeWindow),
  },
  { read: (from) => ({ filter: readFilter(from) }), write: ({ filter }) => writeFilter(filter) },
  {
    read: (from) => ({ layers: readLayers(from.get('layers')) }),
    write: ({ layers }) => pair('layers', layers, (ids) => ids.join(',')),
  },
  {
    read: (from) => ({ off: readOff(from.get('off')) }),
    write: ({ off }) => (off.length === 0 ? [] : [['off', off.join(',')]]),
  },
  {
    read: (from) => ({ voices: readVoices(from.get('lines')) }),
    write: ({ voices }) => pair('lines', voices, (speaker) => (speaker === '' ? 'voices' : `voices.${speaker}`)),
  },
  {
    read: (from) => ({ measure: readMeasure(from.get('measure')) }),
    write: ({ measure }) => pair('measure', measure, writeMeasure),
  },
  {
    read: (from) => ({ laidOver: readLaidOver(from.get('over')) }),
    write: ({ laidOver }) => pair('over', laidOver, writeLaidOver),
  },
  {
    read: (from) => ({ map: readCamera(from.get('map')) }),
    write: ({ map }) => pair('map', map, writeCamera),
  },
  {
    read: (from) => ({ theme: readTheme(from.get('theme')) }),
    write: ({ theme }) => pair('theme', theme, asIs),
  },
  {
    read: (from) => ({ version: readVersion(from.get('v')) }),
    write: ({ version }) => pair('v', version, asIs),
  },
]

/** Reads a view from an address's query. Never throws: what it does not understand is as if it were not there. */
export function readView(search: string): View {
  const parameters = new URLSearchParams(search)
  return codec.reduce<View>((view, part) => Object.assign(view, part.read(parameters)), { ...emptyView })
}

/** Writes a view as a query, `?` included, or an empty string. Same view, same query. */
export function writeView(view: View): string {
  const pairs = codec.flatMap((part) => part.write(view))
  // Every character that a value can have is allowed in a query as it stands; encoding would only make it unreadable.
  return pairs.length === 0 ? '' : `?${pairs.map(([key, value]) => `${key}=${value}`).join('&')}`
}

/**
 * Address of a case's page with one record in focus and nothing else said but which version it is linked from, without
 * the origin.
 */
export function recordAddress(caseId: string, focus: Focus, version: string | null): string {
  // Stryker disable next-line StringLiteral: any other text without a key reads as the same view.
  const nothing = readView('')
  return addressBelow(`/cases/${caseId}${writeView({ ...nothing, focus, version })}`)
}
