import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DateRules, parseDate } from '@/lib/import/columns/parse-date'
import { findDecimalMark, parseNumber } from '@/lib/import/columns/parse-number'
import { isLngFirst, parseCoordinate, parsePosition, positionForm } from '@/lib/import/columns/parse-position'
import { offsetAt } from '@/lib/import/columns/zone-offset'
import { placePropertyNames, propertyName } from '@/lib/import/convert/property-names'
import { edtfSchema } from '@/lib/schema/edtf-date'
import { nearKey } from '@/lib/schema/nearest'
import { placeKeys } from '@/lib/schema/place'

const heldIn = (outcome: { value: unknown } | { reason: string }) =>
  'value' in outcome ? outcome.value : outcome.reason

describe('a position', () => {
  it.each([
    ['47.8388, 35.1396', [35.1396, 47.8388]],
    ['(47.8388; 35.1396)', [35.1396, 47.8388]],
    ['47,8388, 35,1396', [35.1396, 47.8388]],
    ['47.8388 -35.1396', [-35.1396, 47.8388]],
    ['47.8388N 35.1396W', [-35.1396, 47.8388]],
    ['POINT(35.1396 47.8388)', [35.1396, 47.8388]],
    ['8FVC9G8F+6X', [8.5249375, 47.3655625]],
    ['geo:47.8388,35.1396', [35.1396, 47.8388]],
    ['lat: 47.8388, lon: 35.1396', [35.1396, 47.8388]],
    ['https://www.google.com/maps/@47.8388,35.1396,12z', [35.1396, 47.8388]],
    ['https://www.openstreetmap.org/?mlat=47.8388&mlon=35.1396#map=12/1/2', [35.1396, 47.8388]],
    ['E 35.1396 N 47.8388', [35.1396, 47.8388]],
    ['٤٧.٨٣٨٨, ٣٥.١٣٩٦', [35.1396, 47.8388]],
    ['4.78388E+01; 3.51396E+01', [35.1396, 47.8388]],
    ['4.78388e1, 3.51396e1', [35.1396, 47.8388]],
  ])('as %s is read', (text, expected) => {
    expect(heldIn(parsePosition(text, '.'))).toEqual(expected)
    expect(positionForm(text)).not.toBeNull()
  })

  it.each([
    ['47°50′20″N 35°08′23″E', 47.838889, 35.139722],
    [`47° 50' 20" N, 35° 08' 23" E`, 47.838889, 35.139722],
    ['N47 50 20 E35 08 23', 47.838889, 35.139722],
    [`47°50.333'S, 35°8.383'W`, -47.838883, -35.139717],
    ['502700N 0303124E', 50.45, 30.5233],
    ['50-27-00N, 030-31-24E', 50.45, 30.5233],
    ['33.9 South, 18.4 East', -33.9, 18.4],
    // The same point by PROJ.
    ['36U 324567 5587654', 50.414692, 30.530664],
    ['33UXP0500444998', 48.2498, 16.4145],
    ['33U XP 05004 44998', 48.2498, 16.4145],
  ])('as %s is read in degrees', (text, lat, lng) => {
    const at = heldIn(parsePosition(text, '.'))
    if (!Array.isArray(at)) throw new Error(String(at))
    expect(at[1]).toBeCloseTo(lat, 3)
    expect(at[0]).toBeCloseTo(lng, 3)
  })

  it.each([
    ['95', 'lat', 'latitude and longitude are swapped, perhaps'],
    ['5312345.5', 'lat', 'these are metres of a projection'],
    ['35°08′E', 'lat', 'its letter is that of a longitude'],
    ['47°70′N', 'lat', '60 minutes or seconds'],
    ['about 47', 'lat', 'write it as 47.8388'],
  ] as const)('%s is told what is right', (text, axis, reason) => {
    expect(heldIn(parseCoordinate(text, axis, '.'))).toContain(reason)
  })

  it('has its longitude first where the column says so, and no letter says otherwise', () => {
    expect(['lon/lat', 'X, Y', 'Coordinates (long lat)'].map(isLngFirst)).toEqual([true, true, true])
    expect(['lat/lon', 'location', 'exactly'].map(isLngFirst)).toEqual([false, false, false])
    expect(heldIn(parsePosition('139.7, 35.6', '.', true))).toEqual([139.7, 35.6])
    expect(heldIn(parsePosition('35.6N 139.7E', '.', true))).toEqual([139.7, 35.6])
    expect(heldIn(parsePosition('139.7\u00a035.6', '.', true))).toEqual([139.7, 35.6])
  })

  it.each(['https://www.google.com/maps/@47.8123,35.1123,15z', 'geo:47.8123,35.1123', 'lat: 47.8123, lon: 35.1123'])(
    'that says its own order has it, whatever the column says: %s',
    (text) => {
      expect(heldIn(parsePosition(text, '.', true))).toEqual([35.1123, 47.8123])
    },
  )

  it.each([
    ['36S 324567 7187654', 'S is from 32° N to 40° N, and the northing is that of 64.77° N; for the southern half'],
    ['36T 324567 5587654', 'T is from 40° N to 48° N'],
    ['36M 324567 5587654', 'M is from 8° S to 0°'],
  ])('of UTM that lies outside its band is refused: %s', (text, reason) => {
    expect(heldIn(parsePosition(text, '.'))).toContain(reason)
  })

  it('of UTM may have N for the north', () => {
    expect(heldIn(parsePosition('36N 324567 5587654', '.'))).toEqual(heldIn(parsePosition('36U 324567 5587654', '.')))
  })

  it('is none of any length, at once', () => {
    const started = performance.now()
    for (const unit of ['lat ', '12 ', '1N ', '(', 'POINT('])
      expect(parsePosition(`lat${unit.repeat(300_000)}`, '.')).toHaveProperty('reason')
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => void parsePosition(text, ',')))
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9NSEW°'" .,+-]{0,80}$/), (text) => void parseCoordinate(text, 'lng', '.')),
    )
  })

  it('in decimals comes back as it was', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -90, max: 90, noNaN: true }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        (lat, lng) => {
          const text = `${lat.toFixed(6)}, ${lng.toFixed(6)}`
          expect(heldIn(parsePosition(text, '.'))).toEqual([Number(lng.toFixed(6)), Number(lat.toFixed(6))])
        },
      ),
    )
  })
})

