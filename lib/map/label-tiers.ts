import type { ExpressionSpecification, FilterSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import { BASEMAP_TILES, rankIs } from './basemap-expressions'
import type { SpokenName } from './spoken-names'
import type { Theme } from './theme'

/** From which zoom to which the names of one rank are written, and how large. */
export interface LabelTier {
  readonly rank: number
  readonly from: number
  readonly to?: number
  readonly size: ExpressionSpecification
}

/** What decides how all names of the basemap are written. */
export interface LabelOptions {
  readonly theme: Theme
  /** Names that the case writes itself: they are not written twice. */
  readonly except?: readonly string[]
  /** Names that the case speaks of. */
  readonly spoken?: readonly SpokenName[]
  /** How much larger than on a desk they are. */
  readonly scale?: number
  /** The reader's, as ISO 639-1 has it. */
  readonly language?: string
  /** ISO 3166-1 codes of the countries that the case is about, whose parts are named from farther. */
  readonly emphasis?: readonly string[]
}

/** How the names of one source layer are written. */
export interface LabelLook {
  readonly name: string
  readonly sourceLayer: string
  readonly layout: SymbolLayerSpecification['layout']
  readonly colour: string
  readonly halo: string
  readonly filter?: FilterSpecification
  /** Names that are written otherwise. */
  readonly except?: readonly string[]
}

/** Turned as the water or the range lies, where the basemap says so. */
export const turned = {
  'text-rotate': ['coalesce', ['get', 'angle'], 0],
  'text-rotation-alignment': 'map',
} satisfies SymbolLayerSpecification['layout']

/** The layer that writes the names of one rank. */
export function labelTier(look: LabelLook, { rank, from, to, size }: LabelTier): SymbolLayerSpecification {
  const { except = [] } = look
  const filter = [
    'all',
    rankIs(rank),
    ...(look.filter === undefined ? [] : [look.filter]),
    ...(except.length === 0 ? [] : [['!', ['in', ['get', 'name'], ['literal', [...except]]]]]),
  ] as FilterSpecification
  return {
    id: `basemap-${look.name}-${rank}`,
    type: 'symbol',
    source: BASEMAP_TILES,
    'source-layer': look.sourceLayer,
    minzoom: from,
    ...(to === undefined ? {} : { maxzoom: to }),
    filter,
    layout: { 'text-size': size, ...look.layout },
    paint: { 'text-color': look.colour, 'text-halo-color': look.halo, 'text-halo-width': 1.8, 'text-halo-blur': 0.3 },
  }
}
