import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl'

/** Id of the source that holds the basemap's vector tiles. */
export const BASEMAP_TILES = 'basemap'

/** How near the map of the world comes, stretched beyond its last tiles; and a map down to the street. */
export const LAST_WORLD_ZOOM = 11
export const LAST_STREET_ZOOM = 18
/** From here on a country that is wider than the map is named where most people look for it, not in its middle. */
export const NEAR_NAMES_ZOOM = 3

/** A value that changes steadily with the zoom between the stops, and stays as it is beyond them. */
export function byZoom(...stops: [zoom: number, value: number][]): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()]
}

/** Keeps the features of one rank; lower ranks are the more important. */
export function rankIs(rank: number): FilterSpecification {
  return ['==', ['get', 'rank'], rank]
}

/** The name of a feature in a language, where the basemap has it, and else the English one. `language` is as ISO 639-1 has it. */
export function nameIn(language: string): ExpressionSpecification {
  return language === 'en' ? ['get', 'name'] : ['coalesce', ['get', `name_${language}`], ['get', 'name']]
}

/**
 * From where on a name has a second line: farther off, two lines of every capital would leave no room for others. Whole, since
 * the map works texts out tile by tile, for the zoom of the tile.
 */
const LOCAL_FROM = 6
const LOCAL_SCALE = 0.87

/** The name in a language and, from near, below it what the place is called where it is, if that is something else. */
export function nameAndLocal(language: string): ExpressionSpecification {
  const name = nameIn(language)
  const local: ExpressionSpecification = ['get', 'local']
  const isAlike: ExpressionSpecification = ['any', ['!', ['has', 'local']], ['==', local, name]]
  const both: ExpressionSpecification = ['format', name, {}, '\n', {}, local, { 'font-scale': LOCAL_SCALE }]
  return ['step', ['zoom'], name, LOCAL_FROM, ['case', isAlike, ['format', name, {}], both]]
}

/** How a kind of border line is drawn, on the map and in the still picture alike. */
export interface BorderLook {
  readonly id: string
  /** Values of `kind` in the basemap's borders. */
  readonly kinds: readonly string[]
  /** Share of a recognised border's width. */
  readonly width: number
  /** Dash and gap in widths of the line; a dash of nothing with round ends is a dot. Without it the line is solid. */
  readonly dashes?: readonly [dash: number, gap: number]
  readonly cap: 'round' | 'butt'
}

/** Every kind of border line; those that are not recognised are told apart by their dashes alone, in greyscale too. */
export const borderLooks: readonly BorderLook[] = [
  { id: 'recognised', kinds: ['recognised'], width: 1, cap: 'round' },
  { id: 'disputed', kinds: ['disputed', 'line-of-control'], width: 1, dashes: [3, 2], cap: 'butt' },
  { id: 'indefinite', kinds: ['indefinite'], width: 1.1, dashes: [0, 2.2], cap: 'round' },
  { id: 'claim', kinds: ['claim'], width: 0.7, dashes: [0, 3], cap: 'round' },
]
