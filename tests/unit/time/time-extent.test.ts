import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timeExtent } from '@/lib/derive/time-extent'
import { edtfSchema } from '@/lib/schema/edtf-date'

const at = Date.parse
const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** Days of the years 1900 to 2100 as "yyyy-mm-dd". */
const day = fc
  .integer({ min: Date.UTC(1900, 0) / DAY_MS, max: Date.UTC(2100, 0) / DAY_MS })
  .map((days) => new Date(days * DAY_MS).toISOString().slice(0, 'yyyy-mm-dd'.length))
/** Two of them, the earlier first: an interval has two ends that differ. */
const span = fc
  .tuple(day, day)
  .filter(([one, other]) => one !== other)
  .map((ends) => ends.toSorted())
const two = (max: number) => fc.integer({ min: 0, max }).map((number) => String(number).padStart(2, '0'))
const clock = fc.tuple(two(23), two(59)).map((parts) => parts.join(':'))
const offset = fc.oneof(
  fc.constant('Z'),
  fc.tuple(two(13), fc.constantFrom('00', '30')).map((parts) => `+${parts.join(':')}`),
  fc.integer({ min: 1, max: 11 }).map((hours) => `-${String(hours).padStart(2, '0')}:30`),
)

describe('timeExtent', () => {
  it.each([
    ['2014', 'year', '2014-01-01', '2015-01-01'],
    ['2022-09', 'month', '2022-09-01', '2022-10-01'],
    ['2022-XX-XX', 'year', '2022-01-01', '2023-01-01'],
    ['201X', 'span', '2010-01-01', '2020-01-01'],
    ['2022-09-26', 'day', '2022-09-26', '2022-09-27'],
    ['2022-09-26T02:00+02:00', 'minute', '2022-09-26T00:00Z', '2022-09-26T00:01Z'],
    ['2022-09-26T02:03:24+02:00', 'instant', '2022-09-26T00:03:24Z', '2022-09-26T00:03:25Z'],
    ['2022-09/2022-10-02', 'span', '2022-09-01', '2022-10-03'],
    ['2022-09-26T02:00Z/2022-09-26T05:00Z', 'span', '2022-09-26T02:00Z', '2022-09-26T05:01Z'],
  ])('%s is known to the %s', (date, precision, start, end) => {
    expect(timeExtent(date)).toEqual({ precision, start: at(start), end: at(end), approximate: false })
  })

  it.each([
    ['2022-09-26/..', 'end', '2022-09-26', '2022-09-27'],
    ['2022-09-26/', 'end', '2022-09-26', '2022-09-27'],
    ['../2022-09-26', 'start', '2022-09-26', '2022-09-27'],
    ['../2022-09', 'start', '2022-09-01', '2022-10-01'],
    ['2022-09-26T02:00Z/..', 'end', '2022-09-26T02:00Z', '2022-09-26T02:01Z'],
    ['2022-09-26T02:00:05Z/..', 'end', '2022-09-26T02:00:05Z', '2022-09-26T02:00:06Z'],
    ['../2022-09-26T02:00Z', 'start', '2022-09-26T02:00Z', '2022-09-26T02:01Z'],
  ])('%s is open and has the whole of the end that is known', (date, open, start, end) => {
    expect(timeExtent(date)).toMatchObject({ open, precision: 'span', start: at(start), end: at(end) })
  })

  it('knows no moment of what is none', () => {
    expect(() => timeExtent('../..')).toThrow()
  })

  it('has a time of a clock in its zone, a minute or a second long', () => {
    fc.assert(
      fc.property(day, clock, fc.option(two(59)), offset, (date, minutes, seconds, zone) => {
        const text = `${date}T${minutes}${seconds === null ? '' : `:${seconds}`}${zone}`
        expect(edtfSchema.safeParse(text).success).toBe(true)
        const { start, end, precision } = timeExtent(text)
        expect(start).toBe(at(text))
        expect([precision, end - start]).toEqual(seconds === null ? ['minute', MINUTE_MS] : ['instant', 1000])
      }),
    )
  })

  it('has a day in UTC, and a span from its first day to its last', () => {
    fc.assert(
      fc.property(day, span, (one, [first = one, last = one]) => {
        expect(timeExtent(one)).toMatchObject({ precision: 'day', start: at(one), end: at(one) + DAY_MS })
        expect(timeExtent(`${first}/${last}`)).toMatchObject({ start: at(first), end: at(last) + DAY_MS })
      }),
    )
  })

  it('is approximate wherever a tilde or a question mark stands, and no other time for it', () => {
    fc.assert(
      fc.property(day, span, fc.constantFrom('~', '?', '%'), fc.constantFrom(0, 1), (one, ends, hedge, where) => {
        const hedged = ends.map((end, index) => (index === where ? `${end}${hedge}` : end)).join('/')
        expect(timeExtent(hedged)).toEqual({ ...timeExtent(ends.join('/')), approximate: true })
        expect(timeExtent(`${one}${hedge}`)).toEqual({ ...timeExtent(one), approximate: true })
      }),
    )
  })
})
