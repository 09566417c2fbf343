/** What a layer of a map style draws, as far as the theme has a colour for it. */
export type StyleSubject =
  | 'land'
  | 'water'
  | 'ice'
  | 'green'
  | 'built-up'
  | 'building'
  | 'road'
  | 'rail'
  | 'runway'
  | 'boundary'
  | 'place'
  | 'other'

/** A layer of a style, as far as its subject shows. */
export interface NamedLayer {
  id: string
  type: string
  'source-layer'?: string | undefined
  filter?: unknown
}

/**
 * The layers of tiles that hold one subject alone: of OpenMapTiles, Protomaps and Shortbread
 * (https://openmaptiles.org/schema/, https://docs.protomaps.com/basemaps/layers, https://shortbread-tiles.org/schema/1.0/).
 */
const ofSourceLayer: readonly (readonly [RegExp, StyleSubject])[] = [
  [/^(?:boundary|boundaries|boundary_labels)$/, 'boundary'],
  [/^(?:place|places|place_labels)$/, 'place'],
  [/^(?:building|buildings|addresses|housenumber)$/, 'building'],
  [
    /^(?:water|waterway|water_name|ocean|water_polygons|water_lines|water_polygons_labels|water_lines_labels)$/,
    'water',
  ],
  [/^(?:aeroway)$/, 'runway'],
  [/^(?:earth)$/, 'land'],
]

/** Layers that hold roads, railways, ferries and more. */
const ways =
  /^(?:transportation|transportation_name|roads|streets|street_\w+|streets_polygons\w*|bridges|aerialways|ferries)$/

/** What an id says, where the layer of tiles leaves several subjects. */
const ofName: readonly (readonly [RegExp, StyleSubject])[] = [
  [/bound|border|admin/, 'boundary'],
  [/building/, 'building'],
  [/rail|tram|subway|transit/, 'rail'],
  [/runway|taxiway|aeroway|helipad|apron/, 'runway'],
  [/road|street|highway|motorway|trunk|primary|secondary|tertiary|path|track|bridge|tunnel/, 'road'],
  [/water|ocean|(?:^|[-_ ])sea(?:$|[-_ ])|lake|river|stream|canal|swimming/, 'water'],
  [/glacier|(?:^|[-_ ])ice(?:$|[-_ ])|snow/, 'ice'],
  [
    /park(?!ing)|wood|forest|grass|green|scrub|garden|cemetery|pitch|wetland|heath|golf|meadow|orchard|vineyard|nature/,
    'green',
  ],
  [/resident|industr|commerc|retail|hospital|school|universit|urban|built|suburb|landuse|military|parking/, 'built-up'],
  [/background|land|earth|sand|beach|rock|farm/, 'land'],
]

/** Values of a tile's feature that a filter asks for: `class` of OpenMapTiles, `kind` of the others. */
const asked = /\["(?:==|in|match)",(?:\["get",)?"(?:class|kind|subclass|pmap:kind)"\]?,([^\]]*)/g

function askedValues(filter: unknown): string {
  return [...(JSON.stringify(filter) ?? '').matchAll(asked)].map(([, values]) => values).join(' ')
}

/** What a layer of a style draws, by the layer of tiles that it is drawn from, by what its filter asks for, and by its id. */
export function subjectOf({ id, type, filter, 'source-layer': from = '' }: NamedLayer): StyleSubject {
  if (type === 'background') return 'land'
  const alone = ofSourceLayer.find(([name]) => name.test(from))?.[1]
  if (alone !== undefined) return alone
  const values = askedValues(filter).toLowerCase()
  const named = (text: string) => ofName.find(([pattern]) => pattern.test(text))?.[1]
  const own = named(id.toLowerCase())
  if (ways.test(from)) return own === 'rail' || own === 'runway' ? own : named(values) === 'rail' ? 'rail' : 'road'
  return named(values) ?? own ?? named(from) ?? 'other'
}
