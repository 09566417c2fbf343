import { writeDay } from '@/lib/derive/calendar'

const DAY_MS = 86_400_000
/** Days from the first of spreadsheets to 1970. */
const DAYS_TO_1970 = 25_569
const DAYS_FROM_1900_TO_1904 = 1462

/** Formats by number that are dates; the others are not, or are written out in the workbook (ECMA-376 §18.8.30). */
const builtIn: ReadonlyMap<number, string> = new Map([
  [14, 'd/m/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm'],
  [19, 'h:mm:ss'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'd/m/yyyy h:mm'],
  [45, 'mm:ss'],
  [46, 'h:mm:ss'],
  [47, 'mm:ss'],
])

/** What of a moment a number's format shows; null where it is no date's. */
export interface DateForm {
  day: boolean
  year: boolean
  time: boolean
}

/** Whether a number of this format is a date, and which parts of it are shown. */
export function dateForm(id: number, code: string | undefined): DateForm | null {
  const isAsian = (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
  const written = code ?? builtIn.get(id) ?? (isAsian ? 'd/m/yyyy' : undefined)
  if (written === undefined) return null
  // What is quoted, escaped or in brackets is no part of the date.
  const plain = written.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').toLowerCase()
  const form = { day: plain.includes('d'), year: /y|e/.test(plain), time: /h|s/.test(plain) }
  return /[ymdhs]/.test(plain) && !/[#0?](?!.*[ymd])/.test(plain.replace(/s\.0+/, 's')) ? form : null
}

const two = (number: number) => String(number).padStart(2, '0')

/**
 * A spreadsheet's number as a date in the parts that its format shows: `2022-09`, `2022-09-26`, `2022-09-26T02:03`, or a
 * time alone, `02:03`. Null for what no calendar has.
 */
export function serialDate(serial: number, form: DateForm, is1904: boolean): string | null {
  // The calendar of 1900 has a 29 February that there was not.
  const days = (is1904 ? serial + DAYS_FROM_1900_TO_1904 : serial < 60 ? serial + 1 : serial) - DAYS_TO_1970
  const at = Math.round((days * DAY_MS) / 1000) * 1000
  const date = new Date(at)
  if (Number.isNaN(date.getTime()) || serial < 0) return null
  const seconds = date.getUTCSeconds()
  const clock = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}${seconds === 0 ? '' : `:${two(seconds)}`}`
  if (!form.year && form.time) return clock
  const day = writeDay(at)
  if (form.time) return `${day}T${clock}`
  return form.day ? day : day.slice(0, -'-00'.length)
}
