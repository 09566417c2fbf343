import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { Compression, type TileType, zxyToTileId } from 'pmtiles'

/**
 * A PMTiles archive of version 3 in the making (https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md): its tiles
 * in any order, equal ones kept once.
 */
export interface ArchiveParts {
  /** Tiles by their number on the Hilbert curve. */
  readonly contentOf: ReadonlyMap<number, number>
  readonly contents: readonly Uint8Array[]
}

export class TileCollection implements ArchiveParts {
  readonly contentOf = new Map<number, number>()
  readonly contents: Uint8Array[] = []
  readonly #known = new Map<string, number>()

  /** Adds a tile, compressed as the archive will say. */
  add(z: number, x: number, y: number, bytes: Uint8Array): void {
    const hash = createHash('sha256').update(bytes).digest('base64')
    let content = this.#known.get(hash)
    if (content === undefined) {
      content = this.contents.push(bytes) - 1
      this.#known.set(hash, content)
    }
    this.contentOf.set(zxyToTileId(z, x, y), content)
  }
}

export interface ArchiveAbout {
  readonly tileType: TileType
  readonly tileCompression: Compression
  readonly minZoom: number
  readonly maxZoom: number
  /** JSON beside the tiles: name, attribution, layers. */
  readonly metadata: object
  /** [west, south, east, north] in degrees; without it, the whole world. */
  readonly bounds?: readonly [number, number, number, number]
}

/** Tiles in a row that have the same content, and where in the archive's data that is. */
export interface Entry {
  readonly tileId: number
  readonly offset: number
  readonly length: number
  runLength: number
}

const HEADER_BYTES = 127
/** Header and root directory together have to be in the first 16 KiB. */
const ROOT_BYTES = 16_384 - HEADER_BYTES
const FIRST_LEAF_ENTRIES = 4096
const WORLD = [-180, -85.051129, 180, 85.051129] as const

function writeVarint(into: number[], value: number): void {
  let rest = value
  while (rest >= 128) {
    into.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  into.push(rest)
}

/** A directory as the format has it: a column each for numbers, runs, lengths and offsets. */
function writeDirectory(entries: readonly Entry[]): Buffer {
  const bytes: number[] = []
  writeVarint(bytes, entries.length)
  let last = 0
  for (const { tileId } of entries) {
    writeVarint(bytes, tileId - last)
    last = tileId
  }
  for (const { runLength } of entries) writeVarint(bytes, runLength)
  for (const { length } of entries) writeVarint(bytes, length)
  let end = -1
  for (const { offset, length } of entries) {
    // Zero says that it begins where the one before ends.
    writeVarint(bytes, offset === end ? 0 : offset + 1)
    end = offset + length
  }
  return gzipSync(Buffer.from(bytes), { level: 9 })
}

function writeDirectories(entries: readonly Entry[]): { root: Buffer; leaves: Buffer } {
  const alone = writeDirectory(entries)
  if (alone.length <= ROOT_BYTES) return { root: alone, leaves: Buffer.alloc(0) }
  for (let size = FIRST_LEAF_ENTRIES; ; size *= 2) {
    const [tops, leaves]: [Entry[], Buffer[]] = [[], []]
    let offset = 0
    for (let from = 0; from < entries.length; from += size) {
      const part = entries.slice(from, from + size)
      const leaf = writeDirectory(part)
      tops.push({ tileId: part[0]?.tileId ?? 0, offset, length: leaf.length, runLength: 0 })
      leaves.push(leaf)
      offset += leaf.length
    }
    const root = writeDirectory(tops)
    if (root.length <= ROOT_BYTES) return { root, leaves: Buffer.concat(leaves) }
  }
}

/** What stands before the tiles of an archive: header, root directory, metadata, leaf directories. */
export function writeFront(
  entries: readonly Entry[],
  counts: { addressed: number; contents: number; dataBytes: number },
  about: ArchiveAbout,
): Buffer {
  const { root, leaves } = writeDirectories(entries)
  const metadata = gzipSync(JSON.stringify(about.metadata), { level: 9 })
  const header = Buffer.alloc(HEADER_BYTES)
  header.write('PMTiles')
  header.writeUInt8(3, 7)
  const rootAt = HEADER_BYTES
  const metadataAt = rootAt + root.length
  const leavesAt = metadataAt + metadata.length
  const dataAt = leavesAt + leaves.length
  const numbers = [
    ...[rootAt, root.length, metadataAt, metadata.length, leavesAt, leaves.length, dataAt, counts.dataBytes],
    ...[counts.addressed, entries.length, counts.contents],
  ]
  for (const [index, number] of numbers.entries()) header.writeBigUInt64LE(BigInt(number), 8 + index * 8)
  header.writeUInt8(1, 96)
  header.writeUInt8(Compression.Gzip, 97)
  header.writeUInt8(about.tileCompression, 98)
  header.writeUInt8(about.tileType, 99)
  header.writeUInt8(about.minZoom, 100)
  header.writeUInt8(about.maxZoom, 101)
  // In ten-millionths of a degree; the centre is where both axes cross.
  for (const [index, degrees] of (about.bounds ?? WORLD).entries())
    header.writeInt32LE(Math.round(degrees * 1e7), 102 + index * 4)
  return Buffer.concat([header, root, metadata, leaves])
}

/** The whole archive, its tiles in the order of their numbers. */
export function writePmtiles({ contentOf, contents }: ArchiveParts, about: ArchiveAbout): Buffer {
  const ids = [...contentOf.keys()].sort((a, b) => a - b)
  const offsets = new Map<number, number>()
  const entries: Entry[] = []
  const data: Uint8Array[] = []
  let end = 0
  for (const tileId of ids) {
    const content = contentOf.get(tileId) ?? 0
    const bytes = contents[content] ?? new Uint8Array()
    let offset = offsets.get(content)
    if (offset === undefined) {
      offset = end
      offsets.set(content, offset)
      data.push(bytes)
      end += bytes.length
    }
    const last = entries.at(-1)
    if (last !== undefined && last.offset === offset && last.tileId + last.runLength === tileId) last.runLength += 1
    else entries.push({ tileId, offset, length: bytes.length, runLength: 1 })
  }
  const counts = { addressed: ids.length, contents: data.length, dataBytes: end }
  return Buffer.concat([writeFront(entries, counts, about), ...data])
}
