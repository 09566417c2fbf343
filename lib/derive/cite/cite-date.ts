/** A date in CSL-JSON: one date or the two ends of a range; `circa` for what is approximate or uncertain. */
export interface CslDate {
  'date-parts'?: number[][]
  circa?: true
  /** As written, where parts cannot say it. */
  literal?: string
}

const pointPattern = /^(\d{4})(?:-(\d{2}|XX)(?:-(\d{2}|XX)(?:T.*)?)?)?$/

/** Year, month and day as far as they are known; null for what has no plain year, and for seasons, which are no months. */
function readParts(text: string): number[] | null {
  const [, year, month, day] = pointPattern.exec(text.replace(/[~?%]/g, '')) ?? []
  if (year === undefined) return null
  if (month === undefined || month === 'XX') return [Number(year)]
  if (Number(month) < 1 || Number(month) > 12) return null
  if (day === undefined || day === 'XX') return [Number(year), Number(month)]
  return [Number(year), Number(month), Number(day)]
}

/**
 * An EDTF date for a citation. CSL knows no hour and no open end: the day stands for a moment, and what parts cannot say
 * is kept as it is written. A moment with a zone is on the day of that zone's clocks.
 */
export function citeDate(edtf: string): CslDate {
  const ends = edtf.split('/').map(readParts)
  const parts = ends.filter((end) => end !== null)
  if (parts.length !== ends.length) return { literal: edtf }
  return { 'date-parts': parts, ...(/[~?%]/.test(edtf) ? { circa: true } : {}) }
}

/** First moment of the last day, month or year that a date names, as `xsd:dateTime` in UTC; null where it names no year. */
export function lastMoment(edtf: string): string | null {
  const last = citeDate(edtf)['date-parts']?.at(-1)
  if (last === undefined) return null
  const [year = 0, month = 1, day = 1] = last
  return `${new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 19)}Z`
}
