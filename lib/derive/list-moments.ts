import type { CaseRecords } from '@/lib/schema/records'
import type { LinkedMoment } from './linked-case'
import { timeExtent } from './time-extent'

/**
 * Every quotation, figure and event at its time, earliest first and coarser before finer. A quotation whose day nobody
 * gives stands where its document came out or, where that is not known either, at the date of the case; and says so.
 */
export function listMoments({ head, events, quotations, figures, sources }: CaseRecords): LinkedMoment[] {
  const published = new Map(sources.map((source) => [source.id, source.published]))
  const moments: LinkedMoment[] = [
    ...events.map(({ id, date }) => ({ kind: 'event' as const, id, basis: 'record' as const, ...timeExtent(date) })),
    ...quotations.map(({ id, said, passage }) => {
      const basis = said === undefined ? ('publication' as const) : ('record' as const)
      const date = said ?? published.get(passage.source) ?? head.asOf
      return { kind: 'quotation' as const, id, basis, ...timeExtent(date) }
    }),
    ...figures.map(({ id, asOf }) => ({ kind: 'figure' as const, id, basis: 'record' as const, ...timeExtent(asOf) })),
  ]
  return moments.sort((a, b) => a.start - b.start || b.end - a.end)
}
