import type { CaseIndex } from '@/lib/client/case-context'
import type { LinkedPlace, LinkedQuotation } from '@/lib/derive/linked-case'
import { boundsAround } from '@/lib/geo/around-globe'
import type { Bounds } from '@/lib/geo/camera-to-bounds'
import type { Choices, Focus } from '@/lib/url/view'

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
  return boundsAround(places.flatMap(({ bounds }) => (bounds === null ? [] : [bounds])))
}

/** What the map frames of what is chosen: the places of a record, else the thread that stands out, else all of the case. */
export function chosenBounds(index: CaseIndex, { focus, thread }: Pick<Choices, 'focus' | 'thread'>): Bounds {
  const { threads, bounds } = index.linked
  return joinBounds(focusPlaces(index, focus)) ?? threads?.find(({ id }) => id === thread)?.bounds ?? bounds
}

/**
 * What a line of these quotations leads to: the quotation where it is one, who spoke where they are of one speaker, and
 * else the place where all of them were said. Null for none.
 */
export function voiceFocus(quotations: readonly (LinkedQuotation | undefined)[]): Focus | null {
  const found = quotations.filter((quotation) => quotation !== undefined)
  const [first] = found
  if (first === undefined) return null
  if (found.length === 1) return { kind: 'quotation', id: first.id }
  const { speaker, where } = first
  if (speaker !== undefined && found.every((quotation) => quotation.speaker === speaker))
    return { kind: 'speaker', id: speaker }
  return where === undefined ? null : { kind: 'place', id: where }
}
