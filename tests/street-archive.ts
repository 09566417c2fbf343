import { gzipSync } from 'node:zlib'
import { GeoJSONVT } from '@maplibre/geojson-vt'
import { fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf'
import type { Feature } from 'geojson'
import { Compression, TileType } from 'pmtiles'
import { TileCollection, writePmtiles } from '@/lib/command/basemap/write-pmtiles'
import { projectMercator } from '@/lib/geo/project-mercator'

/** Where the archive has a street, [lng, lat]. */
export const streetAt = [35.519, 33.901] as const

const EXTENT = 4096
const [lng, lat] = streetAt
const square = (half: number) => [
  [lng - half, lat - half],
  [lng + half, lat - half],
  [lng + half, lat + half],
  [lng - half, lat + half],
  [lng - half, lat - half],
]
const area = (half: number, properties: object): Feature => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [square(half)] },
})

/** A few things around one crossing, by the layers of the Protomaps schema. */
const layers: Readonly<Record<string, readonly Feature[]>> = {
  earth: [area(0.05, { kind: 'earth' })],
  water: [area(0.002, { kind: 'lake', name: 'Basin' })],
  buildings: [area(0.0004, { kind: 'building', addr_housenumber: '7' })],
  roads: [
    {
      type: 'Feature',
      properties: {
        kind: 'major_road',
        class: 'primary',
        name: 'شارع المرفأ',
        'name:en': 'Harbour Street',
        min_zoom: 9,
      },
      geometry: {
        type: 'LineString',
        coordinates: [
          [lng - 0.04, lat],
          [lng + 0.04, lat],
        ],
      },
    },
  ],
}

export interface StreetArchiveOptions {
  layers?: readonly string[]
  /** How another schema calls a layer. */
  names?: Readonly<Record<string, string>>
  metadata?: object
  maxZoom?: number
}

/** A small archive in the Protomaps schema, made as the basemap's own are. */
export function makeStreetArchive({
  layers: names = Object.keys(layers),
  names: called = {},
  metadata = {},
  maxZoom = 15,
}: StreetArchiveOptions = {}): Buffer {
  const indexes = names.map((name) => {
    const features = [...(layers[name] ?? [])]
    const options = { maxZoom, indexMaxZoom: 0, extent: EXTENT, buffer: 64 }
    return [name, new GeoJSONVT({ type: 'FeatureCollection', features }, options)] as const
  })
  const tiles = new TileCollection()
  const [x, y] = projectMercator([lng, lat])
  for (let z = 0; z <= maxZoom; z += 1) {
    const at = [x, y].map((part) => Math.floor(part * 2 ** z))
    for (const dx of [-1, 0, 1])
      for (const dy of [-1, 0, 1]) {
        const [column, row] = [(at[0] ?? 0) + dx, (at[1] ?? 0) + dy]
        const cut: Record<string, GeoJSONWrapper> = {}
        for (const [name, index] of indexes) {
          const features = index.getTile(z, column, row)?.features ?? []
          if (features.length === 0) continue
          const wrapper = new GeoJSONWrapper([...features], { version: 2, extent: EXTENT })
          wrapper.name = called[name] ?? name
          cut[wrapper.name] = wrapper
        }
        if (Object.keys(cut).length > 0) tiles.add(z, column, row, gzipSync(fromVectorTileJs({ layers: cut })))
      }
  }
  return writePmtiles(tiles, {
    tileType: TileType.Mvt,
    tileCompression: Compression.Gzip,
    minZoom: 0,
    maxZoom,
    metadata: {
      attribution:
        '<a href="https://github.com/protomaps/basemaps">Protomaps</a> &copy; <a href="https://openstreetmap.org">OpenStreetMap</a>',
      vector_layers: names.map((name) => ({ id: called[name] ?? name, fields: {} })),
      ...metadata,
    },
  })
}

/** The layers above, but for the land, as OpenMapTiles calls them. */
export const openMapTiles: StreetArchiveOptions = {
  layers: ['water', 'buildings', 'roads'],
  names: { buildings: 'building', roads: 'transportation' },
}

/** A style of them, in colours and fonts of its own, with a sprite and glyphs elsewhere. */
export function makeStreetStyle(source: object, more: { sources?: object; layers?: readonly object[] } = {}) {
  const from = { source: 'town' }
  return {
    version: 8,
    name: 'Town',
    sprite: 'https://example.org/sprite',
    glyphs: 'https://example.org/{fontstack}/{range}.pbf',
    sources: { town: { type: 'vector', ...source }, ...more.sources },
    layers: [
      { id: 'background', type: 'background', paint: { 'background-color': '#fe0101' } },
      { id: 'water', type: 'fill', ...from, 'source-layer': 'water', paint: { 'fill-color': '#fe0101' } },
      { id: 'building', type: 'fill', ...from, 'source-layer': 'building', paint: { 'fill-color': '#fe0101' } },
      {
        ...{ id: 'highway-primary', type: 'line', ...from, 'source-layer': 'transportation' },
        filter: ['==', 'class', 'primary'],
        paint: { 'line-color': '#fe0101', 'line-width': ['interpolate', ['linear'], ['zoom'], 10, 1, 18, 20] },
      },
      {
        ...{ id: 'highway-name', type: 'symbol', ...from, 'source-layer': 'transportation' },
        layout: { 'symbol-placement': 'line', 'text-field': '{name:latin}', 'text-font': ['Noto Sans Regular'] },
        paint: { 'text-color': '#fe0101' },
      },
      ...(more.layers ?? []),
    ],
  }
}
