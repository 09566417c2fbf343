import type { CaseEvent } from '@/lib/schema/event'
import type { Figure } from '@/lib/schema/figure'
import type { CaseRecords } from '@/lib/schema/records'
import type { Quotation, Statement } from '@/lib/schema/statement'
import type { FigureDate, LinkedMoment, LinkedPlace } from './linked-case'
import { timeExtent } from './time-extent'

function otherTimes(date: string, { passage, timeWords, records }: CaseEvent): NonNullable<LinkedMoment['others']> {
  const own = timeExtent(date)
  const told = timeWords === undefined ? [] : [{ source: passage.source, ...timeWords }]
  return [...told, ...records].flatMap(({ source, date: other, ...how }) => {
    if (other === undefined) return []
    const extent = timeExtent(other)
    const approximate = extent.approximate || 'approximate' in how
    return extent.start === own.start && extent.end === own.end ? [] : [{ source, ...extent, approximate }]
  })
}

function dated(date: string, basis: LinkedMoment['basis']): Omit<LinkedMoment, 'kind' | 'id'> {
  return { date, basis, ...timeExtent(date) }
}

/** The day on which a document came out, else that of the case's report. */
function documentDate(
  source: string | undefined,
  published: ReadonlyMap<string, string | undefined>,
  reported: string,
): { date: string; basis: 'publication' | 'case' } {
  const date = source === undefined ? undefined : published.get(source)
  return date === undefined ? { date: reported, basis: 'case' } : { date, basis: 'publication' }
}

/**
 * When a figure counts: the day or period that it gives, else the day on which its maker gave it, else the day on which
 * its document came out, else that of the case's report; and which of these it is. `published` is by source id.
 */
export function figureDate(
  { asOf, said, passage }: Figure,
  published: ReadonlyMap<string, string | undefined>,
  reported: string,
): FigureDate {
  if (asOf !== undefined) {
    const { start, end, open } = timeExtent(asOf)
    const from = open === 'start' ? {} : { from: start }
    return { date: asOf, basis: 'record', ...from, ...(open === 'end' ? {} : { to: end }) }
  }
  if (said !== undefined) return { date: said, basis: 'said' }
  return documentDate(passage?.source, published, reported)
}

/**
 * Every quotation, statement, figure, dated event and dated row at its time, earliest first and coarser before finer. Words whose
 * day nobody gives stand where their document came out or, where that is not known either, at the date of the case's
 * report; and say so. An event or a row that nobody dates stands nowhere in
 * time.
 */
export function listMoments(
  { head, events, quotations, statements, sources }: CaseRecords,
  figures: readonly { id: string; dated: FigureDate }[],
  places: readonly Pick<LinkedPlace, 'id' | 'date'>[] = [],
): LinkedMoment[] {
  const published = new Map(sources.map((source) => [source.id, source.published]))
  const spoken = (kind: 'quotation' | 'statement', { id, said, passage }: Quotation | Statement): LinkedMoment => {
    const { date, basis } =
      said === undefined
        ? documentDate(passage.source, published, head.reported)
        : { date: said, basis: 'record' as const }
    const found = dated(date, basis)
    // Something is said once, whatever interval it is known to.
    const once = basis === 'record' && found.precision === 'span' ? { once: true as const } : {}
    return { kind, id, ...found, ...once }
  }
  const moments: LinkedMoment[] = [
    ...events.flatMap((event): LinkedMoment[] => {
      if (event.date === undefined) return []
      const others = otherTimes(event.date, event)
      return [
        {
          kind: 'event' as const,
          id: event.id,
          ...dated(event.date, 'record'),
          ...(event.once === true ? { once: event.once } : {}),
          ...(others.length === 0 ? {} : { others }),
        },
      ]
    }),
    ...quotations.map((quotation) => spoken('quotation', quotation)),
    ...statements.map((statement) => spoken('statement', statement)),
    ...figures.map(({ id, dated: { date, basis } }) => ({
      kind: 'figure' as const,
      id,
      ...dated(date, basis === 'said' ? 'record' : basis),
    })),
    ...places.flatMap(({ id, date }): LinkedMoment[] =>
      date === undefined ? [] : [{ kind: 'place', id, ...dated(date, 'record') }],
    ),
  ]
  return moments.sort((a, b) => a.start - b.start || b.end - a.end)
}