const rules: DateRules = { order: null, zone: null }
const edtfOf = (cell: string | number, more: Partial<DateRules> = {}) => {
  const outcome = parseDate(cell, { ...rules, ...more })
  return 'value' in outcome ? outcome.value.edtf : outcome.reason
}

describe('a date', () => {
  it.each([
    ['2022-09-26', '2022-09-26'],
    ['2022-09', '2022-09'],
    ['2022', '2022'],
    [2022, '2022'],
    ['2022/9/6', '2022-09-06'],
    ['26.09.2022', '2022-09-26'],
    ['26/09/2022', '2022-09-26'],
    ['09/26/2022', '2022-09-26'],
    ['26 September 2022', '2022-09-26'],
    ['Monday, 26th of September 2022', '2022-09-26'],
    ['Sept. 26, 2022', '2022-09-26'],
    ['Sep 2022', '2022-09'],
    ['26 вересня 2022 р.', '2022-09-26'],
    ['26. Oktober 2022', '2022-10-26'],
    ['1er mars 2022', '2022-03-01'],
    ['Friday, March 25, 2022', '2022-03-25'],
    ['2022年3月1日', '2022-03-01'],
    ['2022年3月', '2022-03'],
    ['2022년 3월 1일', '2022-03-01'],
    ['20220325T1405+0200', '2022-03-25T14:05+02:00'],
    ['١ مارس ٢٠٢٢', '2022-03-01'],
    ['01MAR2022', '2022-03-01'],
    ['20220325T140533Z', '2022-03-25T14:05:33Z'],
    ['Mar 25, 2022 at 5:30 PM EDT', '2022-03-25T17:30-04:00'],
    ['25 Mar 2022 14:05 CET', '2022-03-25T14:05+01:00'],
    ['Tue Mar 01 2022 10:00:00 GMT+0200 (Eastern European Standard Time)', '2022-03-01T10:00:00+02:00'],
    ['circa 1914', '1914~'],
    ['ca. March 2022', '2022-03~'],
    ['1914–18', '1914/1918'],
    ['1914-1918', '1914/1918'],
    ['1910s', '191X'],
    ['19th century', '18XX'],
    ['44 BC', '-0043'],
    ['before 1920', '../1919'],
    ['since 1920', '1920/..'],
    ['1–3 March 2022', '2022-03-01/2022-03-03'],
    ['March 1–3, 2022', '2022-03-01/2022-03-03'],
    ['28 Feb - 3 Mar 2022', '2022-02-28/2022-03-03'],
    ['vom 1. bis 3. März 2022', '2022-03-01/2022-03-03'],
    ['2022-03-01..2022-03-03', '2022-03-01/2022-03-03'],
    ['21.03.2022-23.03.2022', '2022-03-21/2022-03-23'],
    ['09/2022', '2022-09'],
    ['20220926', '2022-09-26'],
    [44830, '2022-09-26'],
    [1664150604000, '2022-09-26T00:03:24Z'],
    [1664150604, '2022-09-26T00:03:24Z'],
    ['2022-09-26T02:03:24+02:00', '2022-09-26T02:03:24+02:00'],
    ['2022-09-26 02:03 +0200', '2022-09-26T02:03+02:00'],
    ['Mon, 26 Sep 2022 00:03:24 GMT', '2022-09-26T00:03:24Z'],
    ['Sep 26, 2022, 2:03 PM UTC', '2022-09-26T14:03Z'],
    ['Q3 2022', '2022-07/2022-09'],
    ['c. 2014', '2014~'],
    ['2014?', '2014?'],
    ['-0043', '-0043'],
    ['201X', '201X'],
    ['2022-09-21/2022-10-04', '2022-09-21/2022-10-04'],
    ['21 September 2022 – 4 October 2022', '2022-09-21/2022-10-04'],
    ['2022-09-26/..', '2022-09-26/..'],
  ])('as %s is %s', (cell, edtf) => {
    expect(edtfOf(cell)).toBe(edtf)
    if (!edtf.startsWith('is')) expect(edtfSchema.safeParse(edtf).error).toBeUndefined()
  })

  it.each([
    ['31.02.2022', 'month 2 of 2022 has 28 days'],
    ['2022-13-01', 'has a month 13'],
    ['26.09.22', 'has a year of two digits'],
    ['03/04/2022', 'say which its column has'],
    ['1/3/2022 – 5/3/2022', 'say which its column has'],
    ['2022-09-26T10:00:00+25:00', 'has a time that no clock shows'],
    ['1914 or 1915', 'is no date: write it as'],
    ['1914–', 'is no date: write it as'],
    ['3 to 1 March 2022', 'ends before it begins'],
    ['2022-09-26 25:00', 'has a time that no clock shows'],
    ['yesterday', 'is no date: write it as'],
    ['26 September', 'says no year'],
  ])('as %s is told what is right', (cell, reason) => {
    expect(edtfOf(cell)).toContain(reason)
  })

  it('leaves the time out where a zone’s short name stands for several', () => {
    expect(parseDate('2022-09-26 02:03 IST', rules)).toEqual({ value: { edtf: '2022-09-26', lostTime: true } })
  })

  it('does so whatever zone its column has, but words for hours are no zone', () => {
    const inZone = { ...rules, zone: '+03:00' }
    expect(parseDate('2 May 2022 14:30 IST', inZone)).toEqual({ value: { edtf: '2022-05-02', lostTime: true } })
    expect(parseDate('2 May 2022 14:30 Uhr', inZone)).toEqual({ value: { edtf: '2022-05-02T14:30+03:00' } })
  })

  it('from one time to another is a span, where it is not ISO 8601', () => {
    const span = '2022-09-26T10:00+03:00/2022-09-26T12:00+03:00'
    expect(edtfOf('26.09.2022 10:00-12:00', { zone: '+03:00' })).toBe(span)
    expect(parseDate('26.09.2022 10:00-12:00', rules)).toEqual({ value: { edtf: '2022-09-26', lostTime: true } })
    expect(edtfOf('26.09.2022 14:00-05:00')).toBe('2022-09-26T14:00-05:00')
    expect(edtfOf('2022-09-26T03:00-05:00')).toBe('2022-09-26T03:00-05:00')
  })

  it('of a time without its zone is the day, and says so', () => {
    expect(parseDate('2022-09-26 02:03', rules)).toEqual({ value: { edtf: '2022-09-26', lostTime: true } })
    expect(edtfOf('2022-09-26 02:03', { zone: 'Europe/Kyiv' })).toBe('2022-09-26T02:03+03:00')
    expect(edtfOf('2022-12-26 02:03', { zone: 'Europe/Kyiv' })).toBe('2022-12-26T02:03+02:00')
    expect(offsetAt('Nowhere/At', '2022-09-26T02:03')).toBeNull()
  })

  it('is always EDTF, or no date at all', () => {
    const texts = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.stringMatching(/^[0-9./: TZ+~?X-]{1,30}$/),
      fc.double(),
      fc.integer(),
    )
    fc.assert(
      fc.property(texts, (cell) => {
        const outcome = parseDate(cell, { order: 'day', zone: 'Z' })
        if ('value' in outcome) expect(edtfSchema.safeParse(outcome.value.edtf).error?.issues).toBeUndefined()
      }),
      { numRuns: 3000 },
    )
  })
})

