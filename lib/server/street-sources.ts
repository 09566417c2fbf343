import { open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf'
import { Compression, type Header, type Source, TileType } from 'pmtiles'
import { limits } from '@/lib/limits'
import { LAND_LAYER } from '@/lib/map/themed-style'
import { FeedFault } from './feeds/feed-fault'
import { createFeedFetcher, type FeedAnswer } from './feeds/fetch-feed'
import { fileSource, openTiles, type ReadTile } from './read-archive'

/** Vector tiles of a street map. */
export interface StreetTiles {
  minZoom: number
  maxZoom: number
  /** [west, south, east, north], degrees. */
  bounds: [number, number, number, number]
  /** A gzipped vector tile; null where there is none. */
  read: ReadTile
}

export const isAddress = (named: string) => /^https?:\/\//i.test(named)

/** What the operator has named, and so vouches for: only its own host may be one of a private network. */
export interface FetchFrom {
  named: string
}

const noValidators = { etag: null, lastModified: null }

/** Fetches as feeds are fetched: every address on the way is checked, and time and size have a limit. Throws a FeedFault. */
export function fetchStreet(
  address: string,
  { named }: FetchFrom,
  bytes: number,
  range?: string,
): Promise<FeedAnswer & { kind: 'new' }> {
  const fetchIt = createFeedFetcher({
    trustedHost: isAddress(named) ? new URL(named).host : undefined,
    ...{ bytes, ms: limits.street.answerMs },
    ...(range === undefined ? {} : { range }),
  })
  return fetchIt(address, noValidators).then((answer) => {
    if (answer.kind === 'same') throw new FeedFault('answer', 'it answers 304 to a first question')
    return answer
  })
}

/** Parts of a file on another server. Throws where it does not answer in time, or with something else than the part. */
function addressSource(address: string, from: FetchFrom): Source {
  return {
    getKey: () => address,
    getBytes: async (offset, length) => {
      if (!(length <= limits.street.tileBytes)) throw new Error('a part of it is too large')
      const { bytes, validators } = await fetchStreet(address, from, length, `bytes=${offset}-${offset + length - 1}`)
      const { etag } = validators
      return { data: new Uint8Array(bytes).buffer, ...(etag === null || etag.startsWith('W/') ? {} : { etag }) }
    },
  }
}

/** An archive that is named, or that a named style leads to: a file, which stays open so that it is the same one when another takes its name, or an address. */
export async function placeSource(place: string, from: FetchFrom): Promise<Source> {
  return isAddress(place) ? addressSource(place, from) : fileSource(await open(place), place)
}

const pack = promisify(gzip)
const unpack = promisify(gunzip)

const isPacked = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b

/** The tiles of an archive, and what it says of itself. Throws an Error where it is none of vector tiles. */
export async function openVectorArchive(
  source: Source,
): Promise<{ tiles: StreetTiles; header: Header; metadata: unknown }> {
  const { archive, header, read } = await openTiles(source, limits.street.tileBytes)
  if (header.tileType !== TileType.Mvt) throw new Error('its tiles are no vector tiles')
  const isPlain = header.tileCompression === Compression.None || header.tileCompression === Compression.Unknown
  if (!isPlain && header.tileCompression !== Compression.Gzip)
    throw new Error('its tiles are compressed by something else than gzip')
  const tiles: StreetTiles = {
    minZoom: header.minZoom,
    maxZoom: header.maxZoom,
    bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
    read: async (z, x, y) => {
      const tile = await read(z, x, y)
      return tile === null || !isPlain ? tile : pack(tile)
    },
  }
  return { tiles, header, metadata: await archive.getMetadata() }
}

/** Reads tiles whose address is a template with `{z}`, `{x}` and `{y}`, or `{-y}`, which counts from the south. */
export function readTemplate(template: string, isTms: boolean, from: FetchFrom): ReadTile {
  return async (z, x, y) => {
    const south = 2 ** z - 1 - y
    const numbers: Record<string, number> = { z, x, y: isTms ? south : y, '-y': south }
    const address = template.replace(/\{(z|x|y|-y)\}/g, (_, name: string) => String(numbers[name]))
    try {
      const { bytes } = await fetchStreet(address, from, limits.street.tileBytes)
      if (bytes.length === 0) return null
      return isPacked(bytes) ? Buffer.from(bytes) : pack(bytes)
    } catch (error) {
      if (error instanceof FeedFault && (error.status === 404 || error.status === 204)) return null
      throw error
    }
  }
}

const EXTENT = 4096
/** How far the land reaches over the edges of its tile: no seam shows. */
const OVER = 64

/** A layer that covers the whole tile, as it stands in one. */
function writeLand(): Buffer {
  const [least, most] = [-OVER, EXTENT + OVER]
  const ring: [number, number][] = [
    [least, least],
    [most, least],
    [most, most],
    [least, most],
    [least, least],
  ]
  const wrapper = new GeoJSONWrapper([{ type: 3, geometry: [ring], tags: {} }], { version: 2, extent: EXTENT })
  wrapper.name = LAND_LAYER
  return Buffer.from(fromVectorTileJs({ layers: { [LAND_LAYER]: wrapper } }))
}

/** The same tiles with land under all of them: layers of a vector tile stand one after the other, and one more may follow. */
export function withLand({ read, ...tiles }: StreetTiles): StreetTiles {
  const land = writeLand()
  return {
    ...tiles,
    read: async (z, x, y) => {
      const tile = await read(z, x, y)
      if (tile === null) return null
      const plain = await unpack(tile, { maxOutputLength: 4 * limits.street.tileBytes })
      return pack(Buffer.concat([plain, land]))
    },
  }
}
