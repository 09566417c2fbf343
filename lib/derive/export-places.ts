import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { frameBounds } from '@/lib/geo/frame-bounds'
import type { LinkedCase } from './linked-case'
import type { ShownRecords } from './shown-records'

/** A place's own geometry, as it stands in the layer's file, by the place's id. */
export type PlaceShapes = FeatureCollection<Geometry, { layer: string }>

/** The collection has foreign members (RFC 7946 §6.1): what case it is of, and whom to name. */
export interface ExportedPlaces extends FeatureCollection {
  case: { id: string; title: string; asOf: string; attribution: string }
}

/**
 * The shown places with their own geometry, not as drawn: no labels, rings or tapered arcs. Each has its properties and
 * the ids of what is shown about it. WGS 84, no `crs`, outer rings counterclockwise as the case's format asks, with the
 * box around each and around all; none crosses the antimeridian.
 */
export function exportPlaces(
  linked: LinkedCase,
  shapes: PlaceShapes,
  shown: ShownRecords,
  attribution: string,
  linkTo: (placeId: string) => string,
): ExportedPlaces {
  const geometries = new Map(shapes.features.map(({ id, geometry }) => [id, geometry]))
  const sources = new Map(linked.sources.map((source) => [source.id, source.title]))
  const features = linked.places.flatMap((place): Feature[] => {
    const geometry = geometries.get(place.id)
    if (geometry === undefined || !shown.place.has(place.id)) return []
    const { id, layer, name, localName, kind, code, since, accuracyKm, basis, schematic, note, measuredAreaKm2 } = place
    return [
      {
        type: 'Feature',
        id,
        ...(geometry.type === 'Point' ? {} : { bbox: frameBounds([geometry]) }),
        geometry,
        properties: {
          name,
          ...(localName === undefined ? {} : { localName: localName.text }),
          layer,
          kind,
          ...(code === undefined ? {} : { code }),
          ...(since === undefined ? {} : { since }),
          accuracyKm,
          basis,
          schematic: schematic === true,
          ...(measuredAreaKm2 === undefined ? {} : { measuredAreaKm2 }),
          ...(note === undefined ? {} : { note }),
          sources: place.sources.map((source) => sources.get(source) ?? source),
          quotations: place.quotations.filter((one) => shown.quotation.has(one)),
          figures: place.figures.filter((one) => shown.figure.has(one)),
          events: place.events.filter((one) => shown.event.has(one)),
          link: linkTo(id),
        },
      },
    ]
  })
  const { id, title, asOf } = linked
  return {
    type: 'FeatureCollection',
    ...(features.length === 0 ? {} : { bbox: frameBounds(features.map(({ geometry }) => geometry)) }),
    case: { id, title, asOf, attribution },
    features,
  }
}
