import { readFile } from 'node:fs/promises'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { PMTiles } from 'pmtiles'

/** An archive of tiles, read with the format's own reader. */
export async function openTiles(file: string, name = 'points') {
  const bytes = await readFile(file)
  const archive = new PMTiles({
    getKey: () => file,
    getBytes: async (at, length) => ({ data: new Uint8Array(bytes.subarray(at, at + length)).buffer }),
  })
  const layerOf = async (z: number, x: number, y: number) => {
    const tile = await archive.getZxy(z, x, y)
    return tile === undefined ? null : new VectorTile(new PbfReader(new Uint8Array(tile.data))).layers[name]
  }
  return {
    header: () => archive.getHeader(),
    /** Where a tile's circles are, px of 512, and how many points each stands for. */
    async places(z: number, x: number, y: number): Promise<{ x: number; y: number; n: number }[] | null> {
      const layer = await layerOf(z, x, y)
      if (layer == null) return null
      return Array.from({ length: layer.length }, (_, at) => {
        const feature = layer.feature(at)
        const [[point] = []] = feature.loadGeometry()
        return { x: (point?.x ?? 0) / 8, y: (point?.y ?? 0) / 8, n: Number(feature.properties.n ?? 1) }
      })
    },
    /** What a tile's features say, and their rings, lines or points in units of 4096 to a tile; null where there is no such tile. */
    async shapes([z, x, y]: readonly [z: number, x: number, y: number]) {
      const layer = await layerOf(z, x, y)
      if (layer == null) return null
      return Array.from({ length: layer.length }, (_, at) => {
        const { properties } = layer.feature(at)
        return {
          ...properties,
          lines: layer
            .feature(at)
            .loadGeometry()
            .map((line) => line.map(({ x: left, y: top }) => [left, top] as const)),
        }
      }) as (Record<string, string | number | boolean> & { lines: (readonly [number, number])[][] })[]
    },
    /** The properties of a tile's features; null where there is no such tile. */
    async read(z: number, x: number, y: number): Promise<Record<string, unknown>[] | null> {
      const layer = await layerOf(z, x, y)
      if (layer === null) return null
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
