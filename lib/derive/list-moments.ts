import type { CaseEvent } from '@/lib/schema/event'
import type { CaseRecords } from '@/lib/schema/records'
import type { LinkedMoment } from './linked-case'
import { timeExtent } from './time-extent'

function otherTimes({ date, passage, timeWords, records }: CaseEvent): NonNullable<LinkedMoment['others']> {
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

/**
 * Every quotation, figure and event at its time, earliest first and coarser before finer. A quotation whose day nobody
 * gives stands where its document came out or, where that is not known either, at the date of the case; and says so.
 */
export function listMoments({ head, events, quotations, figures, sources }: CaseRecords): LinkedMoment[] {
  const published = new Map(sources.map((source) => [source.id, source.published]))
  const moments: LinkedMoment[] = [
    ...events.map((event) => {
      const others = otherTimes(event)
      return {
        kind: 'event' as const,
        id: event.id,
        ...dated(event.date, 'record'),
        ...(event.once === true ? { once: event.once } : {}),
        ...(others.length === 0 ? {} : { others }),
      }
    }),
    ...quotations.map(({ id, said, passage }) => {
      const document = published.get(passage.source)
      const found =
        said !== undefined
          ? dated(said, 'record')
          : document !== undefined
            ? dated(document, 'publication')
            : dated(head.asOf, 'case')
      // Something is said once, whatever interval it is known to.
      const once = found.basis === 'record' && found.precision === 'span' ? { once: true as const } : {}
      return { kind: 'quotation' as const, id, ...found, ...once }
    }),
    ...figures.map(({ id, asOf, asOfBasis }) => ({
      kind: 'figure' as const,
      id,
      ...dated(asOf, asOfBasis ?? 'record'),
    })),
  ]
  return moments.sort((a, b) => a.start - b.start || b.end - a.end)
}
