import { truncate } from '@turf/turf'
import type { Feature, Geometry, LineString, MultiLineString } from 'geojson'
import { borderBearing, cutLineToLength } from '@/lib/geo/along-line'
import { type ArcPiece, bearingOnMap, drawArc, drawRoute } from '@/lib/geo/draw-arc'
import { drawRing, splitGeometry } from '@/lib/geo/geometry-parts'
import { labelPoint } from '@/lib/geo/label-point'
import type { Claim } from '@/lib/schema/case'
import type { Figure } from '@/lib/schema/figure'
import type { LngLat, PlaceGeometry } from '@/lib/schema/geometry'
import type { Actor } from '@/lib/schema/identifier'
import type { LayerTime } from '@/lib/schema/layer'
import type { Place, PlaceProperties } from '@/lib/schema/place'
import { placeDate } from '@/lib/schema/place-date'
import type { CaseLayer } from '@/lib/schema/records'
import {
  ARC_PIECES,
  type DrawnFeature,
  type DrawnLayer,
  type DrawnPart,
  type DrawnProperties,
  PIECE_REACH,
  ringKey,
} from './drawn-feature'
import { sizeByField, sortedBy } from './field-values'
import {
  figureLengthKm,
  figurePeriod,
  figureSize,
  hedgedCaption,
  isUnproven,
  shortDate,
  shortName,
} from './figure-words'
import { timePrecision } from './local-time'

/** What drawing needs beside the places. */
export interface DrawContext {
  figures: readonly Figure[]
  /** Who makes figures, by id. */
  actors: readonly Pick<Actor, 'id' | 'name'>[]
  claims: readonly Claim[]
  /** International borders, `[lng, lat]`. */
  borders: readonly Feature<LineString | MultiLineString>[]
  /** The names that the basemap has; without them it is taken at its word. */
  basemapNames?: ReadonlySet<string> | null
}

/** 0.1 m: finer than anything here is known, and shorter to send. */
const DECIMALS = 6

/** The same by id: a case has as many places as figures, and each looks for its own. */
interface DrawIndex {
  figures: ReadonlyMap<string, Figure>
  actors: ReadonlyMap<string, DrawContext['actors'][number]>
  claims: ReadonlyMap<string, Claim>
  borders: DrawContext['borders']
  basemapNames: DrawContext['basemapNames']
}

function indexContext({ figures, actors, claims, borders, basemapNames }: DrawContext): DrawIndex {
  const byId = <T extends { id: string }>(records: readonly T[]) =>
    new Map(records.map((record) => [record.id, record]))
  return { figures: byId(figures), actors: byId(actors), claims: byId(claims), borders, basemapNames }
}

type PartProperties = Partial<Omit<DrawnProperties, 'place' | 'layer' | 'part' | 'name'>>
type Draw = (part: DrawnPart, geometry: Geometry, properties?: PartProperties) => DrawnFeature

/** What began in a month or a year is there for all of it, and its name says that no day is known: "Minefield (2022-09)". */
function nameOf({ properties }: Place, time: LayerTime | undefined): string {
  const { name, since } = properties
  const date = placeDate(properties, time) ?? since
  if (date === undefined) return name
  const precision = timePrecision(date)
  return precision === 'month' || precision === 'year'
    ? `${name} (${/^[1-9]/.test(date) ? date : shortDate(date)})`
    : name
}

function drawWith(
  place: Place,
  { id: layer, time }: CaseLayer,
  claims: DrawIndex['claims'],
  sorted: PartProperties,
): Draw {
  const { claim, schematic } = place.properties
  const common = {
    place: place.id,
    key: place.id,
    layer,
    name: nameOf(place, time),
    ...(claims.get(claim ?? '')?.precedent === true ? { precedent: true } : {}),
    ...(schematic === true ? { schematic } : {}),
    ...sorted,
  }
  return (part, geometry, properties = {}) => ({
    type: 'Feature',
    geometry: geometry === place.geometry ? geometry : truncate(geometry, { precision: DECIMALS }),
    properties: { ...common, part, ...properties },
  })
}

/** Someone says so and nobody has shown it, or nobody says when it held: the mark is drawn with that doubt. */
function isDoubtful(figure: Figure): boolean {
  return isUnproven(figure) || figure.asOf === undefined
}

