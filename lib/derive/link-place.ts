import { area } from '@turf/turf'
import type { Geometry } from 'geojson'
import { frameBounds } from '@/lib/geo/bounds'
import { splitGeometry } from '@/lib/geo/geometry-parts'
import { labelPoint } from '@/lib/geo/label-point'
import type { Claim } from '@/lib/schema/case'
import type { LngLat } from '@/lib/schema/geometry'
import type { LayerDesign, LayerTime } from '@/lib/schema/layer'
import type { Place } from '@/lib/schema/place'
import { placeDate } from '@/lib/schema/place-date'
import { addTo } from '@/lib/schema/plain-values'
import type { CaseRecords } from '@/lib/schema/records'
import type { DrawnFeature } from './drawn-feature'
import type { FigureDate, LinkedPlace } from './linked-case'
import { timeExtent } from './time-extent'

/**
 * Area of a polygon or several, km², on a sphere of 6,371,008.8 m (turf's, after Chamberlain and Duquette, JPL 2007):
 * up to 0.45 % more than on the ellipsoid (WGS 84) at the equator, up to 0.90 % less at the poles. Zero for points and lines.
 */
export function measureAreaKm2(geometry: Geometry): number {
  return area(geometry) / 1e6
}

/** Everything that names a place, and the places named together with it. All are ids. */
export interface PlaceLinks {
  quotations: string[]
  figures: string[]
  statements: string[]
  events: string[]
  related: string[]
}

interface Naming {
  kind: 'quotations' | 'statements' | 'figures' | 'events'
  id: string
  places: ReadonlySet<string>
}

/** Each quotation, statement, figure and event with the places that it names, in the files' order. */
function listNamings({ quotations, statements, figures, events, layers }: CaseRecords): Naming[] {
  const drawnFrom = new Map<string, string[]>()
  for (const { id, properties } of layers.flatMap(({ places }) => places))
    for (const figure of [...(properties.sizedBy ?? []), ...(properties.rings ?? []).map((ring) => ring.figure)])
      addTo(drawnFrom, figure, id)
  return [
    ...quotations.map(
      ({ id, about, where }): Naming => ({
        kind: 'quotations',
        id,
        places: new Set(where === undefined ? about : [...about, where]),
      }),
    ),
    ...statements.map(({ id, about }): Naming => ({ kind: 'statements', id, places: new Set(about) })),
    // A place that is drawn by a figure shows it, whether or not the figure says that it is about the place.
    ...figures.map(
      ({ id, about }): Naming => ({ kind: 'figures', id, places: new Set([...about, ...(drawnFrom.get(id) ?? [])]) }),
    ),
    ...events.map(({ id, about }): Naming => ({ kind: 'events', id, places: new Set(about) })),
  ]
}

/** What names more places than these says of none what it has to do with another; and each would be a link to all others. */
const MOST_RELATING = 100

/** The links back from places to what names them: a map by place id, with an entry for every place of the layers. */
export function linkPlaces(records: CaseRecords): ReadonlyMap<string, PlaceLinks> {
  const ids = records.layers.flatMap(({ places }) => places.map(({ id }) => id))
  const at = new Map(ids.map((id, index) => [id, index]))
  const links = new Map(
    ids.map((id): [string, PlaceLinks] => [
      id,
      { quotations: [], statements: [], figures: [], events: [], related: [] },
    ]),
  )
  const together = new Map(ids.map((id) => [id, new Map<string, number>()]))
  for (const { kind, id, places } of listNamings(records))
    for (const place of places) {
      links.get(place)?.[kind].push(id)
      const counts = together.get(place)
      if (places.size > MOST_RELATING) continue
      for (const other of places) if (other !== place) counts?.set(other, (counts.get(other) ?? 0) + 1)
    }
  for (const [id, link] of links) {
    const counts = together.get(id) ?? new Map<string, number>()
    // Places named equally often keep the layers' order. Only those named are gone through: there may be thousands.
    link.related = [...counts]
      .filter(([other]) => at.has(other))
      .sort(([a, often], [b, oftenToo]) => oftenToo - often || (at.get(a) ?? 0) - (at.get(b) ?? 0))
      .map(([other]) => other)
  }
  return links
}

/**
 * Where the name or mark stands as drawn; a place of which nothing is drawn has its own geometry's label point, and one
 * without geometry has none.
 */
