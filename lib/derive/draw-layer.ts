import { truncate } from '@turf/turf'
import type { Feature, Geometry, LineString, MultiLineString } from 'geojson'
import { borderBearing } from '@/lib/geo/border-bearing'
import { cutLineToLength } from '@/lib/geo/cut-line-to-length'
import { drawArc } from '@/lib/geo/draw-arc'
import { drawRing } from '@/lib/geo/draw-ring'
import { labelPoint } from '@/lib/geo/label-point'
import type { LayerId } from '@/lib/map/layer-table'
import type { Claim } from '@/lib/schema/case'
import type { Figure } from '@/lib/schema/figure'
import type { LngLat } from '@/lib/schema/geometry'
import type { Place } from '@/lib/schema/place'
import type { LayerPlaces } from '@/lib/schema/records'
import type { DrawnFeature, DrawnLayer, DrawnPart, DrawnProperties } from './drawn-feature'
import { figureCaption, figureLengthKm, figureSize } from './figure-words'
import { laterDate } from './later-date'
import { timePrecision } from './time-precision'

/** A layer of the layer table with its places. */
export interface DrawableLayer extends LayerPlaces {
  id: LayerId
}

/** What drawing needs beside the places. */
export interface DrawContext {
  figures: readonly Figure[]
  claims: readonly Claim[]
  /** International borders, `[lng, lat]`. */
  borders: readonly Feature<LineString | MultiLineString>[]
}

/** Enough that an arc of 24 grows thinner smoothly at the width of a 4K display. */
const ARC_PIECES = 24
/** 0.1 m: finer than anything here is known, and shorter to send. */
const DECIMALS = 6

type PartProperties = Partial<Omit<DrawnProperties, 'place' | 'layer' | 'part' | 'name'>>
type Draw = (part: DrawnPart, geometry: Geometry, properties?: PartProperties) => DrawnFeature

/** What began in a month or a year is there for all of it, and its name says that no day is known: "Minefield (2022-09)". */
function nameOf({ name, since }: Place['properties']): string {
  if (since === undefined) return name
  const precision = timePrecision(since)
  return precision === 'month' || precision === 'year' ? `${name} (${since})` : name
}

function drawWith(place: Place, layer: LayerId, claims: readonly Claim[]): Draw {
  const { claim, schematic } = place.properties
  const common = {
    place: place.id,
    layer,
    name: nameOf(place.properties),
    ...(claims.some(({ id, precedent }) => id === claim && precedent) ? { precedent: true } : {}),
    ...(schematic === true ? { schematic } : {}),
  }
  return (part, geometry, properties = {}) => ({
    type: 'Feature',
    geometry: geometry === place.geometry ? geometry : truncate(geometry, { precision: DECIMALS }),
    properties: { ...common, part, ...properties },
  })
}

function sizeOf(figure: Figure | undefined, { since }: Place['properties']): PartProperties {
  if (figure === undefined) return {}
  const asOf = laterDate(figure, since)
  return { size: figureSize(figure), caption: figureCaption(figure), ...(asOf === undefined ? {} : { asOf }) }
}

function pointAt(coordinates: LngLat): Geometry {
  return { type: 'Point', coordinates }
}

function drawPoint(place: Place, at: LngLat, layer: LayerId, context: DrawContext, draw: Draw, size: PartProperties) {
  const rings = (place.properties.rings ?? []).flatMap(({ figure: id, measures, tentative }) => {
    const figure = context.figures.find((candidate) => candidate.id === id)
    const lengthKm = figure === undefined ? null : figureLengthKm(figure)
    if (figure === undefined || lengthKm === null) return []
    const radiusKm = measures === 'radius' ? lengthKm : lengthKm / 2
    const doubt = tentative === true ? { tentative } : {}
    return [draw('ring', drawRing(at, radiusKm), { ...sizeOf(figure, place.properties), radiusKm, ...doubt })]
  })
  const bearing = layer === 'border-crossings' ? borderBearing(at, context.borders) : null
  return [...rings, draw('point', place.geometry, { ...size, ...(bearing === null ? {} : { borderBearing: bearing }) })]
}

function drawArcs(place: Place, line: readonly LngLat[], draw: Draw, size: PartProperties): DrawnFeature[] {
  const from = line[0]
  const to = line.at(-1)
  if (from === undefined || to === undefined) return []
  const pieces = drawArc(from, to, ARC_PIECES)
  const [lng = 0, lat = 0] = pieces[ARC_PIECES / 2]?.line.coordinates[0] ?? from
  return [
    ...pieces.map(({ along, line: piece }) => draw('arc', piece, { ...size, along })),
    draw('label', pointAt(place.properties.label ?? [lng, lat]), size),
  ]
}

/** The queue at its reported length. Without a length nothing is drawn of it but its name: a line would claim one. */
function drawQueue(place: Place, line: readonly LngLat[], figure: Figure | undefined, draw: Draw): DrawnFeature[] {
  const lengthKm = figure === undefined ? null : figureLengthKm(figure)
  const road = { type: 'LineString' as const, coordinates: [...line] }
  if (lengthKm === null) return [draw('label', pointAt(place.properties.label ?? labelPoint(road)))]
  const { coordinates } = cutLineToLength(road, lengthKm)
  const queue = {
    type: 'LineString' as const,
    coordinates: coordinates.map(([lng = 0, lat = 0]): LngLat => [lng, lat]),
  }
  const size = sizeOf(figure, place.properties)
  return [draw('line', queue, size), draw('label', pointAt(place.properties.label ?? labelPoint(queue)), size)]
}

function drawPlace(place: Place, layer: LayerId, context: DrawContext): DrawnFeature[] {
  const { geometry, properties } = place
  const draw = drawWith(place, layer, context.claims)
  const figure = context.figures.find(({ id }) => id === properties.sizedBy)
  const size = sizeOf(figure, properties)
  if (geometry.type === 'Point') return drawPoint(place, geometry.coordinates, layer, context, draw, size)
  if (geometry.type === 'LineString' && layer === 'departures') return drawArcs(place, geometry.coordinates, draw, size)
  if (geometry.type === 'LineString' && layer === 'border-queue')
    return drawQueue(place, geometry.coordinates, figure, draw)
  const part = geometry.type === 'LineString' || geometry.type === 'MultiLineString' ? 'line' : 'area'
  const label = pointAt(properties.label ?? labelPoint(geometry))
  return [draw(part, geometry, size), draw('label', label, size)]
}

/**
 * Draws a layer's places: areas and lines with a label point, the queue cut to its figure's length, departures as arcs in
 * pieces, points with their true-size rings, crossings with the bearing of the border. Every part of a schematic place
 * says so, and a ring that the source does not give for its place is tentative. What a figure does not give, or gives in a
 * unit that is no length, is left out; one that holds only later than its place began is written with its date. Never throws on places that the schema took.
 */
export function drawLayer({ id, places }: DrawableLayer, context: DrawContext): DrawnLayer {
  return { type: 'FeatureCollection', features: places.flatMap((place) => drawPlace(place, id, context)) }
}
