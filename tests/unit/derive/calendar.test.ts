import { describe, expect, it } from 'vitest'
import { startOfDay, wholeDays, writeDay, writeSecond } from '@/lib/derive/calendar'
import { daysInMonth } from '@/lib/schema/plain-dates'

const at = (text: string) => Date.parse(text)

describe('days of UTC', () => {
  it.each([
    ['within a day', '2022-09-26T13:45:10Z', '2022-09-26'],
    ['at its first moment', '2022-09-26T00:00:00Z', '2022-09-26'],
    ['before 1970', '1944-06-06T05:30:00Z', '1944-06-06'],
  ])('begin at midnight: a moment %s', (_, moment, day) => {
    expect(startOfDay(at(moment))).toBe(at(`${day}T00:00:00Z`))
    expect(writeDay(at(moment))).toBe(day)
  })

  it('are all that a span touches, and none that begins where it ends', () => {
    expect(wholeDays({ start: at('2022-09-26T10:00Z'), end: at('2022-09-27T10:00Z') })).toEqual({
      start: at('2022-09-26'),
      end: at('2022-09-28'),
    })
    const whole = { start: at('2022-09-26'), end: at('2022-09-28') }
    expect(wholeDays(whole)).toEqual(whole)
    // The last day of 1969 ends at 0, which is nowhere written as −0.
    expect(wholeDays({ start: at('1969-12-31T10:00Z'), end: at('1969-12-31T11:00Z') }).end).toBe(0)
  })

  it.each([
    [2022, 1, 28],
    [2024, 1, 29],
    [1900, 1, 28],
    [2000, 1, 29],
    [0, 1, 29],
    [4, 1, 29],
    [2022, 11, 31],
    // A month may lie in another year: month 13 of 2023 is February 2024.
    [2023, 13, 29],
    [2022, -11, 28],
  ])('of year %i, month %i (from 0): %i', (year, month, days) => {
    expect(daysInMonth(year, month)).toBe(days)
  })
})

it('a moment is written to the second, in UTC', () => {
  expect(writeSecond(at('2022-09-26T02:03:24.999+02:00'))).toBe('2022-09-26T00:03:24Z')
})
