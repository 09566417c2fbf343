import type { GeoJsonProperties } from 'geojson'

/** A layer of the basemap's tiles. */
export interface BasemapLayer {
  /** Which features a tile of zoom `z` keeps; without it, all. */
  readonly keeps?: Keeps
  /** Properties that only say which tiles a feature is in, and are not written into them. */
  readonly drops?: readonly string[]
}

function numberOf(properties: GeoJsonProperties, key: string): number {
  const value: unknown = properties?.[key]
  return typeof value === 'number' ? value : 0
}

type Keeps = (properties: GeoJsonProperties, z: number) => boolean

type Steps = readonly (readonly [fromZoom: number, value: number])[]

/** The value of the last step whose zoom is reached. */
function step(z: number, steps: Steps, before: number): number {
  return steps.reduce((value, [fromZoom, next]) => (z >= fromZoom ? next : value), before)
}

/** Lines and areas too small to be told apart from afar say from which zoom they are drawn; all are in the last tiles. */
function isReached(properties: GeoJsonProperties, z: number): boolean {
  return z >= Math.min(numberOf(properties, 'from'), 8)
}

/** Keeps what has a rank of at most that of the zoom. */
function rankWithin(steps: Steps, before: number): Keeps {
  return (properties, z) => numberOf(properties, 'rank') <= step(z, steps, before)
}

/** Depth classes drawn at far zooms, m: the shelves and the deep; nearer, all of them. */
const farDepths = new Set([200, 2000, 4000])
const middleDepths = new Set([50, 200, 1000, 2000, 4000, 6000])

function keepsDepth(properties: GeoJsonProperties, z: number): boolean {
  const depth = numberOf(properties, 'depth')
  if (z >= 5) return true
  return z >= 3 ? middleDepths.has(depth) : farDepths.has(depth)
}

/** Smallest lake and built-up area, km², by the tile's zoom. */
const smallestLakeKm2: Steps = [
  [3, 2500],
  [4, 600],
  [5, 200],
  [6, 60],
  [7, 15],
  [8, 0],
]
const smallestTownKm2: Steps = [
  [5, 200],
  [6, 60],
  [7, 0],
]
/** Natural Earth's scalerank. */
const lastRiver: Steps = [
  [3, 3],
  [4, 5],
  [5, 6],
  [6, 8],
  [7, 9],
  [8, 99],
]
/** Of each kind of name, the last rank that a tile has: the style writes none before the zoom at which its rank begins. */
const lastCity: Steps = [
  [3, 0],
  [4, 1],
  [5, 3],
  [6, 4],
  [7, 5],
  [8, 99],
]
const lastCountry: Steps = [
  [3, 2],
  [4, 3],
  [5, 4],
  [6, 99],
]
const lastSea: Steps = [
  [4, 2],
  [5, 3],
  [6, 4],
  [7, 5],
  [8, 99],
]
const lastIsland: Steps = [
  [4, 1],
  [6, 2],
  [7, 3],
  [8, 99],
]
const lastLand: Steps = [
  [3, 1],
  [4, 2],
  [5, 3],
  [6, 4],
  [7, 99],
]
const lastPart: Steps = [
  [4, 1],
  [5, 2],
  [7, 3],
  [8, 99],
]

/** The source layers of a tile, by name, in the order they are written. Land is the background, cut out by the sea. */
export const basemapLayers = {
  sea: {},
  bathymetry: { keeps: keepsDepth },
  countries: { drops: ['name'] },
  glaciers: { keeps: isReached, drops: ['from'] },
  urban: { keeps: (town, z) => z >= 5 && numberOf(town, 'km2') >= step(z, smallestTownKm2, 0), drops: ['km2'] },
  lakes: {
    keeps: (lake, z) => numberOf(lake, 'km2') >= step(z, smallestLakeKm2, 10_000),
    drops: ['km2', 'rank', 'from', 'name'],
  },
  rivers: { keeps: rankWithin(lastRiver, 0) },
  'disputed-areas': { keeps: isReached, drops: ['from'] },
  borders: { keeps: isReached, drops: ['from', 'id'] },
  'admin1-lines': { keeps: (line, z) => z >= 4 && isReached(line, z) },
  cities: { keeps: rankWithin(lastCity, -1) },
  'sea-names': { keeps: rankWithin(lastSea, 1) },
  'island-names': { keeps: rankWithin(lastIsland, 0) },
  'land-names': { keeps: rankWithin(lastLand, 0) },
  'country-names': { keeps: rankWithin(lastCountry, 1), drops: ['km2'] },
  'admin1-names': { keeps: rankWithin(lastPart, -1) },
} as const satisfies Record<string, BasemapLayer>
