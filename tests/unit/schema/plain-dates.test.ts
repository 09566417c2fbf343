import { describe, expect, it } from 'vitest'
import { isOpenEnd, pointExtent, readDateParts, stripHedges, utcTime, yearRange } from '@/lib/schema/plain-dates'

const at = (text: string) => Date.parse(text)

describe('the parts of a date', () => {
  it.each([
    ['2022', { year: '2022' }],
    ['2022-09', { year: '2022', month: '09' }],
    ['2022-09-26', { year: '2022', month: '09', day: '26' }],
    ['-0043-03-15', { year: '-0043', month: '03', day: '15' }],
    ['2022-09-26T02:03Z', { year: '2022', month: '09', day: '26', time: '02:03', zone: 'Z' }],
    ['2022-09-26T02:03:24+02:00', { year: '2022', month: '09', day: '26', time: '02:03:24', zone: '+02:00' }],
    ['2022-09-26T02:03:24-0530', { year: '2022', month: '09', day: '26', time: '02:03:24', zone: '-0530' }],
    ['2022-09-26T02:03:24.125Z', { year: '2022', month: '09', day: '26', time: '02:03:24', zone: 'Z' }],
    ['Y12345', { year: '12345' }],
    ['Y-50000', { year: '-50000' }],
  ])('of %s are as they are written', (text, parts) => {
    expect(readDateParts(text)).toEqual(parts)
  })

  it.each([
    ['18', '18XX'],
    ['-05', '-05XX'],
    ['201', '201X'],
    ['201X', '201X'],
  ])('of %s, a century or a decade, are a year with open digits', (text, year) => {
    expect(readDateParts(text)).toEqual({ year })
  })

  it('leave out what is open altogether, but not a month of which the day is known', () => {
    expect(readDateParts('2022-XX-XX')).toEqual({ year: '2022' })
    expect(readDateParts('2022-XX')).toEqual({ year: '2022' })
    expect(readDateParts('2022-09-XX')).toEqual({ year: '2022', month: '09' })
    expect(readDateParts('2022-XX-12')).toEqual({ year: '2022', month: 'XX', day: '12' })
    expect(readDateParts('2022-0X-05')).toEqual({ year: '2022', month: '0X', day: '05' })
  })

  it('say nothing of how certain they are', () => {
    expect(readDateParts('2022-09-26~')).toEqual({ year: '2022', month: '09', day: '26' })
    expect(readDateParts('1950S2')).toEqual({ year: '1950' })
    expect(['2022?', '%2022-09', '2022-09~', '1950S12', '2022'].map(stripHedges)).toEqual([
      '2022',
      '2022-09',
      '2022-09',
      '1950',
      '2022',
    ])
  })

  it.each(['', '..', '2022-21', '2022-41', '2022-00', '2022-13', '2022-2X', '20-05', '201-05', '12345', 'Y2022', '1'])(
    'of %j are none: it is no one time, or no year',
    (text) => {
      expect(readDateParts(text)).toBeNull()
    },
  )

  it.each(['x2022', '2022x', '2022-09-26T02', '2022-9', '2022-09-26 02:03', '2022-09-26T02:03Zulu', '2022-09T02:03Z'])(
    'of %j are none: it has more, or less, than a date',
    (text) => {
      expect(readDateParts(text)).toBeNull()
    },
  )
})

describe('the years that a year with open digits may be', () => {
  it.each([
    ['2022', 2022, 2022],
    ['201X', 2010, 2019],
    ['18XX', 1800, 1899],
    ['20X5', 2005, 2095],
    ['-005X', -59, -50],
    ['0000', 0, 0],
  ])('%s: from %i to %i', (year, first, last) => {
    expect(yearRange({ year })).toEqual([first, last])
  })
})

describe('from when to when a date is', () => {
  it.each([
    ['2022-02', '2022-02-01', '2022-03-01'],
    ['2024-02-XX', '2024-02-01', '2024-03-01'],
    ['2022-02-2X', '2022-02-20', '2022-03-01'],
    ['2022-1X', '2022-10-01', '2023-01-01'],
    // The 31st is not in every month: the first is in January, the last in December.
    ['2022-XX-31', '2022-01-31', '2023-01-01'],
    // Only in a leap year has February a 29th.
    ['202X-02-29', '2020-02-29', '2028-03-01'],
    ['2022-09-26T24:00Z', '2022-09-27', '2022-09-27T00:01Z'],
    ['2022-09-26T02:03:59Z', '2022-09-26T02:03:59Z', '2022-09-26T02:04:00Z'],
    ['2022-09-26T02:03-05:30', '2022-09-26T07:33Z', '2022-09-26T07:34Z'],
    ['2022-09-26T02:03+0530', '2022-09-25T20:33Z', '2022-09-25T20:34Z'],
    ['2022-09-26T23:59:59+23:59', '2022-09-26T00:00:59Z', '2022-09-26T00:01:00Z'],
    // Without a zone it is taken for UTC.
    ['2022-09-26T02:03', '2022-09-26T02:03Z', '2022-09-26T02:04Z'],
  ])('%s is all that it may be, and no more', (text, start, end) => {
    expect(pointExtent(text)).toEqual({ start: at(start), end: at(end) })
  })

  it('is not of the twentieth century where the year is below 100', () => {
    expect(pointExtent('0044')).toEqual({ start: at('0044-01-01'), end: at('0045-01-01') })
    expect(new Date(utcTime(-43, 2, 15)).toISOString()).toBe('-000043-03-15T00:00:00.000Z')
  })

  it.each([
    ['2022-02-29', 'a day that the month has not'],
    ['2022-02-30', 'a day that no February has'],
    ['2022-04-31', 'a day that the month has not'],
    ['2022-09-00', 'no day'],
    ['2022-02-3X', 'a day that the month has not, whichever digit is meant'],
    ['2022-09-26T24:01Z', 'past the end of the day'],
    ['2022-09-26T24:00:01Z', 'past the end of the day'],
    ['2022-09-26T25:00Z', 'no hour'],
    ['2022-09-26T02:60Z', 'no minute'],
    ['2022-09-26T02:03:60Z', 'no second'],
    ['2022-09-26T02:03+24:00', 'no zone'],
    ['2022-09-26T02:03-05:60', 'no zone'],
    ['Y275761', 'beyond the last moment that a computer counts'],
    ['Y-271822', 'before the first one'],
    ['2022-21', 'a season'],
    ['..', 'open'],
  ])('%s is nowhere: it is %s', (text) => {
    expect(pointExtent(text)).toBeNull()
  })
})

it('an end of an interval is open where nothing is written, or two dots', () => {
  expect(['', '..', '.', '2022', '...'].map(isOpenEnd)).toEqual([true, true, false, false, false])
})
