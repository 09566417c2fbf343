import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTimeWindow, timeLimits, writeTimeWindow } from '@/lib/url/time-window'

const at = Date.parse

describe('readTimeWindow', () => {
  it.each([
    ['2022-09-26/2022-09-30', '2022-09-26', '2022-10-01'],
    ['2022-09-26/2022-09-26', '2022-09-26', '2022-09-27'],
    ['2022-09-26T02:03/2022-09-26T05:00', '2022-09-26T02:03Z', '2022-09-26T05:00Z'],
    ['2022-09-26T02:03:24+02:00/2022-09-27', '2022-09-26T00:03:24Z', '2022-09-28'],
    ['2022-09-26T02:03:24 02:00/2022-09-27', '2022-09-26T00:03:24Z', '2022-09-28'],
    ['2022-09-25T20:00-04:00/2022-09-26T02:00Z', '2022-09-26T00:00Z', '2022-09-26T02:00Z'],
    ['2022-09/2022-10', '2022-09-01', '2022-11-01'],
    ['2014/2022', '2014-01-01', '2023-01-01'],
    ['2014/2022-09-26', '2014-01-01', '2022-09-27'],
    ['2022-09-26/P2D', '2022-09-26', '2022-09-28'],
    ['2022-09-26T02:00Z/PT1H30M', '2022-09-26T02:00Z', '2022-09-26T03:30Z'],
    ['P1W/2022-09-30', '2022-09-24', '2022-10-01'],
    ['2022-01-31/P1M', '2022-01-31', '2022-02-28'],
    ['2024-02-29/P1Y', '2024-02-29', '2025-02-28'],
    ['2022/P1Y2M3DT4H5M6S', '2022-01-01', '2023-03-04T04:05:06Z'],
    ['2024-02-29/2024-02-29', '2024-02-29', '2024-03-01'],
    ['1799-06-01/9999-12-31', '1799-06-01', '+010000-01-01'],
    ['-0043-03-15/0099', '-000043-03-15', '0100-01-01'],
    ['0000/0000', '0000-01-01', '0001-01-01'],
    ['0050-01-31/P1M', '0050-01-31', '0050-02-28'],
    ['Y-50000/+012345-06-01', '-050000-01-01', '+012345-06-02'],
  ])('reads %s', (text, start, end) => {
    expect(readTimeWindow(text)).toEqual({ start: at(start), end: at(end) })
  })

  it.each([
    ['nothing', null],
    ['a day that is none', '2022-02-30/2022-03-02'],
    ['an end that is none', '2022-02-01/2022-02-29'],
    ['a month that is none', '2022-13/2022-14'],
    ['an hour that is none', '2022-09-26T25:00Z/2022-09-27'],
    ['an offset that is none', '2022-09-26T02:00+99:00/2022-09-27'],
    ['a reversed one', '2022-09-30/2022-09-26'],
    ['an empty one', '2022-09-26T02:00Z/2022-09-26T02:00Z'],
    ['no length', '2022-09-26/PT0S'],
    ['a duration without a number', '2022-09-26/P'],
    ['a time without a number', '2022-09-26/P1DT'],
    ['two durations', 'P1D/P1D'],
    ['one end', '2022-09-26'],
    ['three', '2022-09-26/2022-09-27/2022-09-28'],
    ['an open end', '2022-09-26/..'],
    ['before any clock', '-271822-01-01/2022-09-26'],
    ['after any clock', '2022-09-26/Y275761'],
  ])('is null for %s', (_, text) => {
    expect(readTimeWindow(text)).toBeNull()
  })

  it('never throws, and never leaves the limits', () => {
    const part = fc.stringMatching(/^[0-9PTZYMDWHS:+-]{0,20}$/)
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.tuple(part, part).map((ends) => ends.join('/')),
        ),
        (text) => {
          const window = readTimeWindow(text)
          if (window === null) return
          expect(window.start).toBeLessThan(window.end)
          expect(window.start).toBeGreaterThanOrEqual(timeLimits.min)
          expect(window.end).toBeLessThanOrEqual(timeLimits.max)
        },
      ),
    )
  })

  it('reads what was written, to the second, and writes whole days without a clock', () => {
    const second = fc
      .oneof(
        fc.integer({ min: Date.UTC(1800, 0) / 1000, max: Date.UTC(2200, 0) / 1000 }),
        fc.integer({ min: -8e12, max: 8e12 }),
      )
      .map((number) => number * 1000)
    const day = second.map((ms) => Math.floor(ms / 86_400_000) * 86_400_000)
    const window = fc.oneof(fc.tuple(second, second), fc.tuple(day, day)).filter(([one, other]) => one !== other)
    fc.assert(
      fc.property(window, (ends) => {
        const [start = 0, end = 0] = ends.toSorted((a, b) => a - b)
        const text = writeTimeWindow({ start, end })
        expect(readTimeWindow(text)).toEqual({ start, end })
        expect(text.includes('T')).toBe(start % 86_400_000 !== 0 || end % 86_400_000 !== 0)
      }),
    )
  })
})
