import { open, realpath } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Source } from 'pmtiles'
import { keepLatest } from '@/lib/derive/once'
import { limits } from '@/lib/limits'
import { DATABASE, type Tiles } from '@/lib/schema/tiles'
import { isInside } from './case-bytes'
import { caseFolder } from './case-folder'
import { databaseRows } from './database/database-rows'
import { databaseTiles } from './database/database-tiles'
import { type FindRows, findRows } from './find-rows'
import { fileSource, openArchive, type ReadTile } from './read-archive'
import { RowFile } from './row-file'

const pack = promisify(gzip)

/** The address of a layer's tiles is not one that this server's operator allows. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed'
}

/** The origin of an address; null where it is none. Not `URL.parse`, which early releases of Node 20 do not have. */
function originOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).origin : null
}

/** The origins from which tiles may be fetched: `CASEBOARD_TILES`, with spaces between. What a case says alone opens none. */
function allowedOrigins(): string[] {
  return (process.env.CASEBOARD_TILES ?? '').split(/\s+/).flatMap((text) => {
    const origin = originOf(text)
    return origin === null ? [] : [origin]
  })
}

function checkOrigin(address: string): void {
  const origin = originOf(address.replace(/[{}]/g, ''))
  if (origin === null || !allowedOrigins().includes(origin)) throw new NotAllowed(origin ?? address)
}

/**
 * Fetches from an allowed origin, which may lead to no other; null where there is nothing. Throws an Error for any other
 * answer, and for one that is too large or too slow.
 */
async function fetchBytes(address: string, headers: Record<string, string> = {}): Promise<ArrayBuffer | null> {
  const answer = await fetch(address, {
    headers,
    redirect: 'error',
    signal: AbortSignal.timeout(limits.tile.remoteMs),
  })
  if (answer.status === 404 || answer.status === 204) return null
  if (!answer.ok || answer.body === null) throw new Error(`${address} answers ${answer.status}`)
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of answer.body) {
    size += part.length
    if (size > limits.tile.remoteBytes) throw new Error(`${address} is larger than ${limits.tile.remoteBytes} bytes`)
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts)).buffer
}

/** An archive at an address, of which only ranges are read. */
function remoteSource(address: string): Source {
  return {
    getKey: () => address,
    getBytes: async (offset, length) => {
      const range = `bytes=${offset}-${offset + length - 1}`
      const data = await fetchBytes(address, { range })
      if (data === null || data.byteLength > length) throw new Error(`${address} answers no ranges`)
      return { data }
    },
  }
}

function remoteTiles(template: string): ReadTile {
  return async (z, x, y) => {
    const numbers: Record<string, number> = { z, x, y }
    const tile = await fetchBytes(template.replace(/\{([zxy])\}/g, (_, name: string) => String(numbers[name])))
    // `fetch` has unpacked what came packed by its header; what is packed itself is sent on as it is.
    if (tile === null || tile.byteLength === 0) return null
    const bytes = Buffer.from(tile)
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? bytes : pack(bytes)
  }
}

/** A file of a case's folder, and of nowhere else. Throws an Error for one that is not there. */
async function inCase(caseId: string, name: string): Promise<string> {
  const { path: folder } = await caseFolder(caseId)
  const file = await realpath(path.join(folder, name))
  if (!isInside(folder, file)) throw new Error(`${name} leads out of the case’s folder`)
  return file
}

/** A layer whose places are on tiles, as far as reading them asks for it. */
export interface TiledAddress {
  caseId: string
  layerId: string
  source: string
  /** Changes when its tiles do. */
  version: string
  maxZoom: number
  /** How many points it has. */
  count: number
  /** How many bins of time it is counted by; 0 without dates. */
  bins: number
  /** What its tiles are made of, where it is no points. */
  shapes?: Tiles['shapes']
}

async function openTiles(address: TiledAddress): Promise<ReadTile> {
  const { caseId, source } = address
  if (source === DATABASE) return databaseTiles(address)
  if (!source.startsWith('http')) {
    const file = await inCase(caseId, source)
    return openArchive(fileSource(await open(file), file))
  }
  checkOrigin(source)
  return source.endsWith('.pmtiles') ? openArchive(remoteSource(source)) : remoteTiles(source)
}

const keepTiles = keepLatest<ReadTile>(limits.tile.openArchives)
const keepRows = keepLatest<RowFile>(limits.tile.openArchives)

const keyOf = ({ caseId, layerId, source, version }: TiledAddress) => `${caseId}/${layerId}/${version} ${source}`

/**
 * A tile of a layer as it is kept, gzipped; null where there is nothing. Throws a NotAllowed for tiles from where the
 * operator has not allowed any, and an Error where they cannot be read.
 */
export async function layerTile(address: TiledAddress, z: number, x: number, y: number): Promise<Buffer | null> {
  const read = await keepTiles(keyOf(address), () => openTiles(address))
  return read(z, x, y)
}

/** What finds rows of a layer: in the file beside its summary, or in the database. Throws an Error where there is none. */
export async function layerRows(address: TiledAddress): Promise<FindRows> {
  if (address.source === DATABASE) return databaseRows(address)
  const { caseId, layerId } = address
  const file = await keepRows(keyOf(address), async () => RowFile.open(await inCase(caseId, `tiles/${layerId}.rows`)))
  return (query, after, page) => findRows(file, query, after, page)
}
