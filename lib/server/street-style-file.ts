import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { z } from 'zod'
import { limits } from '@/lib/limits'
import { scaleStyle } from '@/lib/map/scale-style'
import { STREET_FROM } from '@/lib/map/street-style'
import { STREET_TILES, streetSourceId } from '@/lib/map/street-tiles'
import { subjectOf } from '@/lib/map/style-subject'
import { themes } from '@/lib/map/theme'
import { type ForeignLayer, themeLayer } from '@/lib/map/themed-style'
import {
  fetchStreet,
  isAddress,
  openVectorArchive,
  placeSource,
  readTemplate,
  type StreetTiles,
  withLand,
} from './street-sources'

const zoom = z.number().min(0).max(24)
const tileZoom = z.int().min(0).max(24)
const properties = z.record(z.string(), z.unknown())
const boundsSchema = z.tuple([z.number(), z.number(), z.number(), z.number()])

/** A source of vector tiles, in the style or in the TileJSON that it names. */
const sourceSchema = z.object({
  type: z.string().optional(),
  url: z.string().max(2000).optional(),
  tiles: z.array(z.string().max(2000)).min(1).max(20).optional(),
  minzoom: tileZoom.optional(),
  maxzoom: tileZoom.optional(),
  bounds: boundsSchema.optional(),
  scheme: z.enum(['xyz', 'tms']).optional(),
  encoding: z.string().optional(),
  attribution: z.string().optional(),
})
type StyleSource = z.infer<typeof sourceSchema>

const layerSchema = z.object({
  id: z.string().min(1).max(200),
  type: z.string(),
  source: z.string().optional(),
  'source-layer': z.string().max(200).optional(),
  minzoom: zoom.optional(),
  maxzoom: zoom.optional(),
  filter: z.unknown().optional(),
  layout: properties.default({}),
  paint: properties.default({}),
})
type StyleLayer = z.infer<typeof layerSchema>

/** A layer of which nothing is missing for it to be drawn. */
const drawnSchema = layerSchema.extend({
  type: z.enum(['fill', 'line', 'symbol']),
  source: z.string(),
  'source-layer': z.string(),
})

const styleSchema = z.object({
  version: z.literal(8, 'it is no MapLibre style of version 8'),
  sources: z.record(z.string(), z.unknown()),
  layers: z.array(z.unknown()).max(limits.street.layers),
})

/** A style as it was read: its tiles, its layers as far as they can be drawn, and what cannot be used of it, in plain words. */
export interface StreetStyle {
  version: string
  tiles: StreetTiles[]
  attributions: string[]
  layers: ForeignLayer[]
  /** Id of the source whose tiles have land added to them; null where a layer draws it. */
  landSource: string | null
  unused: string[]
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message.slice(0, 200) : 'it cannot be read')

/** Reads JSON from the file or the address. Throws an Error where it cannot. */
async function readJson(place: string, named: string): Promise<unknown> {
  const most = limits.street.styleBytes
  if (isAddress(place)) return JSON.parse(new TextDecoder().decode((await fetchStreet(place, { named }, most)).bytes))
  if ((await stat(place)).size > most) throw new Error(`it is larger than ${most / 1e6} MB`)
  return JSON.parse(await readFile(place, 'utf8'))
}

