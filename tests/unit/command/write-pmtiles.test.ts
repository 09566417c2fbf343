import { createHash } from 'node:crypto'
import { Compression, PMTiles, TileType } from 'pmtiles'
import { describe, expect, it } from 'vitest'
import { TileCollection, writePmtiles } from '@/lib/command/basemap/write-pmtiles'

const about = {
  tileType: TileType.Mvt,
  tileCompression: Compression.None,
  minZoom: 0,
  maxZoom: 8,
  metadata: { name: 'A test' },
}

function open(bytes: Buffer): PMTiles {
  return new PMTiles({
    getKey: () => 'test',
    getBytes: async (at, length) => ({ data: new Uint8Array(bytes.subarray(at, at + length)).buffer }),
  })
}

async function textAt(archive: PMTiles, z: number, x: number, y: number): Promise<string | null> {
  const tile = await archive.getZxy(z, x, y)
  return tile === undefined ? null : Buffer.from(tile.data).toString('utf8')
}

describe('writePmtiles', () => {
  it('writes what the reader of the format reads', async () => {
    const tiles = new TileCollection()
    tiles.add(1, 1, 0, Buffer.from('b'))
    tiles.add(0, 0, 0, Buffer.from('a'))
    const archive = open(writePmtiles(tiles, about))
    expect(await textAt(archive, 0, 0, 0)).toBe('a')
    expect(await textAt(archive, 1, 1, 0)).toBe('b')
    expect(await textAt(archive, 1, 0, 0)).toBeNull()
    expect(await archive.getMetadata()).toEqual({ name: 'A test' })
    expect(await archive.getHeader()).toMatchObject({ maxZoom: 8, tileType: TileType.Mvt, clustered: true })
  })

  it('keeps equal tiles once, and those in a row as one entry', async () => {
    const tiles = new TileCollection()
    for (const [x, y] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const)
      tiles.add(1, x, y, Buffer.from('sea'))
    const bytes = writePmtiles(tiles, about)
    const header = await open(bytes).getHeader()
    expect([header.numAddressedTiles, header.numTileEntries, header.numTileContents]).toEqual([4, 1, 1])
    expect(header.tileDataLength).toBe(3)
    expect(await textAt(open(bytes), 1, 1, 1)).toBe('sea')
  })

  it('puts a large directory into leaves, of which the first 16 KiB hold the root', async () => {
    const tiles = new TileCollection()
    for (let x = 0; x < 256; x += 1)
      for (let y = 0; y < 256; y += 1) {
        // Lengths without a pattern, which a directory cannot be packed by.
        const length = createHash('sha256').update(`${x} ${y}`).digest().readUInt8()
        tiles.add(8, x, y, Buffer.from(`${'-'.repeat(length)}/${x}/${y}`))
      }
    const archive = open(writePmtiles(tiles, about))
    const header = await archive.getHeader()
    expect(header.leafDirectoryLength).toBeGreaterThan(0)
    expect(header.rootDirectoryOffset + header.rootDirectoryLength).toBeLessThanOrEqual(16_384)
    expect(await textAt(archive, 8, 200, 31)).toMatch(/\/200\/31$/)
    expect(await textAt(archive, 8, 0, 255)).toMatch(/\/0\/255$/)
  })
})
