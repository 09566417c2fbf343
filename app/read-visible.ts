import { placesInUnit } from '@/lib/derive/assign-units'
import { listRecords } from '@/lib/derive/case-records'
import type { RecordQuery } from '@/lib/derive/filter-records'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { unitCodeOf } from '@/lib/derive/record-filter'
import { chooseLayers } from '@/lib/derive/visible-layers'
import { findVisible, type VisibleRecords } from '@/lib/derive/visible-records'
import { cameraToBounds, type Frame } from '@/lib/geo/camera-to-bounds'
import { placesDrawnAround } from '@/lib/geo/drawn-area'
import { placesWithin } from '@/lib/geo/places-within'
import { stillCamera } from '@/lib/url/still-map-address'
import type { View } from '@/lib/url/view'

/** What a still map of that size shows with a view's camera; without one, the whole case. */
export function stillBounds({ bounds }: LinkedCase, view: View, size: Frame) {
  return cameraToBounds(stillCamera(bounds, view, size), size)
}

/** The places in the part of the map that a view's filter asks for. */
function findWithin(linked: LinkedCase, view: View, size: Frame): ReadonlySet<string> | null {
  const { within } = view.filter
  if (within === 'view') return placesWithin(linked.places, stillBounds(linked, view, size))
  if (within === 'area') return placesDrawnAround(linked.places, view.measure)
  const unit = unitCodeOf(within)
  return unit === null ? null : placesInUnit(linked, unit)
}

/** What of a case a view shows where the server draws it, on a map of that size; with what decided it. */
export function readVisible(
  linked: LinkedCase,
  view: View,
  size: Frame,
): { shown: VisibleRecords; query: RecordQuery } {
  const query = {
    filter: view.filter,
    time: view.time,
    hiddenLayers: chooseLayers(linked, view.layers).hiddenLayers,
    layersAsOpened: view.layers === null,
    placesWithin: findWithin(linked, view, size),
  }
  return { shown: findVisible(listRecords(linked), query), query }
}
