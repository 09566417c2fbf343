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

/**
 * Every quotation, figure and event at its time, earliest first and coarser before finer. A quotation whose day nobody
 * gives stands where its document came out or, where that is not known either, at the date of the case; and says so.
 */
export function listMoments({ head, events, quotations, figures, sources }: CaseRecords): LinkedMoment[] {
  const published = new Map(sources.map((source) => [source.id, source.published]))
  const moments: LinkedMoment[] = [
    ...events.map((event) => {
      const moment = { kind: 'event' as const, id: event.id, basis: 'record' as const, ...timeExtent(event.date) }
      const others = otherTimes(event)
      return others.length === 0 ? moment : { ...moment, others }
    }),
    ...quotations.map(({ id, said, passage }) => {
      const basis = said === undefined ? ('publication' as const) : ('record' as const)
      const date = said ?? published.get(passage.source) ?? head.asOf
      return { kind: 'quotation' as const, id, basis, ...timeExtent(date) }
    }),
    ...figures.map(({ id, asOf, asOfBasis: basis = 'record' }) => ({
      kind: 'figure' as const,
      id,
      basis,
      ...timeExtent(asOf),
    })),
  ]
  return moments.sort((a, b) => a.start - b.start || b.end - a.end)
}
