import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { GeoJSONVT, type GeoJSONVTFeature } from '@maplibre/geojson-vt'
import { fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf'
import { bbox } from '@turf/turf'
import type { Feature, GeoJsonProperties } from 'geojson'
import type { BasemapLayer } from './basemap-layers'

/** A layer and the features that it is cut from. */
export interface CutLayer extends BasemapLayer {
  readonly name: string
  readonly features: readonly Feature[]
}

/** Last zoom that has tiles of its own; nearer views stretch these. */
export const MAX_ZOOM = 8

/** The world is cut in squares of this zoom, one after the other, so that only the tiles of one are in memory. */
const SQUARE_ZOOM = 3

/** Units across a tile. `TOLERANCE` and `BUFFER` are in the same unit: about 0.4 and 8 px of a 512 px tile. */
const EXTENT = 4096
const TOLERANCE = 3
/** Of the tiles that show whole continents, of which a first view has many: about 0.7 px. */
const FAR_TOLERANCE = 6
const BUFFER = 64

/** Beyond a square's edge, degrees: what lies there reaches into the buffers of its tiles. */
const BEYOND = 1

const compress = promisify(gzip)

type Box = readonly [west: number, south: number, east: number, north: number]
interface Boxed {
  readonly feature: Feature
  readonly box: Box
}

function latitudeOf(row: number, rows: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / rows))) * 180) / Math.PI
}

/** A feature across the antimeridian's edge from the square reaches into it as well. */
function touches([west, south, east, north]: Box, x: number, y: number): boolean {
  const side = 2 ** SQUARE_ZOOM
  const [left, right] = [(x / side) * 360 - 180 - BEYOND, ((x + 1) / side) * 360 - 180 + BEYOND]
  const isTop = y === 0
  const isBottom = y === side - 1
  const top = isTop ? 90 : latitudeOf(y, side) + BEYOND
  const bottom = isBottom ? -90 : latitudeOf(y + 1, side) - BEYOND
  if (south > top || north < bottom) return false
  return [-360, 0, 360].some((turn) => west + turn <= right && east + turn >= left)
}

function indexOf(features: readonly Feature[], indexMaxZoom: number, tolerance = TOLERANCE): GeoJSONVT {
  const options = { maxZoom: MAX_ZOOM, indexMaxZoom, tolerance, extent: EXTENT, buffer: BUFFER }
  return new GeoJSONVT({ type: 'FeatureCollection', features: [...features] }, options)
}

/** Leaves out of a feature's properties those that the tiles do not carry, once for each feature. */
function carrier(drops: readonly string[]): (properties: GeoJsonProperties) => GeoJsonProperties {
  const carried = new WeakMap<object, GeoJsonProperties>()
  return (properties) => {
    if (properties === null || drops.length === 0) return properties
    const known = carried.get(properties)
    if (known !== undefined) return known
    const kept = Object.fromEntries(Object.entries(properties).filter(([key]) => !drops.includes(key)))
    carried.set(properties, kept)
    return kept
  }
}

interface Indexed {
  readonly layer: CutLayer
  readonly index: GeoJSONVT
  readonly carry: (properties: GeoJsonProperties) => GeoJsonProperties
}

function cutTile(layers: readonly Indexed[], z: number, x: number, y: number): Uint8Array | null {
  const cut: Record<string, GeoJSONWrapper> = {}
  for (const { layer, index, carry } of layers) {
    const all: readonly GeoJSONVTFeature[] = index.getTile(z, x, y)?.features ?? []
    const kept = all.filter(({ tags, geometry }) => geometry.length > 0 && (layer.keeps?.(tags, z) ?? true))
    if (kept.length === 0) continue
    const features = kept.map((feature) => ({ ...feature, tags: carry(feature.tags) }) as GeoJSONVTFeature)
    const wrapper = new GeoJSONWrapper(features, { version: 2, extent: EXTENT })
    wrapper.name = layer.name
    cut[layer.name] = wrapper
  }
  return Object.keys(cut).length === 0 ? null : fromVectorTileJs({ layers: cut })
}

type Take = (z: number, x: number, y: number, tile: Buffer) => void

/** Cuts a tile and all that lie in it, down to a zoom. */
async function cutBelow(layers: readonly Indexed[], z: number, x: number, y: number, last: number, take: Take) {
  const tile = cutTile(layers, z, x, y)
  if (tile !== null) take(z, x, y, await compress(tile, { level: 9 }))
  if (z === last) return
  for (const [dx, dy] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const)
    await cutBelow(layers, z + 1, 2 * x + dx, 2 * y + dy, last, take)
}

/**
 * Cuts the layers into gzipped Mapbox Vector Tiles (version 2) of zooms 0 to `MAX_ZOOM` in the usual XYZ scheme, and hands
 * each that has something in it to `take`. `progress` is told how many of the world's squares are done.
 */
export async function cutTiles(layers: readonly CutLayer[], take: Take, progress: (done: number, of: number) => void) {
  const ready = layers.map((layer) => {
    const boxed = layer.features.map((feature): Boxed => ({ feature, box: bbox(feature) as unknown as Box }))
    return { layer, boxed, carry: carrier(layer.drops ?? []) }
  })
  const whole = ready.map(({ layer, carry }) => ({
    layer,
    carry,
    index: indexOf(layer.features, SQUARE_ZOOM - 1, FAR_TOLERANCE),
  }))
  await cutBelow(whole, 0, 0, 0, SQUARE_ZOOM - 1, take)
  const side = 2 ** SQUARE_ZOOM
  for (let square = 0; square < side * side; square += 1) {
    const [x, y] = [square % side, Math.floor(square / side)]
    const near = ready.map(({ layer, boxed, carry }) => {
      const within = boxed.filter(({ box }) => touches(box, x, y)).map(({ feature }) => feature)
      return { layer, carry, index: indexOf(within, SQUARE_ZOOM) }
    })
    await cutBelow(near, SQUARE_ZOOM, x, y, MAX_ZOOM, take)
    progress(square + 1, side * side)
  }
}
