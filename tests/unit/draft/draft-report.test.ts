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

describe('who speaks in reports of other kinds', () => {
  it.each([
    [
      'behind a role without an article',
      '“We counted 37,” said seismologist Rina Dewi of the Institute.',
      ['Rina Dewi'],
    ],
    ['behind a role between commas', 'It was late. “Nothing is,” replied the mayor, Petra Klein.', ['Petra Klein']],
    ['without a name, behind the verb', '“They say that every year,” said a man who lives there.', ['a man']],
    [
      'in marks that others use',
      'The governor, Ivan Holm, said «all is well». »Nothing is,« replied the mayor, Petra Klein.',
      ['Ivan Holm', 'Petra Klein'],
    ],
    ['by a colon alone', 'Council leader Joan Beck: “Nobody has been hurt.”', ['Joan Beck']],
    ['and not whom they speak to', 'Fire chief Dana Pruitt tells the BBC: “We had 12 pumps.”', ['Dana Pruitt']],
    [
      'as a witness of somebody else',
      'Judge Horvat cited Karl Holm, who had testified that “the water turned grey”.',
      ['Karl Holm'],
    ],
    [
      'by a participle',
      'The Court of Appeal upheld the decision, holding that “it does not make it lawful”.',
      ['Court of Appeal'],
    ],
    [
      'and not who asked',
      'Karl Holm spoke. Asked by Labour’s Anna Berg whether anyone had left, he replied: “No.”',
      ['Karl Holm'],
    ],
    [
      'in straight single marks',
      "Imran Shah says he woke at three. 'It was this wall of flame,' he says.",
      ['Imran Shah'],
    ],
  ])('%s', (_, text, expected) => expect(speakers(text)).toEqual(expected))

  it('keeps straight single marks out of the words', () => {
    expect(draft("'It was a wall of flame,' said Imran Shah.").quotations[0]?.quoted.words).toBe(
      'It was a wall of flame,',
    )
  })

  it('takes a clause of its own for its speaker', () => {
    const text = 'Some travellers were rerouted through Rohuküla, to the north, the operator said in a statement.'
    expect(draft(text).statements[0]?.by.name).toBe('the operator')
  })

  it('a dateline is a place, and codes of zones and currencies are nobody', () => {
    const { people } = draft('TALLINN, May 9 (Newsline) - It began at 0540 GMT and cost EUR 5 million, Anna Berg said.')
    expect(people.map(({ name }) => name)).toEqual(['Anna Berg'])
  })
})

describe('who is named before a colon', () => {
  const by = (text: string) => {
    const [first] = draft(text).quotations
    return [first?.by?.name ?? null, first?.sure]
  }
  it.each([
    ['In a post on Facebook: “We will not let any ship leave our harbour.”', [null, 'low']],
    ['A message to Reuters: “We will not let any ship leave our harbour.”', [null, 'low']],
    ['A message to UNHCR: “We will not let any ship leave our harbour.”', [null, 'low']],
    ['Update: “We will not let any ship leave our harbour.”', [null, 'low']],
    ['A statement by the UNHCR: “We will not let any ship leave our harbour.”', ['UNHCR', 'low']],
    ['Joan Beck: “We will not let any ship leave our harbour.”', ['Joan Beck', 'low']],
    ['Council leader Joan Beck: “We will not let any ship leave our harbour.”', ['Joan Beck', 'high']],
  ])('%s', (text, expected) => expect(by(text)).toEqual(expected))
})

it('thousands of nothing are no number', () => {
  expect(findNumbers('She drove a 500k race, and filmed it in 4k.')).toEqual([])
})

describe('numbers in reports of other kinds', () => {
  it.each([
    ['fell to -12°C', [{ value: -12, unit: '°C' }]],
    [
      '£1.2bn, or about €1.4bn',
      [
        { value: 1.2e9, unit: '£' },
        { value: 1.4e9, unit: '€', qualifier: 'about' },
      ],
    ],
    ['£3.2m for repairs', [{ value: 3.2e6, unit: '£' }]],
    ['3.2m above normal', [{ value: 3.2, unit: 'm' }]],
    ['More than 500k people fled', [{ value: 500_000, unit: 'people' }]],
    ['Some 2m people have fled', [{ value: 2e6, unit: 'people' }]],
    ['Some 2m have fled', [{ value: 2e6, unit: '' }]],
    ['1.2m hectares burned', [{ value: 1.2e6, unit: 'ha' }]],
    ['2-3m refugees', [{ range: [2e6, 3e6], unit: 'refugees' }]],
    ['about 30m high', [{ value: 30, unit: 'm' }]],
    ['some 200m from homes', [{ value: 200, unit: 'm' }]],
    ['up to 30m waves', [{ value: 30, unit: 'm' }]],
    ['a 400m stretch', [{ value: 400, unit: 'm' }]],
    ['a depth of 10km', [{ value: 10, unit: 'km' }]],
    ['winds of 140 km/h', [{ value: 140, unit: 'km/h' }]],
    ['EUR 12,500 in damages', [{ value: 12_500, unit: 'EUR' }]],
    ['a magnitude 6.1 earthquake', [{ value: 6.1, unit: 'magnitude' }]],
    ['1,140 hours of spills', [{ value: 1140, unit: 'hours' }]],
  ])('%s', (text, expected) => expect(findNumbers(text)).toMatchObject(expected))

  it.each([
    'one in five residents has left',
    'at 0540 GMT',
    '10.42 BST\nRoads reopened',
    'only 27 returned',
    'try 5 of them',
  ])('%s has none', (text) => expect(findNumbers(text)).toEqual([]))

  it('are not looked for in a language whose points may part thousands', () => {
    const text = 'Am Montag kamen rund 2.500 Menschen zu der Kundgebung, sagte ein Sprecher der Stadt. '.repeat(4)
    expect(draft(text)).toMatchObject({ isEnglish: false, figures: [] })
    expect(draft('The ferry was late, and 40 people waited for it on the quay. '.repeat(4)).isEnglish).toBe(true)
  })
})

it.each([
  ['The bridge is closed from 12 to 14 May.', '2023-05-12/2023-05-14'],
  ['It rained between 1 and 30 September.', '2022-09-01/2022-09-30'],
  ['Between Easter and March, 45 ships passed.', '2023-03'],
  ['The limit will remain until at least April.', '2024-04'],
  ['The harbour is closed until Friday.', '2023-05-12'],
  ['In 2022, a quake struck.', '2022'],
])('%s is dated %s', (text, date) => {
  expect(draft(text, '2023-05-10').events.map((event) => event.date.date)).toEqual([date])
})

it.each(['30–31 February 2024', 'from 29 to 31 April 2024'])('%s are no days', (words) => {
  const { events } = draft(`The bridge was closed ${words}, the guards said.`, '2024-05-10')
  expect(events.map((event) => event.date.date).join()).not.toMatch(/02-3|04-31/)
})