/** Where a style, or a TileJSON, that lies at `base` says that something is. Throws an Error for what is not read. */
function resolvePlace(text: string, base: string): string {
  const place = text.replace(/^pmtiles:\/\//, '')
  if (isAddress(place)) return place
  if (/^[a-z][a-z0-9+.-]*:/i.test(place)) throw new Error(`${place.split(':')[0]}: addresses are not read`)
  // An address may lead to none of this machine's files.
  if (!isAddress(base)) return path.resolve(path.dirname(base), place)
  // Braces stay as they are: numbers take their place.
  return new URL(place, base).href.replaceAll('%7B', '{').replaceAll('%7D', '}')
}

interface ReadSource {
  tiles: StreetTiles
  attribution: string
  /** What differs where its tiles do. */
  version: unknown
}

async function openArchive(place: string, named: string): Promise<ReadSource> {
  const { tiles, header, metadata } = await openVectorArchive(await placeSource(place, { named }))
  const told = z.object({ attribution: z.string().optional() }).safeParse(metadata).data
  return { tiles, attribution: told?.attribution ?? '', version: header }
}

function openTemplate(source: StyleSource, template: string, base: string, named: string): ReadSource {
  const place = resolvePlace(template, base)
  if (source.encoding !== undefined && source.encoding !== 'mvt')
    throw new Error(`tiles as ${source.encoding} are not read`)
  if (!isAddress(place)) throw new Error('of tiles beside the style only an archive (PMTiles) is read')
  const isWhole = ['{z}', '{x}'].every((part) => place.includes(part)) && /\{-?y\}/.test(place)
  if (!isWhole) throw new Error('the address of its tiles has no {z}, {x} and {y}')
  const [west, south, east, north] = source.bounds ?? [-180, -85.051129, 180, 85.051129]
  const { minzoom = 0, maxzoom = 22, attribution = '' } = source
  const read = readTemplate(place, source.scheme === 'tms', { named })
  const tiles: StreetTiles = { minZoom: minzoom, maxZoom: maxzoom, bounds: [west, south, east, north], read }
  // Nothing says when they change: a server that is started on another day takes them for others.
  return { tiles, attribution, version: new Date().toISOString().slice(0, 10) }
}

/** Opens one source of a style that lies at `base`. Throws an Error with the reason where it cannot be had. */
async function openSource(given: unknown, base: string, named: string): Promise<ReadSource> {
  const source = sourceSchema.parse(given)
  const isArchive = (text: string) => /^pmtiles:\/\/|\.pmtiles(?:$|[?#/])/i.test(text)
  const [template] = source.tiles ?? []
  const own = source.url ?? template
  if (own === undefined) throw new Error('it has neither an address nor tiles')
  if (isArchive(own)) {
    const opened = await openArchive(resolvePlace(own.replace(/\/\{z\}.*$/, ''), base), named)
    return { ...opened, attribution: source.attribution ?? opened.attribution }
  }
  if (template !== undefined) return openTemplate(source, template, base, named)
  const place = resolvePlace(own, base)
  const told = sourceSchema.parse(await readJson(place, named))
  if (told.tiles?.[0] === undefined) throw new Error('its TileJSON names no tiles')
  const both = { ...told, attribution: source.attribution ?? told.attribution }
  if (!isArchive(told.tiles[0])) return openTemplate(both, told.tiles[0], place, named)
  const opened = await openArchive(resolvePlace(told.tiles[0].replace(/\/\{z\}.*$/, ''), place), named)
  return { ...opened, attribution: both.attribution ?? opened.attribution }
}

/** Why a layer is not drawn; null where it can be. */
function whyUnused(layer: StyleLayer, sourceIds: ReadonlySet<string>): string | null {
  const { type, source, layout } = layer
  if (type !== 'fill' && type !== 'line' && type !== 'symbol') return `of type “${type}”, which is not drawn`
  if (source === undefined || !sourceIds.has(source)) return `its source “${source ?? ''}” is not read`
  if (layer['source-layer'] === undefined) return 'it names no layer of the tiles'
  const drawsPicture = Object.keys(layer.paint).some((name) => /-pattern$/.test(name))
  const subject = subjectOf(layer)
  if (drawsPicture || (type === 'symbol' && layout['icon-image'] !== undefined && subject !== 'place'))
    return 'it needs pictures (a sprite), which are not read'
  if (type === 'symbol' && layout['text-field'] === undefined) return 'it has no words'
  if (type === 'symbol' && JSON.stringify(layout['text-field']).includes('"image"'))
    return 'it has pictures among its words, which are not read'
  if (type === 'symbol' && subject === 'boundary') return 'names of borders are the bundled map’s'
  return null
}

/** The first fault of a layer as it would be drawn, on a desk or larger on a wall: it would cost the whole map. */
function faultOf(layer: ForeignLayer): string | null {
  const drawn = themeLayer(layer, themes.light, 'en')
  const onWall = scaleStyle([Object.assign({}, drawn, { id: `${drawn.id} on a wall` })], 2)
  const faults = validateStyleMin({
    version: 8,
    glyphs: 'x/{fontstack}/{range}',
    sources: { [layer.source]: { type: 'vector', tiles: ['x'] } },
    layers: [drawn, ...onWall] as never,
  })
  return faults[0]?.message.replace(/^layers\[\d\]\./, '').slice(0, 200) ?? null
}

/** Reads the layers that can be drawn, and says of the others why not. */
function readLayers(given: readonly unknown[], ids: ReadonlyMap<string, string>, unused: string[]): ForeignLayer[] {
  const taken = new Set<string>()
  return given.flatMap((value, index): ForeignLayer[] => {
    const leave = (id: string, why: string): ForeignLayer[] => {
      unused.push(`layer “${id}”: ${why}`)
      return []
    }
    const parsed = layerSchema.safeParse(value)
    if (!parsed.success) return leave(String(index + 1), 'it is no layer of a style')
    const { data: layer } = parsed
    // Nor what is only for zooms at which the bundled map is the ground.
    if (layer.type === 'background' || layer.layout.visibility === 'none') return []
    if ((layer.maxzoom ?? STREET_FROM + 1) <= STREET_FROM) return []
    const why = taken.has(layer.id) ? 'another has the same id' : whyUnused(layer, new Set(ids.keys()))
    taken.add(layer.id)
    if (why !== null) return leave(layer.id, why)
    const source = ids.get(layer.source ?? '') ?? STREET_TILES
    try {
      const read = drawnSchema.parse({ ...layer, source })
      const fault = faultOf(read)
      return fault === null ? [read] : leave(layer.id, fault)
    } catch (error) {
      return leave(layer.id, reasonOf(error))
    }
  })
}

/** Reads a style that the operator has named, a file or an address. Throws an Error where nothing of it can be shown. */
export async function openStyle(named: string): Promise<StreetStyle> {
  const parsed = styleSchema.safeParse(await readJson(named, named))
  if (!parsed.success) throw new Error(parsed.error.issues[0]?.message ?? 'it is no MapLibre style')
  const style = parsed.data
  const unused: string[] = []
  const ids = new Map<string, string>()
  const opened: ReadSource[] = []
  for (const [id, given] of Object.entries(style.sources)) {
    const type = z.object({ type: z.string() }).safeParse(given).data?.type
    try {
      if (type !== 'vector') throw new Error(`of type “${type ?? ''}”, of which none is read`)
      if (opened.length === limits.street.sources) throw new Error(`only ${limits.street.sources} are read`)
      opened.push(await openSource(given, named, named))
      ids.set(id, streetSourceId(opened.length - 1))
    } catch (error) {
      unused.push(`source “${id}”: ${reasonOf(error)}`)
    }
  }
  if (opened.length === 0) throw new Error(`no source of it can be read: ${unused.join('; ')}`.slice(0, 500))
  const layers = readLayers(style.layers, ids, unused)
  if (layers.length === 0) throw new Error(`no layer of it can be drawn: ${unused.join('; ')}`.slice(0, 500))
  const hasLand = layers.some((layer) => layer.type === 'fill' && layer['source-layer'] === 'earth')
  const landSource = hasLand ? null : (layers.find(({ type }) => type === 'fill')?.source ?? null)
  const tiles = opened.map((each, at) => (streetSourceId(at) === landSource ? withLand(each.tiles) : each.tiles))
  const facts = opened.map(({ tiles: { read: _, ...each }, version }) => [each, version])
  return {
    version: createHash('sha256')
      .update(JSON.stringify([style, facts]))
      .digest('hex')
      .slice(0, 12),
    tiles,
    attributions: opened.map(({ attribution }) => attribution),
    layers,
    landSource,
    unused,
  }
}
