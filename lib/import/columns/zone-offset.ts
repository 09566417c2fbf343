const known = new Map<string, Intl.DateTimeFormat | null>()

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const kept = known.get(zone)
  if (kept !== undefined) return kept
  let format: Intl.DateTimeFormat | null = null
  try {
    format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  } catch {
    // No zone of that name.
  }
  known.set(zone, format)
  return format
}

function offsetOf(format: Intl.DateTimeFormat, at: number): string {
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return /[+-]\d{2}:\d{2}/.exec(name)?.[0] ?? 'Z'
}

const minutesOf = (offset: string) => {
  const [, sign, hours = 0, minutes = 0] = /^([+-])(\d{2}):(\d{2})$/.exec(offset) ?? []
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
}

/** Whether a zone is an offset, as +02:00, or an IANA name that is known here. */
export function isZone(zone: string): boolean {
  return /^(Z|[+-]\d{2}:\d{2})$/.test(zone) || formatOf(zone) !== null
}

/** How far a zone's clocks were from UTC at a time that they showed, `2022-09-26T02:03`; null for a zone that is none. */
export function offsetAt(zone: string, local: string): string | null {
  if (/^(Z|[+-]\d{2}:\d{2})$/.test(zone)) return zone
  const format = formatOf(zone)
  const at = Date.parse(`${local}${local.length === 16 ? ':00' : ''}Z`)
  if (format === null || Number.isNaN(at)) return null
  const guess = offsetOf(format, at)
  return offsetOf(format, at - minutesOf(guess) * 60_000)
}