/** What figures give a mark: of one its number, days and maker; of several, as two readings of one shock, each with its maker. */
function sizeOf(figures: readonly Figure[], { actors }: Pick<DrawIndex, 'actors'>): PartProperties {
  const [figure, ...others] = figures
  if (figure === undefined) return {}
  const reporter = ({ by }: Figure) => shortName(actors.get(by)?.name ?? by)
  const sizes = figures.map(figureSize).toSorted((a, b) => a - b)
  const doubt = figures.some(isDoubtful) ? { doubtful: true } : {}
  if (others.length === 0)
    return {
      size: figureSize(figure),
      caption: hedgedCaption(figure),
      detail: `${figurePeriod(figure)} · ${reporter(figure)}`,
      ...doubt,
    }
  const caption = figures.map((each) => `${reporter(each)} ${hedgedCaption(each)}`).join(' · ')
  return { size: sizes.at(-1) ?? 0, sizeLow: sizes[0] ?? 0, caption, ...doubt }
}

function pointAt(coordinates: LngLat): Geometry {
  return { type: 'Point', coordinates }
}

function drawPoint(
  place: Place,
  at: LngLat,
  { mark, turn }: CaseLayer,
  context: DrawIndex,
  draw: Draw,
  size: PartProperties,
) {
  // Of many points nothing but these: their circles would be more than can be seen, or counted.
  if (mark === 'density' || mark === 'cluster' || mark === 'hexagon' || mark === 'choropleth')
    return [draw('point', pointAt(at), size)]
  const rings = (place.properties.rings ?? []).flatMap(({ figure: id, measures, tentative }) => {
    const figure = context.figures.get(id)
    const lengthKm = figure === undefined ? null : figureLengthKm(figure)
    if (figure === undefined || lengthKm === null) return []
    const radiusKm = measures === 'radius' ? lengthKm : lengthKm / 2
    const doubt = tentative === true ? { tentative } : {}
    return [
      draw('ring', drawRing(at, radiusKm), {
        ...sizeOf([figure], context),
        key: ringKey(place.id, id),
        radiusKm,
        ...doubt,
      }),
    ]
  })
  const bearing = turn === 'across-border' ? borderBearing(at, context.borders) : null
  const { accuracyKm } = place.properties
  const accuracy = accuracyKm === null || accuracyKm === 0 ? [] : [draw('accuracy', drawRing(at, accuracyKm))]
  const turned = bearing === null ? {} : { borderBearing: bearing }
  return [...rings, ...accuracy, draw('point', pointAt(at), { ...size, ...turned })]
}

/** Pieces that reach back over those before them, so that no seam shows where they meet. */
function overlapPieces(pieces: readonly ArcPiece[]): ArcPiece[] {
  return pieces.map((piece, index) => {
    const reached = pieces.slice(Math.max(0, index + 1 - PIECE_REACH), index + 1)
    const coordinates = reached.flatMap(({ line }, at) => line.coordinates.slice(at === 0 ? 0 : 1))
    return { ...piece, line: { ...piece.line, coordinates } }
  })
}

/**
 * One arc a line, or, through more than two positions, the line itself, its head where the line ends, and one label for
 * all. How a number is shared among several lines nobody says: together they are as wide as it is large, and each says
 * that its share is not known.
 */
function drawArcs(
  place: Place,
  lines: readonly (readonly LngLat[])[],
  draw: Draw,
  { size, ...words }: PartProperties,
): DrawnFeature[] {
  const undivided = lines.length > 1 ? { undivided: true } : {}
  const whole = { ...words, ...undivided, ...(size === undefined ? {} : { size: size / lines.length }) }
  const isPale = size === undefined || lines.length > 1
  const at = lines.map((line) => line.at(-1)).find((head) => head !== undefined)
  if (at === undefined) return []
  return [
    ...lines.flatMap((line) => {
      const from = line[0]
      const to = line.at(-1)
      if (from === undefined || to === undefined) return []
      const pieces = line.length > 2 ? drawRoute(line, ARC_PIECES) : drawArc(from, to, ARC_PIECES)
      const course = pieces.flatMap(({ line: { coordinates } }, index) => coordinates.slice(index === 0 ? 0 : 1))
      const [before = from, last = to] = course.slice(-2)
      return [
        ...(isPale ? pieces : overlapPieces(pieces)).map(({ along, line: piece }) =>
          draw('arc', piece, { ...whole, along }),
        ),
        draw('course', { type: 'LineString', coordinates: course }, whole),
        draw('head', pointAt(to), { ...whole, bearing: bearingOnMap(before, last) }),
      ]
    }),
    draw('label', pointAt(place.properties.label ?? at), whole),
  ]
}

