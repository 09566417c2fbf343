export const areaPatterns = ['fill', 'hatch-45', 'hatch-135', 'outline'] as const
const linePatterns = ['solid', 'dashed', 'double'] as const

/** What a layer's places are drawn as, and the geometry that it is drawn of, as the names of its types end; a name, of any. */
export const geometryOfMark = {
  area: 'Polygon',
  line: 'LineString',
  flow: 'LineString',
  circle: 'Point',
  rings: 'Point',
  symbol: 'Point',
  density: 'Point',
  cluster: 'Point',
  hexagon: 'Point',
  choropleth: 'Point',
  picture: 'Polygon',
  name: null,
} as const
export type Mark = keyof typeof geometryOfMark
export const marks = Object.keys(geometryOfMark) as Mark[]

export const patterns = [...areaPatterns, ...linePatterns] as const
export type Pattern = (typeof patterns)[number]

/** The patterns that a mark can have; the first is the one it has where none is named. */
export const patternsOf: Partial<Record<Mark, readonly Pattern[]>> = { area: areaPatterns, line: linePatterns }

/** The marks that each key goes with, where it does not go with all. */
const marksOf = {
  symbol: ['line', 'rings', 'symbol', 'density', 'cluster', 'hexagon', 'choropleth'],
  turn: ['symbol'],
  categories: ['area', 'line', 'circle', 'symbol', 'cluster'],
  source: ['cluster', 'density', 'line', 'area'],
  ramp: ['area', 'hexagon', 'choropleth'],
  cellKm: ['hexagon'],
  units: ['choropleth'],
  ends: ['flow'],
  picture: ['picture'],
} satisfies Record<string, readonly Mark[]>
export const marksByKey = Object.entries(marksOf) as [keyof typeof marksOf, readonly Mark[]][]

/** What tiles have to be made of for a mark. */
export function tileKindOf(mark: Mark): 'point' | 'line' | 'area' {
  return mark === 'line' || mark === 'area' ? mark : 'point'
}

/** The marks that a number of a field can size. */
export const sizedByField: readonly Mark[] = ['circle', 'flow', 'rings', 'density']

/** How many categories a reader can keep apart. */
export const MOST_CATEGORIES = 6
/** The numbers between five steps. */
export const MOST_BOUNDS = 4
