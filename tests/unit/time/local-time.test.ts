import { describe, expect, it } from 'vitest'
import { clockTime, offsetName, timePrecision, zoneCity } from '@/lib/derive/local-time'
import { readDateParts } from '@/lib/schema/plain-dates'

describe('how far a clock is from UTC', () => {
  it.each([
    ['+02:00', 'UTC+2'],
    ['GMT+02:00', 'UTC+2'],
    ['-11:00', 'UTC−11'],
    ['+05:30', 'UTC+5:30'],
    ['+0530', 'UTC+5:30'],
    ['-00:30', 'UTC−0:30'],
    ['+02', 'UTC+2'],
    ['+00:00', 'UTC'],
    ['-00', 'UTC'],
    ['GMT', 'UTC'],
    ['Z', 'UTC'],
    ['', 'UTC'],
    ['at +02:00', 'UTC'],
    ['GMT+00:53:28', 'UTC+0:53:28'],
    ['GMT-00:00:36', 'UTC−0:00:36'],
  ])('is said of %j: %s', (offset, name) => {
    expect(offsetName(offset)).toBe(name)
  })
})

describe('a moment by the clock of a place', () => {
  const at = Date.parse('2022-09-26T00:03:24Z')

  it('is that of its zone then', () => {
    expect(clockTime(at, 'Europe/Berlin', 'en-GB')).toEqual({
      date: '26 September 2022',
      time: '02:03:24',
      offset: 'UTC+2',
    })
    expect(clockTime(at, 'UTC', 'en-GB')).toMatchObject({ time: '00:03:24', offset: 'UTC' })
  })

  it('is of the era that the year is in', () => {
    const ides = new Date('-000043-03-15T12:00Z').getTime()
    expect(clockTime(ides, 'UTC', 'en-GB')).toMatchObject({ date: '15 March 44 BCE', time: '12:00:00' })
  })

  it('is none in a zone that nobody knows', () => {
    expect(clockTime(at, 'Nowhere/Town', 'en-GB')).toBeNull()
  })

  it.each([
    ['America/New_York', 'New York'],
    ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
    ['UTC', 'UTC'],
  ])('is named after the city of %s', (zone, city) => {
    expect(zoneCity(zone)).toBe(city)
  })
})

describe('how finely a date is written', () => {
  it.each([
    ['2022', 'year'],
    ['-0044', 'year'],
    ['Y-50000', 'year'],
    ['18', 'span'],
    ['2022~', 'year'],
    ['2022-XX', 'year'],
    ['2022-XX-XX', 'year'],
    ['2022-09', 'month'],
    ['-0044-03', 'month'],
    ['2022-09-XX', 'month'],
    ['2022-XX-26', 'span'],
    ['2022-09-26', 'day'],
    ['-0044-03-15', 'day'],
    ['?2022-09-26', 'day'],
    ['2022-09-26T02:03Z', 'minute'],
    ['2022-09-26T02:03+02:00', 'minute'],
    ['2022-09-26T02:03:24Z', 'instant'],
    ['201X', 'span'],
    ['2021/2022', 'span'],
  ])('%s is known to the %s', (date, precision) => {
    expect(timePrecision(date)).toBe(precision)
  })
})

describe('the parts of a date', () => {
  it.each([
    ['2022', { year: '2022' }],
    ['201X', { year: '201X' }],
    ['2022-09~', { year: '2022', month: '09' }],
    ['2022-XX', { year: '2022' }],
    ['2022-XX-26', { year: '2022', month: 'XX', day: '26' }],
    ['2022-09-XX', { year: '2022', month: '09' }],
    ['2022-12-26', { year: '2022', month: '12', day: '26' }],
    ['2022-01-26T02:03Z', { year: '2022', month: '01', day: '26', time: '02:03', zone: 'Z' }],
    ['2022-09-26T02:03:24.5+02:00', { year: '2022', month: '09', day: '26', time: '02:03:24', zone: '+02:00' }],
    ['2022-09-26T02:03', { year: '2022', month: '09', day: '26', time: '02:03' }],
  ])('are what %s gives', (date, parts) => {
    expect(readDateParts(date)).toEqual(parts)
  })

  it.each(['..', '', '2022-21', '2022-13', '2022-00', '2022-09-26T02', 'in 2022'])('are none of %j', (date) => {
    expect(readDateParts(date)).toBeNull()
  })
})
