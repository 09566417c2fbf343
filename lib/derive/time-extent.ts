import edtf from 'edtf'
import { remember } from '@/lib/schema/remember'
import { MINUTE_MS, SECOND_MS } from './calendar'
import { isHedged, type TimePrecision, timePrecision } from './local-time'

/** From `start` to, but not including, `end`: ms since 1970, UTC. A calendar date without a zone is that day in UTC. */
export interface TimeExtent {
  start: number
  end: number
  precision: TimePrecision
  /** EDTF's `~`, `?` or `%` on either end. */
  approximate: boolean
  /** It began before `start`, or goes on after `end`: nobody says for how long. */
  open?: 'start' | 'end'
}

/** The first moment after a date that is known to `last`: the parser gives its last millisecond or, of a clock's time, its first. */
function endAfter(last: number, precision: TimePrecision): number {
  if (precision === 'minute') return last + MINUTE_MS
  if (precision === 'instant') return last + SECOND_MS
  return Math.ceil((last + 1) / SECOND_MS) * SECOND_MS
}

/**
 * The stretch of time that a date of the schema's `edtfSchema` covers, at least one second long. Of one with an open end
 * it is the known end's own second, minute, day, month or year; `open` says which way it goes on. Throws an Error for text
 * that is no such date.
 */
export function timeExtent(text: string): TimeExtent {
  return { ...readExtent(text) }
}

const readExtent = remember((text): TimeExtent => {
  const [from = '', to = from] = text.split('/')
  const { min, max } = edtf(text)
  const open = Number.isFinite(min) ? (Number.isFinite(max) ? null : 'end') : 'start'
  const [first, last] = [open === 'start' ? edtf(to).min : min, open === 'end' ? edtf(from).max : max]
  if (!Number.isFinite(first) || !Number.isFinite(last)) throw new Error(`no moment in ${text}`)
  return {
    start: first,
    end: endAfter(last, timePrecision(open === 'end' ? from : to)),
    precision: timePrecision(text),
    approximate: isHedged(text),
    ...(open === null ? {} : { open }),
  }
})
