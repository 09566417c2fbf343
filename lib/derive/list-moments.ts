import type { CaseEvent } from '@/lib/schema/event'
import type { CaseRecords } from '@/lib/schema/records'
import type { LinkedMoment } from './linked-case'
import { timeExtent } from './time-extent'

function otherTimes({ date, records }: CaseEvent): NonNullable<LinkedMoment['others']> {
  const own = timeExtent(date)
  return records.flatMap(({ source, date: other }) => {
    if (other === undefined) return []
    const extent = timeExtent(other)
    return extent.start === own.start && extent.end === own.end ? [] : [{ source, ...extent }]
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
      const moment = { kind: 'event' as const, id: event.id, ...dated(event.date, 'record') }
      const others = otherTimes(event)
      return others.length === 0 ? moment : { ...moment, others }
    }),
    ...quotations.map(({ id, said, passage }) => {
      const document = published.get(passage.source)
      const found =
        said !== undefined
          ? dated(said, 'record')
          : document !== undefined
            ? dated(document, 'publication')
            : dated(head.asOf, 'case')
      return { kind: 'quotation' as const, id, ...found }
    }),
    ...figures.map(({ id, asOf }) => ({ kind: 'figure' as const, id, ...dated(asOf, 'record') })),
  ]
  return moments.sort((a, b) => a.start - b.start || b.end - a.end)
}
