import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { Compression, type Header, type Source, TileType } from 'pmtiles'
import { z } from 'zod'
import { keepLatest } from '@/lib/derive/once'
import { limits } from '@/lib/limits'
import { fileSource, openTiles, type ReadTile } from './read-archive'

/**
 * The map down to the street: a PMTiles archive in the Protomaps schema, a file or an http(s) address that
 * `CASEBOARD_BASEMAP` names. This server alone reads it, so that no reader's browser asks anybody else; where it cannot be
 * had, the map of the world is shown as far as it goes.
 */
export interface StreetArchive {
  /** Goes into the tiles' addresses. */
  version: string
  minZoom: number
  maxZoom: number
  /** [west, south, east, north], degrees. */
  bounds: [number, number, number, number]
  /** Whose data it is, in plain words. */
  attribution: string
  /** A gzipped vector tile; null where the archive has none. */
  read: ReadTile
}

/** What the archive is, if one is named. */
export function streetSetting(): string | null {
  const named = process.env.CASEBOARD_BASEMAP?.trim() ?? ''
  return named === '' ? null : named
}

const compress = promisify(gzip)

const isAddress = (named: string) => /^https?:\/\//i.test(named)

/** Parts of a file on another server. Throws where it does not answer in time, or with something else than the part. */
function addressSource(address: string): Source {
  return {
    getKey: () => address,
    getBytes: async (offset, length) => {
      const response = await fetch(address, {
        headers: { range: `bytes=${offset}-${offset + length - 1}` },
        signal: AbortSignal.timeout(limits.street.answerMs),
      })
      // A server that knows no ranges would send all of it.
      if (response.status !== 206) {
        await response.body?.cancel()
        throw new Error(`it answers ${response.status} to a range of bytes`)
      }
      const data = await response.arrayBuffer()
      if (data.byteLength > length) throw new Error('it answers with more than the range of bytes')
      const etag = response.headers.get('etag')
      return { data, ...(etag === null || etag.startsWith('W/') ? {} : { etag }) }
    },
  }
}

const metadataSchema = z.object({
  attribution: z.string().optional(),
  vector_layers: z.array(z.object({ id: z.string() })),
})

/** Layers by which the schema is known. */
const needed = ['earth', 'roads', 'water']

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  copy: '©',
  '#169': '©',
  '#39': "'",
}

/** An attribution as it is written on the map: the words of what may be HTML. */
export function plainAttribution(html: string): string {
  return html
    .replace(/<[^<>]*>/g, '')
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200)
}

function versionOf(header: Header, metadata: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([header, metadata]))
    .digest('hex')
    .slice(0, 12)
}

async function openStreet(named: string): Promise<StreetArchive> {
  const source = isAddress(named) ? addressSource(named) : fileSource(await open(named), named)
  const { archive, header, read } = await openTiles(source)
  if (header.tileType !== TileType.Mvt) throw new Error('its tiles are no vector tiles')
  const isPlain = header.tileCompression === Compression.None || header.tileCompression === Compression.Unknown
  if (!isPlain && header.tileCompression !== Compression.Gzip)
    throw new Error('its tiles are compressed by something else than gzip')
  const metadata = metadataSchema.safeParse(await archive.getMetadata())
  const layers = new Set(metadata.data?.vector_layers.map(({ id }) => id))
  const missing = needed.filter((id) => !layers.has(id))
  if (missing.length > 0) throw new Error(`it is not in the Protomaps schema: it has no layer ${missing.join(', ')}`)
  const attribution = plainAttribution(metadata.data?.attribution ?? '')
  return {
    version: versionOf(header, metadata.data),
    minZoom: header.minZoom,
    maxZoom: header.maxZoom,
    bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
    // Whatever is in this schema is made from OpenStreetMap, whose licence asks for its name.
    attribution: attribution.includes('OpenStreetMap')
      ? attribution
      : ['© OpenStreetMap contributors', attribution].filter(Boolean).join(' · '),
    read: async (z, x, y) => {
      const tile = await read(z, x, y)
      return tile === null || !isPlain ? tile : compress(tile)
    },
  }
}

const keepArchive = keepLatest<StreetArchive>(1)
let failed: { named: string; at: number; error: unknown } | null = null

/** Opens the archive that is named, once; throws where it cannot be had, and is tried again after a while. */
export async function readStreet(named: string, now = performance.now()): Promise<StreetArchive> {
  // Nobody waits again for what has just not answered.
  if (failed?.named === named && now - failed.at < limits.street.retryMs) throw failed.error
  try {
    const archive = await keepArchive(named, () => openStreet(named))
    failed = null
    return archive
  } catch (error) {
    failed = { named, at: now, error }
    console.warn(`The street map ${named} cannot be had: ${error instanceof Error ? error.message.slice(0, 200) : ''}`)
    throw error
  }
}

const keepTile = keepLatest<Buffer | null>(limits.street.keptTiles)

/** A tile of it, gzipped; null where it has none. Throws where it cannot be had. */
export async function streetTile(named: string, z: number, x: number, y: number): Promise<Buffer | null> {
  const { version, minZoom, maxZoom, read } = await readStreet(named)
  const last = 2 ** z - 1
  if (!(z >= minZoom && z <= maxZoom && x >= 0 && x <= last && y >= 0 && y <= last)) return null
  return keepTile(`${version}/${z}/${x}/${y}`, () => read(z, x, y))
}
