import type { Figure } from '@/lib/schema/figure'
import { timeExtent } from './time-extent'

const dateFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/**
 * The date of a figure as it is written on the map, short: "2 Oct 2022"; of more than a day the last one. Undefined where
 * the figure holds from when what it sizes began (`since`, EDTF): only a later one has to be told from then.
 */
export function laterDate({ asOf }: Figure, since: string | undefined): string | undefined {
  if (since === undefined) return undefined
  const { start, end } = timeExtent(asOf)
  return start >= timeExtent(since).end ? dateFormat.format(end - 1) : undefined
}
