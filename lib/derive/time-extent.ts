import edtf from 'edtf'

/** How finely a date is known. A `span` has two ends, each as fine as it is written. */
export type TimePrecision = 'instant' | 'day' | 'month' | 'year' | 'span'

/** From `start` to, but not including, `end`: ms since 1970, UTC. A calendar date without a zone is that day in UTC. */
export interface TimeExtent {
  start: number
  end: number
  precision: TimePrecision
  /** EDTF's `~`, `?` or `%` on either end. */
  approximate: boolean
}

const SECOND_MS = 1000

function precisionOf(text: string): TimePrecision {
  if (text.includes('/')) return 'span'
  if (text.includes('T')) return 'instant'
  const parts = text.replace(/[~?%]/g, '').split('-')
  if (parts.length >= 3 && parts[2] !== 'XX') return 'day'
  return parts.length >= 2 && parts[1] !== 'XX' ? 'month' : 'year'
}

/**
 * The stretch of time that a date of the schema's `edtfSchema` covers, at least one second long; an open end is taken to
 * be where the known one is. Throws an Error for text that is no such date.
 */
export function timeExtent(text: string): TimeExtent {
  const { min, max } = edtf(text)
  const known = [min, max].filter((moment) => Number.isFinite(moment))
  const [first] = known
  const last = known.at(-1)
  if (first === undefined || last === undefined) throw new Error(`no moment in ${text}`)
  // The package gives the last millisecond that is covered; whole seconds are as fine as records are.
  const end = Math.max(first + SECOND_MS, Math.ceil((last + 1) / SECOND_MS) * SECOND_MS)
  const precision = precisionOf(text)
  return {
    start: first,
    end: precision === 'instant' ? first + SECOND_MS : end,
    precision,
    approximate: /[~?%]/.test(text),
  }
}
