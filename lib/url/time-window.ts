import type { TimeWindow } from '@/lib/derive/record-filter'

const DAY_MS = 86_400_000
const SECOND_MS = 1000
/** Years that an address may name: no case is older, and no clock of a browser breaks within. */
export const timeLimits = { min: Date.UTC(1800, 0, 1), max: Date.UTC(2200, 0, 1) } as const

const momentPattern = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?$/

/** First moment of a text, and the first after it: a date alone lasts a day, and is one of UTC. */
function readMoment(text: string): [number, number] | null {
  if (!momentPattern.test(text)) return null
  const isDay = !text.includes('T')
  const zoned = isDay || /Z$|[+-]\d{2}:\d{2}$/.test(text) ? text : `${text}Z`
  const at = Date.parse(zoned)
  if (Number.isNaN(at) || at < timeLimits.min || at > timeLimits.max) return null
  return [at, isDay ? at + DAY_MS : at]
}

/** Reads `<start>/<end>`, ISO 8601, each a date or a moment; an end that is a date is included. Null for anything else. */
export function readTimeWindow(text: string | null): TimeWindow | null {
  // In a query a plus sign stands for a space.
  const [startText, endText, ...rest] = (text ?? '').replaceAll(' ', '+').split('/')
  if (startText === undefined || endText === undefined || rest.length > 0) return null
  const start = readMoment(startText)
  const end = readMoment(endText)
  if (start === null || end === null || start[0] >= end[1]) return null
  return { start: start[0], end: end[1] }
}

function writeMoment(at: number, isEnd: boolean): string {
  if (at % DAY_MS === 0) return new Date(isEnd ? at - DAY_MS : at).toISOString().slice(0, 10)
  const text = new Date(at).toISOString()
  return at % 60_000 === 0 ? `${text.slice(0, 16)}Z` : `${text.slice(0, 19)}Z`
}

/** Writes a window as `readTimeWindow` reads it, to the second, the shorter way where whole days allow it. */
export function writeTimeWindow({ start, end }: TimeWindow): string {
  const whole = (at: number) => Math.round(at / SECOND_MS) * SECOND_MS
  return `${writeMoment(whole(start), false)}/${writeMoment(whole(end), true)}`
}
