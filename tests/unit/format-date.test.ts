import { describe, expect, it } from 'vitest'
import { describeAge, describeDate } from '@/lib/client/format-date'

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
    ['201', '2010s'],
    ['180X', '1800–1809'],
    ['18XX', '1800–1899'],
    ['18', '1800–1899'],
    ['-01XX', '200–101 BCE'],
    ['00XX', '1 BCE – 99 CE'],
    ['1XXX', '1000–1999'],
    ['-0043-03-15', '15 March 44 BCE'],
    ['-0043', '44 BCE'],
    ['0000', '1 BCE'],
    ['0001', '1 CE'],
    ['0099-05-04', '4 May 99 CE'],
    ['9999-12-31', '31 December 9999'],
    ['Y-50000', '50,001 BCE'],
    ['Y12345', '12,345'],
    ['2022-1X', 'October – December 2022'],
    ['2022-09-2X', '20–29 September 2022'],
    ['2022-XX-12', '12 January – 12 December 2022'],
    ['156X-12-25', '25 December 1560s'],
  ])('writes %s as %s', (edtf, words) => expect(text(edtf)).toBe(words))

  it.each([
    ['2022-09-26~', 'approximate'],
    ['2022-09-26?', 'uncertain'],
    ['2022-09%', 'approximateAndUncertain'],
    ['~-0043', 'approximate'],
    ['1950S2', 'approximate'],
    ['2022-09-26', null],
  ])('keeps the hedge of %s', (edtf, hedge) => expect(describeDate(edtf, 'en')).toMatchObject({ hedge }))

  it.each([
    ['2022-09-26/2022-09-30', '26–30 September 2022'],
    ['2022-09-26/2022-10-02', '26 September – 2 October 2022'],
    ['2021-12-30/2022-01-02', '30 December 2021 – 2 January 2022'],
    ['2014/2022', '2014–2022'],
    ['-0099/-0043', '100–44 BCE'],
    ['-0043/0014', '44 BCE – 14 CE'],
    ['18XX/19XX', '1800–1999'],
    ['201X/202X', '2010s–2020s'],
    ['-0043-03-15/-0042-04-01', '15 March 44 BCE – 1 April 43 BCE'],
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

describe('describeAge', () => {
  it.each([
    [-5, 'seconds', 0],
    [4_900, 'seconds', 4],
    [300_000, 'minutes', 5],
    [7_300_000, 'hours', 2],
    [200_000_000, 'days', 2],
  ] as const)('%d ms is %s %d', (ageMs, unit, count) => expect(describeAge(ageMs)).toEqual({ unit, count }))
})
