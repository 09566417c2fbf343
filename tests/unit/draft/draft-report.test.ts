import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftReport } from '@/lib/draft/draft-report'
import { findNumbers } from '@/lib/draft/numbers'

const nowhere = () => []
const draft = (text: string, day = '2022-10-02') => draftReport(text, day, nowhere)
const speakers = (text: string) =>
  draft(text).quotations.map(({ by, isTerm }) => (isTerm ? 'a term' : (by?.name ?? null)))

describe('who speaks', () => {
  it.each([
    ['behind the quotation', '“It is over,” said Anna Berg.', ['Anna Berg']],
    ['before it', 'Anna Berg said: “It is over.”', ['Anna Berg']],
    [
      'a clause away, with who they are between commas',
      'Anna Berg, who led the search under Karl Holm, said “it is over”.',
      ['Anna Berg'],
    ],
    ['by a pronoun', 'Anna Berg came at noon. “It is over,” she told the crew.', ['Anna Berg']],
    ['by the surname, once the whole name is known', 'Anna Berg came. “It is over,” said Berg.', ['Anna Berg']],
    ['of both halves of a broken sentence', '“It is,” said Anna Berg, “over.”', ['Anna Berg', 'Anna Berg']],
    ['after “according to”', 'According to Anna Berg, the search is “as good as over”.', ['Anna Berg']],
    ['by what is theirs', 'Anna Berg’s view is that it ends: “It is over.”', ['Anna Berg']],
    ['of a body', 'The Harbour Authority said the channel was “as safe as ever”.', ['Harbour Authority']],
    ['a sentence before', 'Anna Berg is not so sure, she says. “It may be over.”', ['Anna Berg']],
    ['nobody, of a word kept at a distance', 'The “special zone” was opened on Monday.', ['a term']],
  ])('is found %s', (_, text, expected) => expect(speakers(text)).toEqual(expected))

  it('is nobody where nothing tells, and that is said', () => {
    const [quotation] = draft('The wall was painted. “Nothing will ever be the same here again.”').quotations
    expect(quotation).toMatchObject({ by: null, isTerm: false, sure: 'low', because: 'nothing tells who speaks' })
  })

  it('takes a quotation up to the second of two closing marks, and says that its marks are wrong', () => {
    const [quotation] = draft('She said: “We will go.” It has been done. They stay.” Then she left.').quotations
    expect(quotation?.quoted).toMatchObject({
      words: 'We will go.” It has been done. They stay.',
      garbled: 'a closing mark too many',
    })
  })
})

describe('what is told of somebody’s words', () => {
  it.each([
    ['Anna Berg told reporters in Oslo that the search was over.', ['the search was over']],
    ['“It is over,” Anna Berg told reporters in the harbour.', []],
    ['Anna Berg said that the search was over.', ['the search was over']],
  ])('%s', (text, told) => {
    const { statements, report } = draft(text)
    expect(statements.map(({ start, end }) => report.text.slice(start, end))).toEqual(told)
  })
})

describe('numbers', () => {
  it.each([
    ['around 220,000 people', [{ value: 220_000, unit: 'people', qualifier: 'about' }]],
    [
      'an estimated 160,000 to 190,000 soldiers',
      [{ range: [160_000, 190_000], unit: 'soldiers', qualifier: 'estimated' }],
    ],
    ['more than 30%', [{ value: 30, unit: '%', qualifier: 'more-than' }]],
    ['a 40-kilometre queue', [{ value: 40, unit: 'km', qualifier: 'exactly' }]],
    ['$4.5 billion in damage', [{ value: 4.5e9, unit: '$' }]],
    ['between 3 and 4 million barrels', [{ range: [3e6, 4e6], unit: 'barrels' }]],
    ['at least four leaks', [{ value: 4, unit: 'leaks', qualifier: 'at-least' }]],
    ['a magnitude of 2.3', [{ value: 2.3, unit: 'magnitude' }]],
    ['two dozen houses', [{ value: 24, unit: 'houses' }]],
    ['twenty-one ships', [{ value: 21, unit: 'ships' }]],
  ])('%s', (text, expected) => expect(findNumbers(text)).toMatchObject(expected))

  it.each([
    'in 2014',
    'at 2 a.m.',
    'on 24 February',
    'February 24',
    'the 3rd time',
    'Nord Stream 2 was closed',
    'Resolution 68',
    'at 14:30',
    'one of them',
  ])('%s is none', (text) => expect(findNumbers(text)).toEqual([]))
})

describe('dates are counted from the report’s day', () => {
  it.each([
    ['on Friday', '2022-09-30'],
    ['last Sunday', '2022-09-25'],
    ['on Monday', '2022-09-26'],
    ['in 2014', '2014'],
    ['on February 24 of this year', '2022-02-24'],
    ['in March', '2022-03'],
    ['in December', '2021-12'],
    ['by December', '2022-12'],
    ['over the summer', '2022-06~/2022-08~'],
    ['last week', '2022-09-19/2022-09-25'],
    ['last year', '2021'],
    ['12 September 2001', '2001-09-12'],
    ['yesterday', '2022-10-01'],
    ['before Thursday', '2022-10-06'],
    ['by Sunday', '2022-10-09'],
  ])('%s', (words, date) => {
    const { events } = draft(`The gate was closed ${words}, the guards said.`)
    expect(events.map((event) => event.date.date)).toEqual([date])
  })

  it.each(['for three days', 'two days later', 'now', 'at noon'])('%s is none', (words) =>
    expect(draft(`The gate was closed ${words}, the guards said.`).events).toEqual([]),
  )
})

it('says of a place with several of its name that there are others, and takes the one whose country the report names', () => {
  const paris = [
    { name: 'Paris', kind: 'city', at: [2.35, 48.85], country: 'France' },
    { name: 'Paris', kind: 'city', at: [-95.55, 33.66], country: 'United States' },
  ] as const
  const { places } = draftReport('A storm hit Paris in the United States on Monday.', '2022-10-02', (name) =>
    name === 'Paris' ? paris : name === 'United States' ? [{ name, kind: 'country', at: [-98, 39] }] : [],
  )
  expect(places[0]).toMatchObject({ place: paris[1], others: [paris[0]], sure: 'medium' })
})

const pieces = fc.constantFrom(
  '“',
  '”',
  '"',
  '‘',
  '’',
  '«',
  '»',
  ' said ',
  'Anna Berg',
  ' he ',
  ' told ',
  '. ',
  ', ',
  '\n\n',
  'according to ',
  ' who ',
  '40 km',
  ' in 2014',
  '👩‍🚒',
  'المدينة',
  '\u0000',
  '\uD800',
  'a',
  'The ',
  ' of the ',
)

it('reads any text without throwing, and every stretch lies in it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 60 }),
      (parts) => {
        const text = parts.join('')
        const { quotations, statements, figures, events } = draft(text)
        for (const { start, end } of [
          ...quotations.map(({ quoted }) => quoted),
          ...statements,
          ...figures,
          ...events,
        ]) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      },
    ),
    { numRuns: 300 },
  )
})
