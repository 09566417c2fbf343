import type { CaseIndex } from '@/lib/client/case-context'
import type { LinkedPlace } from '@/lib/derive/linked-case'
import type { Focus } from '@/lib/url/view'
import type { Bounds } from './map-contract'

function focusPlaceIds(index: CaseIndex, { kind, id }: Focus): readonly string[] {
  switch (kind) {
    case 'place':
      return [id]
    case 'quotation':
      return index.quotation(id)?.about ?? []
    case 'statement':
      return index.statement(id)?.about ?? []
    case 'figure':
      return index.figure(id)?.about ?? []
    case 'speaker':
      return index.actor(id)?.places ?? []
    case 'event':
      return index.event(id)?.about ?? []
  }
}

/** The places that a focus is about, which the map highlights and frames; those that the case has. */
export function focusPlaces(index: CaseIndex, focus: Focus | null): LinkedPlace[] {
  if (focus === null) return []
  return focusPlaceIds(index, focus)
    .map((id) => index.place(id))
    .filter((place) => place !== undefined)
}

/** The smallest bounds around all that are on the map; null for none. */
export function joinBounds(places: readonly LinkedPlace[]): Bounds | null {
  return places.reduce<Bounds | null>((joined, { bounds }) => {
    if (joined === null || bounds === null) return joined ?? bounds
    const [west, south, east, north] = joined
    return [
      Math.min(west, bounds[0]),
      Math.min(south, bounds[1]),
      Math.max(east, bounds[2]),
      Math.max(north, bounds[3]),
    ]
  }, null)
}
