import type { Feature, Geometry, Position } from 'geojson'
import type { GeoJSONSourceSpecification } from 'maplibre-gl'
import type { Rectangle } from '@/lib/geo/clip-to-frame'
import type { Point } from '@/lib/geo/project-mercator'
import type { Hue } from '@/lib/schema/plain-values'
import type { UnitsDesign } from '@/lib/schema/units'
import type { CaseLayerStyle, MapLayer } from './case-layer'
import type { ImageShape, MarkStroke } from './mark-image'
import type { Anchors } from './text-anchors'
import type { Theme } from './theme'

/** What a mark says in writing, in the interface's language. */
export interface MarkWords {
  schematic: string
}

/** An image that a mark needs on the live map; hatchings are patterns of the same name on the still one. */
export interface WantedImage {
  shape: ImageShape
  hue: Hue
  hollow?: true
}

/** What a mark is drawn with as SVG. */
export interface SvgLook {
  layer: MapLayer
  theme: Theme
  /** The live map's zoom at this scale: what changes there with the zoom changes here. */
  zoom: number
  isSelected(feature: Feature): boolean
  /** Path data of lines and areas within the frame, thinned unless every vertex is wanted; empty where none is inside. */
  path(geometry: Geometry, everyVertex?: boolean): string
  /** Where a position is drawn, px; `null` outside the frame. */
  at(position: Position): Point | null
  /** A number about its middle, in the case's own letters; without it, in the browser's. */
  writeNumber?(number: number | string, at: Point, size: number, colour: string): string
}

/** What a highlight is drawn with over the live map: `path` is in the world's own coordinates, and moved to where it belongs. */
export interface HighlightLook extends SvgLook {
  /** How much larger than on a desk lines are; points are scaled as they are. */
  scale: number
}

/** A highlight as SVG: paths on the ground of the world, and points where the screen has them. */
export interface Highlight {
  ground?: string
  marks?: string
}

/** A line of the legend under a layer's own: one of its categories, one of its steps, what an end of a flow means. */
export interface LegendKey {
  id: string
  strokes: readonly MarkStroke[]
  hue: Hue
  /**
   * What it is called in the case; or the numbers that it stands for, `to` not included; or how much ground a cell covers;
   * or how many places are in no unit, or who has counted the people; or whatever is left.
   */
  says:
    | { name: string }
    | { from?: number; to?: number; unit?: string; per?: UnitsDesign['per'] }
    | { cellKm2: number }
    | { uncounted: number }
    | { population: string }
    | 'other'
    | 'unknown'
    | 'noPopulation'
}

/** A mark: everything that a layer of it needs to be drawn. What is drawn comes from a case; no value of it throws. */
export interface MarkModule {
  /** On the live map. */
  style(layer: MapLayer, theme: Theme, words: MarkWords): CaseLayerStyle
  /** In a legend: told apart by shape alone, in greyscale as well. */
  legend(layer: MapLayer): readonly MarkStroke[]
  /** On the still map: the drawn features of one layer. */
  svg(features: readonly Feature[], look: SvgLook): string
  /**
   * Over the live map, of features that are selected or, if not, hovered: the map itself is drawn no differently, since
   * to draw it anew takes long where there is no graphics card.
   */
  highlight(features: readonly Feature[], look: HighlightLook): Highlight
  /** Without it, none. */
  images?(layer: MapLayer): readonly WantedImage[]
  /** Without it, none. */
  keys?(layer: MapLayer): readonly LegendKey[]
  /**
   * What stands on its source beside the points that are shown: made of them, anew whenever others are. Without it,
   * nothing.
   */
  gather?(points: readonly Feature[], layer: MapLayer): Feature[]
  /** How its source differs from that of other marks. */
  source?: Omit<Partial<GeoJSONSourceSpecification>, 'type' | 'data'>
  /**
   * How a mark that comes to be seen draws itself, where that is asked for: in pieces, each of which knows how far along it
   * is, or as a line that becomes longer. Without it, not at all.
   */
  grows?(layer: MapLayer): 'pieces' | 'line' | null
  /** What the still map writes at a feature; without it, its name. Empty for nothing. */
  label?(feature: Feature): string
  /** The zoom from which on it does, where the layer names none; without it, all of them. As on the live map. */
  labelFromZoom?: number
  /** Where that may stand, where it is not beside a symbol's middle. */
  labelAnchors?: Anchors
  /** Where the still map writes nothing, since a mark is there that no name may cover, px. Without it, names come first. */
  keptClear?(features: readonly Feature[], look: SvgLook): Rectangle[]
}
