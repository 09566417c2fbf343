import { isLayerId, type LayerId, layerIds } from '@/lib/map/layer-table'
import { type Camera, type Focus, focusKinds, type View } from './view'

/** Zooms that the map has, and that an address is clamped to. */
export const zoomLimits = { min: 2, max: 11 } as const

/** Latitudes that the map shows. */
const LATITUDE_LIMIT = 80

const emptyView: View = { focus: null, layers: null, map: null, theme: null }

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value))
}

function readFocus(parameters: URLSearchParams): Focus | null {
  for (const kind of focusKinds) {
    const id = parameters.get(kind)
    if (id !== null && /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/.test(id)) return { kind, id }
  }
  return null
}

/** An empty list says "no layer"; a list of nothing but junk says nothing. */
function readLayers(text: string | null): readonly LayerId[] | null {
  if (text === null) return null
  const named = new Set(text.split(',').filter(isLayerId))
  if (text !== '' && named.size === 0) return null
  return layerIds.filter((id) => named.has(id))
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
    lng: clamp(lng, -180, 180),
  }
}

function readTheme(text: string | null): View['theme'] {
  return text === 'light' || text === 'dark' ? text : null
}

/** Drops digits that no screen shows: 0.01 of a zoom, 0.0001° (11 m). */
function writeCamera({ zoom, lat, lng }: Camera): string {
  return `${Number(zoom.toFixed(2))}/${Number(lat.toFixed(4))}/${Number(lng.toFixed(4))}`
}

/** Each part of a view with how it is read and written; the order is the order in the address. */
const codec: readonly { read(from: URLSearchParams): Partial<View>; write(view: View): [string, string] | null }[] = [
  {
    read: (from) => ({ focus: readFocus(from) }),
    write: ({ focus }) => (focus === null ? null : [focus.kind, focus.id]),
  },
  {
    read: (from) => ({ layers: readLayers(from.get('layers')) }),
    write: ({ layers }) => (layers === null ? null : ['layers', layers.join(',')]),
  },
  {
    read: (from) => ({ map: readCamera(from.get('map')) }),
    write: ({ map }) => (map === null ? null : ['map', writeCamera(map)]),
  },
  {
    read: (from) => ({ theme: readTheme(from.get('theme')) }),
    write: ({ theme }) => (theme === null ? null : ['theme', theme]),
  },
]

/** Reads a view from an address's query. Never throws: what it does not understand is as if it were not there. */
export function readView(search: string): View {
  const parameters = new URLSearchParams(search)
  return codec.reduce<View>((view, part) => Object.assign(view, part.read(parameters)), { ...emptyView })
}

/** Writes a view as a query, `?` included, or an empty string. Same view, same query. */
export function writeView(view: View): string {
  const pairs = codec.map((part) => part.write(view)).filter((pair) => pair !== null)
  // Every character that a value can have is allowed in a query as it stands; encoding would only make it unreadable.
  return pairs.length === 0 ? '' : `?${pairs.map(([key, value]) => `${key}=${value}`).join('&')}`
}
