const POINT = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?$/

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(2000, month, 0)).getUTCDate() - (month === 2 && !isLeap(year) ? 1 : 0)
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function isPoint(text: string): boolean {
  const [, year, month, day] = POINT.exec(text)?.map(Number) ?? []
  if (year === undefined) return false
  if (month === undefined || Number.isNaN(month)) return true
  if (month < 1 || month > 12) return false
  return day === undefined || Number.isNaN(day) || (day >= 1 && day <= daysIn(year, month))
}

/** The first day of a year, month or day. */
function firstDay(point: string): string {
  return `${point.replace(/[?~%]$/, '')}-01-01`.slice(0, 'yyyy-mm-dd'.length)
}

/**
 * Whether a text is a date that a person would type: a year, month or day, perhaps uncertain (`?`), approximate (`~`) or
 * both (`%`), or two of them with a slash between, the first beginning earlier. The part of EDTF that a form needs; its
 * library stays on the server.
 */
export function isPlainDate(text: string): boolean {
  const [start = '', end, ...rest] = text.split('/')
  if (rest.length > 0 || !isPoint(start)) return false
  return end === undefined || (isPoint(end) && firstDay(start) < firstDay(end))
}
