import type {
  ImageSourceSpecification,
  RasterLayerSpecification,
  RasterSourceSpecification,
  StyleSpecification,
} from 'maplibre-gl'
import type { MarkRef } from '@/lib/derive/marks-in-time'
import { clamp } from '@/lib/geo/clamp'
import type { LayerId } from '@/lib/schema/layer'
import type { Picture, PictureFile } from '@/lib/schema/picture'
import { pictureCorners, pictureVersion } from '@/lib/schema/plain-values'
import { addressBelow } from '@/lib/url/base-path'
import { LAST_STREET_ZOOM, LAST_WORLD_ZOOM } from './basemap-expressions'
import { layerName, type MapLayer } from './case-layer'

const PICTURE_PREFIX = 'picture:'

/** Id of the source with a layer's picture; its edge is in the layer's own source, like the places of any other. */
function pictureSource(id: LayerId): string {
  return PICTURE_PREFIX + id
}

/** The layer whose picture a source of the style is; null for any other source. */
export function layerOfPicture(source: string): LayerId | null {
  return source.startsWith(PICTURE_PREFIX) ? source.slice(PICTURE_PREFIX.length) : null
}

/** A little more than what is to be seen, degrees: MapLibre asks for no tile that only touches it. */
const OVER = 0.001

/** Where the map gets one picture from, whole or by tiles: from our server, under its version. */
function sourceOf(
  address: (tile: string) => string,
  picture: Picture,
  file: PictureFile,
): ImageSourceSpecification | RasterSourceSpecification {
  const [upperLeft, upperRight, lowerRight, lowerLeft] = pictureCorners(picture, file)
  if (file.tiles === undefined)
    return { type: 'image', url: address(''), coordinates: [upperLeft, upperRight, lowerRight, lowerLeft] }
  const { minZoom: minzoom, maxZoom: maxzoom, side: tileSize } = file.tiles
  const [[west, north], [east, south]] = [upperLeft, lowerRight]
  const bounds: RasterSourceSpecification['bounds'] = [west - OVER, south - OVER, east + OVER, north + OVER]
  return { type: 'raster', tiles: [address('/{z}/{x}/{y}')], minzoom, maxzoom, tileSize, bounds }
}

/** Where the map gets the pictures of layers from, by the source's id. */
export function pictureSources(
  origin: string,
  caseId: string,
  layers: readonly MapLayer[],
): Record<string, ImageSourceSpecification | RasterSourceSpecification> {
  return Object.fromEntries(
    layers.flatMap(({ id, picture, pictureFile }) => {
      if (picture === undefined || pictureFile === undefined) return []
      const version = pictureVersion(picture, pictureFile)
      const address = (tile: string) =>
        origin + addressBelow(`/api/cases/${caseId}/layers/${id}/picture${tile}?v=${version}`)
      return [[pictureSource(id), sourceOf(address, picture, pictureFile)]]
    }),
  )
}

/** How near the map of the world comes: as near as its own tiles allow, or as the tiles of these layers' pictures do. */
export function lastPictureZoom(layers: readonly MapLayer[]): number {
  const last = layers.reduce((most, { pictureFile }) => Math.max(most, pictureFile?.tiles?.maxZoom ?? 0), 0)
  return clamp(last, LAST_WORLD_ZOOM, LAST_STREET_ZOOM)
}

/** What draws a layer's picture; nothing where it has none that can be shown. */
export function pictureLayer({ id, picture, pictureFile }: MapLayer): RasterLayerSpecification[] {
  if (picture === undefined || pictureFile === undefined) return []
  const paint = { 'raster-opacity': picture.opacity ?? 1, 'raster-fade-duration': 0 }
  return [{ id: layerName(id, 'picture'), type: 'raster', source: pictureSource(id), paint }]
}

/**
 * How far each picture of a style covers the ground now, by the id of its style layer: 0 where its place is hidden by time
 * or by a filter. A picture has no state, by which all else is hidden.
 */
export function pictureOpacities(
  { layers }: Pick<StyleSpecification, 'layers'>,
  hidden: readonly MarkRef[],
): ReadonlyMap<string, number> {
  const off = new Set(hidden.map(({ layer }) => layerName(layer, 'picture')))
  return new Map(
    layers.flatMap((layer) => {
      if (layer.type !== 'raster' || layerOfPicture(layer.source) === null) return []
      return [[layer.id, off.has(layer.id) ? 0 : Number(layer.paint?.['raster-opacity'] ?? 1)] as const]
    }),
  )
}