function anchorOf(place: Place, drawn: readonly DrawnFeature[]): LngLat | null {
  if (place.geometry === null) return null
  const mark = drawn.find(
    ({ properties: { part } }) => part === 'label' || part === 'point' || part === 'name',
  )?.geometry
  if (mark?.type !== 'Point') return place.properties.label ?? labelPoint(place.geometry)
  const [lng = 0, lat = 0] = mark.coordinates
  return [lng, lat]
}

/** When each figure counts, by its id. */
export type FigureDates = ReadonlyMap<string, FigureDate>

/** From when to when a figure counts, ms; infinite where nobody dates it or an end is open. */
function countedIn(dates: FigureDates, id: string): { from: number; to: number } {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = dates.get(id) ?? {}
  return { from, to }
}

/** The ends that are known. */
function bounded({ from, to }: { from: number; to: number }): { from?: number; to?: number } {
  return { ...(Number.isFinite(from) ? { from } : {}), ...(Number.isFinite(to) ? { to } : {}) }
}

/**
 * When a place stands on the map. One that shows figures does so for the days that these count, within its own; a figure
 * that nobody dates, or whose days are open, bounds nothing.
 */
function periodOf(
  { properties: { until, sizedBy = [] } }: Place,
  since: string | undefined,
  dates: FigureDates,
): { from?: number; to?: number } {
  const own = {
    from: since === undefined ? Number.NEGATIVE_INFINITY : timeExtent(since).start,
    to: until === undefined ? Number.POSITIVE_INFINITY : timeExtent(until).end,
  }
  if (sizedBy.length === 0) return bounded(own)
  const counted = sizedBy.map((id) => countedIn(dates, id))
  const first = counted.reduce((found, { from }) => Math.min(found, from), Number.POSITIVE_INFINITY)
  const last = counted.reduce((found, { to }) => Math.max(found, to), Number.NEGATIVE_INFINITY)
  return bounded({ from: Math.max(own.from, first), to: Math.min(own.to, last) })
}

/** A row stands on the map for as long as its date says; of an open end nobody knows how long that is. */
function periodOfDate(date: string): { from?: number; to?: number } {
  const { start, end, open } = timeExtent(date)
  return { ...(open === 'start' ? {} : { from: start }), ...(open === 'end' ? {} : { to: end }) }
}

/** When a place was: by its row's date, where it has one, else by its own beginning and end. */
function whenOf(
  place: Place,
  since: string | undefined,
  time: LayerTime | undefined,
  dates: FigureDates,
): Pick<LinkedPlace, 'from' | 'to' | 'fromDate' | 'date' | 'undated'> {
  const date = placeDate(place.properties, time)
  if (date !== undefined) return { date, ...periodOfDate(date) }
  const isUndated = time !== undefined && since === undefined && place.properties.until === undefined
  return {
    ...periodOf(place, since, dates),
    ...(since === undefined ? {} : { fromDate: since }),
    ...(isUndated ? { undated: true } : {}),
  }
}

/** A place with when it was, where it stands as drawn, and everything that names it. */
export function linkPlace(
  place: Place,
  { id: layer, time }: Pick<LayerDesign, 'id' | 'time'>,
  drawn: readonly DrawnFeature[],
  links: PlaceLinks | undefined,
  claims: ReadonlyMap<string, Pick<Claim, 'declared'>>,
  dates: FigureDates,
): LinkedPlace {
  const { id, geometry, properties } = place
  // The frame around a union is no area of it.
  const parts = geometry === null ? [] : splitGeometry(geometry)
  const isArea = properties.drawn === undefined && parts.some(({ type }) => type.endsWith('Polygon'))
  const since = properties.since ?? claims.get(properties.claim ?? '')?.declared
  const { rings, ...own } = properties
  const shapes: Geometry[] = drawn.length > 0 ? drawn.map((feature) => feature.geometry) : parts
  return {
    ...own,
    ...(rings === undefined
      ? {}
      : { rings: rings.map((ring) => ({ ...ring, ...bounded(countedIn(dates, ring.figure)) })) }),
    id,
    layer,
    bounds: geometry === null ? null : (properties.frame ?? frameBounds(shapes)),
    anchor: anchorOf(place, drawn),
    ...whenOf(place, since, time, dates),
    ...(isArea && geometry !== null ? { measuredAreaKm2: measureAreaKm2(geometry) } : {}),
    quotations: links?.quotations ?? [],
    figures: links?.figures ?? [],
    statements: links?.statements ?? [],
    events: links?.events ?? [],
    related: links?.related ?? [],
  }
}