/** A line as long as reported, from its start. Without a length nothing is drawn of it but its name: a line would claim one. */
function drawLength(
  place: Place,
  line: readonly LngLat[],
  figure: Figure | undefined,
  draw: Draw,
  size: PartProperties,
): DrawnFeature[] {
  const lengthKm = figure === undefined ? null : figureLengthKm(figure)
  const road = { type: 'LineString' as const, coordinates: [...line] }
  if (lengthKm === null) return [draw('label', pointAt(place.properties.label ?? labelPoint(road)))]
  const { coordinates } = cutLineToLength(road, lengthKm)
  const stretch = {
    type: 'LineString' as const,
    coordinates: coordinates.map(([lng = 0, lat = 0]): LngLat => [lng, lat]),
  }
  // Where it ends is what its length says: the label stands there.
  const end = stretch.coordinates.at(-1) ?? labelPoint(stretch)
  return [draw('line', stretch, size), draw('label', pointAt(place.properties.label ?? end), size)]
}

function drawShape(
  place: Place,
  geometry: PlaceGeometry,
  layer: CaseLayer,
  context: DrawIndex,
  draw: Draw,
  figures: readonly Figure[],
): DrawnFeature[] {
  const { properties } = place
  const size = typeof layer.size === 'object' ? sizeByField(place, layer.size) : sizeOf(figures, context)
  if (geometry.type === 'Point') return drawPoint(place, geometry.coordinates, layer, context, draw, size)
  if (geometry.type === 'LineString' && layer.mark === 'flow')
    return drawArcs(place, [geometry.coordinates], draw, size)
  if (geometry.type === 'MultiLineString' && layer.mark === 'flow')
    return drawArcs(place, geometry.coordinates, draw, size)
  if (geometry.type === 'LineString' && layer.size === 'length')
    return drawLength(place, geometry.coordinates, figures[0], draw, size)
  const part = geometry.type === 'LineString' || geometry.type === 'MultiLineString' ? 'line' : 'area'
  const label = pointAt(properties.label ?? labelPoint(geometry))
  return [draw(part, geometry, size), draw('label', label, size)]
}

/** A place has one name, however many parts it is drawn in: its label stands by the part that has most room for it. */
function labelOnce(place: Place, drawn: readonly DrawnFeature[], at: LngLat): DrawnFeature[] {
  const label = drawn.find(({ properties: { part } }) => part === 'label')
  const others = drawn.filter(({ properties: { part } }) => part !== 'label')
  if (label === undefined) return others
  return [...others, { ...label, geometry: pointAt(place.properties.label ?? at) }]
}

/** What a drawn name says of how it is written. */
const nameKinds: Readonly<Record<Exclude<NonNullable<PlaceProperties['drawn']>, 'nothing'>, PartProperties>> = {
  name: {},
  'basemap-name': { basemap: true },
  'water-name': { water: true },
  'town-name': { town: true },
}

/** How a name is written; one that the basemap is said to have, and has not, as a name of the case's own. */
function nameKindOf({ geometry, properties: { drawn, name } }: Place, { basemapNames }: DrawIndex): PartProperties {
  if (drawn === undefined || drawn === 'nothing') return {}
  if (drawn !== 'basemap-name' || basemapNames == null || basemapNames.has(name)) return nameKinds[drawn]
  return geometry?.type === 'Point' ? nameKinds['town-name'] : nameKinds.name
}

function drawPlace(place: Place, layer: CaseLayer, context: DrawIndex): DrawnFeature[] {
  const { geometry, properties } = place
  if (geometry === null || properties.drawn === 'nothing') return []
  const figures = (properties.sizedBy ?? []).flatMap((id) => context.figures.get(id) ?? [])
  const draw = drawWith(place, layer, context.claims, sortedBy(place, layer, figures[0]))
  if (properties.drawn !== undefined)
    return [draw('name', pointAt(properties.label ?? labelPoint(geometry)), nameKindOf(place, context))]
  const shapes = splitGeometry(geometry)
  const drawn = shapes.flatMap((shape) => drawShape(place, shape, layer, context, draw, figures))
  return shapes.length === 1 ? drawn : labelOnce(place, drawn, labelPoint(geometry))
}

/**
 * Draws a layer's places by its mark: areas and lines with a label point, lines cut to their figure's length, flows as
 * arcs in pieces, points, each of several too, with their true-size rings and the circle of their accuracy, symbols with the bearing of the
 * border, of a name only the name. Every part of a schematic place says so, and a ring that the source does not give for its place is
 * tentative. What a figure does not give, or gives in a unit that is no length, is left out; a number is written with its
 * hedge, its own days or "undated", and its maker. Of a
 * place without geometry nothing is drawn. Never throws on places that the schema took.
 */
export function drawLayer(layer: CaseLayer, context: DrawContext): DrawnLayer {
  const index = indexContext(context)
  return { type: 'FeatureCollection', features: layer.places.flatMap((place) => drawPlace(place, layer, index)) }
}
