import type { CaseRecords } from '@/lib/schema/records'

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
      drawnFrom.set(figure, [...(drawnFrom.get(figure) ?? []), id])
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
