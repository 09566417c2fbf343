import { describe, expect, it } from 'vitest'
import { dateOrder, describeAge, describeDate } from '@/lib/client/format-date'

const text = (edtf: string) => describeDate(edtf, 'en').text

describe('describeDate', () => {
  it.each([
    ['2014', '2014'],
    ['2022-09', 'September 2022'],
    ['2022-09-30', '30 September 2022'],
    ['2022-09-26T02:03:24+02:00', '26 September 2022, 02:03:24 UTC+2'],
    ['2022-09-26T00:03:24Z', '26 September 2022, 00:03:24 UTC'],
    ['2022-09-26T05:33:24+05:30', '26 September 2022, 05:33:24 UTC+5:30'],
    ['2022-09-26T02:03:24-04:00', '26 September 2022, 02:03:24 UTC−4'],
    ['2022-09-XX', 'September 2022'],
    ['201X', '2010s'],
  ])('writes %s as %s', (edtf, words) => expect(text(edtf)).toBe(words))

  it.each([
    ['2022-09-26~', 'approximate'],
    ['2022-09-26?', 'uncertain'],
    ['2022-09%', 'approximateAndUncertain'],
    ['2022-09-26', null],
  ])('keeps the hedge of %s', (edtf, hedge) => expect(describeDate(edtf, 'en')).toMatchObject({ hedge }))

  it.each([
    ['2022-09-26/2022-09-30', '26–30 September 2022'],
    ['2022-09-26/2022-10-02', '26 September – 2 October 2022'],
    ['2021-12-30/2022-01-02', '30 December 2021 – 2 January 2022'],
    ['2014/2022', '2014–2022'],
    ['2022-02/2022-09-30', 'February 2022 – 30 September 2022'],
  ])('joins the ends of %s', (edtf, words) => expect(text(edtf)).toBe(words))

  it('leaves open and hedged ends to be worded apart', () => {
    expect(describeDate('2022-09-21/..', 'en')).toMatchObject({
      text: null,
      start: { text: '21 September 2022' },
      end: null,
    })
    expect(describeDate('2022-09-21~/2022-10', 'en')).toMatchObject({ text: null, start: { hedge: 'approximate' } })
  })

  it.each(['2022-23', 'Y-170000002', '{2021,2022}'])('shows %s as it stands rather than guess', (edtf) => {
    expect(text(edtf)).toBe(edtf)
  })
})

describe('dateOrder', () => {
  it('puts coarser dates first, a day after its hours, and compares exact ones in UTC', () => {
    const dates = [
      '2022-09-26T19:03:50+02:00',
      '2022-10',
      '2014',
      '2022-09-26',
      '2022-09-26T02:03:24+02:00',
      '2022-09~',
    ]
    const sorted = dates.toSorted((a, b) => dateOrder(a).localeCompare(dateOrder(b)))
    expect(sorted).toEqual([
      '2014',
      '2022-09~',
      '2022-09-26T02:03:24+02:00',
      '2022-09-26T19:03:50+02:00',
      '2022-09-26',
      '2022-10',
    ])
  })

  it('puts what nobody dates last', () => {
    for (const date of ['2014', '2022-10', '2022-09-26T19:03:50+02:00', '1850~'])
      expect(dateOrder(undefined).localeCompare(dateOrder(date)), date).toBe(1)
  })
})

describe('describeAge', () => {
  it.each([
    [-5, 'seconds', 0],
    [4_900, 'seconds', 4],
    [300_000, 'minutes', 5],
    [7_300_000, 'hours', 2],
    [200_000_000, 'days', 2],
  ] as const)('%d ms is %s %d', (ageMs, unit, count) => expect(describeAge(ageMs)).toEqual({ unit, count }))
})