describe('a number', () => {
  it.each([
    ['1234.5', '.', 1234.5],
    ['1,234.5', '.', 1234.5],
    ['1.234,5', ',', 1234.5],
    ['1 234', '.', 1234],
    ['1’234', '.', 1234],
    ['−5', '.', -5],
    ['12,34,567', '.', 1_234_567],
    ['१२', '.', 12],
    ['1e999', '.', null],
    ['12,5', '.', null],
    ['twelve', '.', null],
    ['', '.', null],
  ] as const)('as %s with decimals after %s', (text, mark, number) => {
    expect(parseNumber(text, mark)).toBe(number)
  })

  it('is none of any length, at once', () => {
    // With the square of its length this would take minutes.
    expect(parseNumber(`${'1'.repeat(200_000)}x`, '.')).toBeNull()
  })

  it('tells by itself what its decimals follow, and where it does not', () => {
    expect(findDecimalMark(['55,5', '15,69'])).toEqual({ mark: ',', isSure: true })
    expect(findDecimalMark(['55.5', '1,234.5'])).toEqual({ mark: '.', isSure: true })
    expect(findDecimalMark(['1,234', '5,678'])).toEqual({ mark: '.', isSure: false })
  })
})

describe('a column’s name', () => {
  it('is changed where the schema has it for itself, or would take it for a mistyped one', () => {
    expect(placePropertyNames).toEqual(placeKeys)
    for (const name of ['code', 'Note', 'source', 'local_name', 'accuracy_km', 'labels']) {
      const kept = propertyName(name)
      expect(kept).toBe(`file.${name}`)
      expect(nearKey(kept, placeKeys)).toBeUndefined()
    }
    expect(propertyName('event_date')).toBe('event_date')
  })
})
