import { readFile } from 'node:fs/promises'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { PMTiles } from 'pmtiles'

/** An archive of tiles, read with the format's own reader. */
export async function openTiles(file: string) {
  const bytes = await readFile(file)
  const archive = new PMTiles({
    getKey: () => file,
    getBytes: async (at, length) => ({ data: new Uint8Array(bytes.subarray(at, at + length)).buffer }),
  })
  return {
    header: () => archive.getHeader(),
    /** The properties of a tile's features; null where there is no such tile. */
    async read(z: number, x: number, y: number): Promise<Record<string, unknown>[] | null> {
      const tile = await archive.getZxy(z, x, y)
      if (tile === undefined) return null
      const layer = new VectorTile(new PbfReader(new Uint8Array(tile.data))).layers.points
      return Array.from({ length: layer?.length ?? 0 }, (_, at) => layer?.feature(at).properties ?? {})
    },
  }
}

/** How many points a tile's features stand for. */
export function countOf(features: readonly Record<string, unknown>[] | null): number {
  return (features ?? []).reduce((sum, { n }) => sum + Number(n ?? 1), 0)
}

const kinds = ['Fire', 'Fire', 'Fire', 'Flood', 'Flood', 'Quake']

/** A table of `count` points in clumps, dated over two years; the same each time. */
export function makeTable(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const lng = ((index * 7919) % 40_000) / 1000 + (index % 3) * 0.001
    const lat = ((index * 104_729) % 20_000) / 1000 + 40
    const day = new Date(Date.UTC(2030, 0, 1 + ((index * 37) % 700))).toISOString().slice(0, 10)
    return `Event ${index},${day},${lat},${lng},${kinds[index % kinds.length]}`
  })
  return ['title,date,latitude,longitude,kind', ...rows].join('\n')
}
