import { isOpenEnd, pointExtent } from '@/lib/schema/plain-dates'
import { remember } from '@/lib/schema/remember'
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
  const open = text.includes('/') ? (isOpenEnd(from) ? 'start' : isOpenEnd(to) ? 'end' : null) : null
  const [first, last] = [pointExtent(open === 'start' ? to : from), pointExtent(open === 'end' ? from : to)]
  if (first === null || last === null) throw new Error(`no moment in ${text}`)
  return {
    start: first.start,
    end: last.end,
    precision: timePrecision(text),
    approximate: isHedged(text),
    ...(open === null ? {} : { open }),
  }
})
