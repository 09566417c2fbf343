import type { Geometry } from 'geojson'
import { frameBounds } from '@/lib/geo/frame-bounds'
import { labelPoint } from '@/lib/geo/label-point'
import { measureAreaKm2 } from '@/lib/geo/measure-area-km2'
import type { LayerId } from '@/lib/map/layer-table'
import type { Actor } from '@/lib/schema/actor'
import type { Claim } from '@/lib/schema/case'
import type { LngLat } from '@/lib/schema/geometry'
import type { Place } from '@/lib/schema/place'
import type { Quotation } from '@/lib/schema/quotation'
import type { CaseRecords, SetAside } from '@/lib/schema/records'
import type { Scene } from '@/lib/schema/scene'
import { compareWordings } from './compare-wordings'
import type { DrawnFeature, DrawnLayer } from './drawn-feature'
import type {
  Corroboration,
  LinkedActor,
  LinkedCase,
  LinkedClaim,
  LinkedPlace,
  LinkedQuotation,
  LinkedScene,
} from './linked-case'
import { listMoments } from './list-moments'
import { linkPlaces, type PlaceLinks } from './place-links'
import { corroborations, type TimeWindow } from './record-filter'
import { timeExtent } from './time-extent'

/** Short hashes of the case and of each of its layers as served. */
export interface CaseVersions {
  case: string
  layers: ReadonlyMap<LayerId, string>
}

function corroborate({ form, records }: Quotation): Corroboration[] {
  if (records.length === 0) return form === 'term' ? [] : ['not-corroborated']
  return corroborations.filter((status) => records.some((record) => record.status === status))
}

function linkQuotation(quotation: Quotation): LinkedQuotation {
  return {
    ...quotation,
    corroboration: corroborate(quotation),
    comparisons: quotation.records.map(({ words }) => compareWordings(quotation.passage.exact, words)),
  }
}

function linkActor(actor: Actor, { quotations, figures }: CaseRecords): LinkedActor {
  const said = quotations.filter(({ speaker }) => speaker === actor.id)
  const counted = figures.filter(({ maker }) => maker === actor.id)
  const places = new Set([...said, ...counted].flatMap(({ about }) => about))
  return {
    ...actor,
    quotations: said.map(({ id }) => id),
    figures: counted.map(({ id }) => id),
    places: [...places],
  }
}

function windowOf(date: string): TimeWindow {
  const { start, end } = timeExtent(date)
  return { start, end }
}

function linkScene(scene: Scene): LinkedScene {
  return scene.time === undefined ? scene : { ...scene, timeWindow: windowOf(scene.time.window) }
}

function linkClaim(claim: Claim): LinkedClaim {
  return {
    ...claim,
    declaredIn: windowOf(claim.declared),
    rejections: claim.rejections.map((rejection) => ({ ...rejection, rejectedIn: windowOf(rejection.date) })),
  }
}

/** Where the name or mark stands as drawn; a place of which nothing is drawn has its own geometry's label point. */
function anchorOf(place: Place, drawn: readonly DrawnFeature[]): LngLat {
  const mark = drawn.find(({ properties: { part } }) => part === 'label' || part === 'point')?.geometry
  if (mark?.type !== 'Point') return place.properties.label ?? labelPoint(place.geometry)
  const [lng = 0, lat = 0] = mark.coordinates
  return [lng, lat]
}

function linkPlace(
  place: Place,
  layer: LayerId,
  drawn: readonly DrawnFeature[],
  links: PlaceLinks | undefined,
  claims: readonly Claim[],
): LinkedPlace {
  const { id, geometry, properties } = place
  const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
  const since = properties.since ?? claims.find((claim) => claim.id === properties.claim)?.declared
  const shapes: Geometry[] = drawn.length > 0 ? drawn.map((feature) => feature.geometry) : [geometry]
  return {
    ...properties,
    id,
    layer,
    bounds: frameBounds(shapes),
    anchor: anchorOf(place, drawn),
    ...(since === undefined ? {} : { from: timeExtent(since).start, fromDate: since }),
    ...(isArea ? { measuredAreaKm2: measureAreaKm2(geometry) } : {}),
    quotations: links?.quotations ?? [],
    figures: links?.figures ?? [],
    events: links?.events ?? [],
    related: links?.related ?? [],
  }
}

/**
 * Links a case's records both ways and derives what the page shows of them: corroboration, comparisons of wordings,
 * bounds and anchors as drawn, areas as measured. `drawn` are the layers of `records`, drawn; `versions` has one entry a
 * layer, in the layer table's order: a layer without one is left out. Never throws on records that were parted.
 */
export function linkCase(
  records: CaseRecords,
  setAside: readonly SetAside[],
  drawn: readonly DrawnLayer[],
  versions: CaseVersions,
): LinkedCase {
  const drawnByPlace = new Map<string, DrawnFeature[]>()
  for (const feature of drawn.flatMap(({ features }) => features)) {
    const { place } = feature.properties
    const parts = drawnByPlace.get(place)
    if (parts === undefined) drawnByPlace.set(place, [feature])
    else parts.push(feature)
  }
  const links = linkPlaces(records)
  const layers = [...versions.layers].map(([id, version]) => {
    const places = records.layers.find((layer) => layer.id === id)?.places ?? []
    return { id, version, places }
  })
  return {
    ...records.head,
    version: versions.case,
    claims: records.head.claims.map(linkClaim),
    layers: layers.map(({ id, version, places }) => ({ id, count: places.length, version })),
    places: layers.flatMap(({ id, places }) =>
      places.map((place) =>
        linkPlace(place, id, drawnByPlace.get(place.id) ?? [], links.get(place.id), records.head.claims),
      ),
    ),
    actors: records.actors.map((actor) => linkActor(actor, records)),
    quotations: records.quotations.map(linkQuotation),
    figures: records.figures,
    events: records.events,
    moments: listMoments(records),
    scenes: records.scenes.map(linkScene),
    sources: records.sources,
    setAside: [...setAside],
  }
}
