import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl'
import type { DrawnPart } from '@/lib/derive/drawn-feature'
import type { LngLat } from '@/lib/schema/geometry'
import type { LayerDesign, LayerId } from '@/lib/schema/layer'
import type { PictureFile } from '@/lib/schema/picture'
import type { Glyph } from '@/lib/schema/plain-values'
import type { Tiles } from '@/lib/schema/tiles'
import { byCategory } from './feature-values'
import type { Theme } from './theme'

/** A layer as the map draws it. */
export interface MapLayer extends LayerDesign {
  /** The symbol that it names. */
  glyph?: Glyph
  /** The symbols that its categories name, by these names. */
  glyphs?: Readonly<Record<string, Glyph>>
  /** The largest number that sizes one of its marks. */
  largest?: number
  /** Where its hexagons are regular. */
  gridMiddle?: LngLat
  /** Of a choropleth: how many of its places lie in none of its units. */
  uncounted?: number
  /** What is told of its tiles, where its places are on some. */
  tiles?: Tiles
  /** What its picture's file is, where it is one that can be shown. */
  pictureFile?: PictureFile
  /** Some of its places are in none of its categories, or have no number for its steps. */
  unsorted?: true
}

/** The largest number of a layer, to divide by. */
export function largestOf({ largest = 1 }: MapLayer): number {
  return largest > 0 ? largest : 1
}

/**
 * How one layer of the case is drawn. `ground` lies under the basemap's labels (areas, lines), `marks` above them
 * (symbols and names, which take precedence over the basemap's).
 */
export interface CaseLayerStyle {
  ground: LayerSpecification[]
  marks: LayerSpecification[]
  /** Below everything else of the case, and below the basemap's lines: borders stay to be seen. */
  under?: LayerSpecification[]
  /** Marks that no name of the map may cover: over all others, and placed before all names. */
  obstacles?: LayerSpecification[]
}

/** Keeps the features of one part. */
export function onlyPart(part: DrawnPart): FilterSpecification {
  return ['==', ['get', 'part'], part]
}

/** Up to so many times a desk's type is on a desk still, of a large display; beyond it is a wall's. */
export const LARGE_DESK = 1.6

/** Share of the zooms that larger type is worth by which names come later on a wall. */
const LATER = 0.9

/** By how many zooms a map with type `scale` times as large as a desk's is looked at from farther away: 0 on any desk. */
export function zoomsFarther(scale: number): number {
  return scale > LARGE_DESK ? LATER * Math.log2(scale / LARGE_DESK) : 0
}

/**
 * Layers that come and go later where type is `scale` times as large as on a desk: it is larger than the map is, and names
 * would stand so much closer. Up to `LARGE_DESK` the map is larger by as much.
 */
export function nameLater(layers: readonly LayerSpecification[], scale: number): LayerSpecification[] {
  const zooms = zoomsFarther(scale)
  return layers.map((layer) => {
    const { minzoom, maxzoom } = layer
    const range = {
      ...(minzoom === undefined ? {} : { minzoom: minzoom + zooms }),
      ...(maxzoom === undefined ? {} : { maxzoom: maxzoom + zooms }),
    }
    return Object.assign({}, layer, range)
  })
}

/** How far what stands back, for another thread to stand out, covers the ground, of what it would. */
export const FADED = 0.3

const SOURCE_PREFIX = 'case:'

/** Id of a case layer's source in the style: no id that a case chooses is one of the map's own. */
export function layerSource(id: LayerId): string {
  return `${SOURCE_PREFIX}${id}`
}

/** Whether a source of the style is a layer of the case. */
export function isLayerSource(source: string): boolean {
  return source.startsWith(SOURCE_PREFIX)
}

/** The case's layer that a source of the style has. */
export function layerOfSource(source: string): LayerId {
  return source.slice(SOURCE_PREFIX.length)
}

/** Id of a style layer of a case layer: unique in the style, and readable in a debugger. */
export function layerName(id: LayerId, what: string): string {
  return `${layerSource(id)}/${what}`
}

/** Text in the layer's colour, or in its category's, with a halo of the ground's, px wide. */
export function textPaint(layer: MapLayer, theme: Theme, haloWidth: number) {
  const colour = byCategory(layer, ({ hue }) => theme.hues[hue].text)
  return { 'text-color': colour, 'text-halo-color': theme.halo, 'text-halo-width': haloWidth }
}

/** The layer's colour, or its category's, as marks have it. */
export function inkOf(layer: MapLayer, theme: Theme): string | ExpressionSpecification {
  return byCategory(layer, ({ hue }) => theme.hues[hue].mark)
}

/** Smaller than the size that it belongs to, and no smaller than any other text of the map. */
const DETAIL_SCALE = 0.8

/** A size as it is written; under it, smaller, the days that it counts and who says so. */
export function caption(): ExpressionSpecification {
  const detail: ExpressionSpecification = ['case', ['has', 'detail'], ['concat', '\n', ['get', 'detail']], '']
  return ['format', ['get', 'caption'], {}, detail, { 'font-scale': DETAIL_SCALE }]
}

/** How text stands beside a point, on whichever side there is room. */
export function besidePoint(theme: Theme) {
  return {
    'text-font': [...theme.fonts.sansSemibold],
    'text-size': 13,
    'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
    'text-radial-offset': 1,
    'text-justify': 'auto',
    'text-max-width': 12,
  } satisfies SymbolLayerSpecification['layout']
}
