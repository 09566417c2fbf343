import { describe, expect, it } from 'vitest'
import { findPlacesByName } from '@/lib/command/verbs/draft'
import { draftReport } from '@/lib/draft/draft-report'

const findPlaces = await findPlacesByName()
const placesOf = (text: string) => draftReport(text, '2022-10-02', findPlaces).places

describe('a place that a report names, with the gazetteer', () => {
  it.each([
    ['Paris in the United States', 'Paris', 'A storm hit Paris in the United States on Monday.', 'Texas', 'medium'],
    ['Paris, Texas', 'Paris', 'A storm hit Paris, Texas on Monday.', 'Texas', 'medium'],
    ['Tripoli beside its country', 'Tripoli', 'The mayor of Tripoli in Lebanon spoke.', 'North', 'medium'],
    [
      'a small town whose country is named',
      'Chop',
      'Floods came to Chop, Ukraine said on Monday.',
      'Zakarpattia Oblast',
      'high',
    ],
    [
      'a small town in the country of a city',
      'Helsingør',
      'The ferry from Copenhagen reached Helsingør.',
      'Capital Region of Denmark',
      'medium',
    ],
  ])('%s is the one that is meant', (_, name, text, region, sure) => {
    const found = placesOf(text).find(({ place }) => place.name === name)
    expect([found?.place.region, found?.sure]).toEqual([region, sure])
  })

  it('has the others of its name beside it', () => {
    const [odesa] = placesOf('A blast in Odessa killed two, Ukraine said.')
    expect(odesa?.place).toMatchObject({ name: 'Odesa', country: 'Ukraine' })
    expect(odesa?.others.map(({ country }) => country)).toContain('United States')
    expect(odesa?.sure).toBe('medium')
  })

  it('stays the best known where the report only speaks of the country of another', () => {
    expect(placesOf('A crowd in London, and one in Canada, waited.')[0]?.place.country).toBe('United Kingdom')
  })

  it('is doubtful where it lies in a country that the report does not speak of', () => {
    const places = placesOf('The mine at Santa Rita stands still, Chile said.')
    expect(places.find(({ place }) => place.name === 'Santa Rita')?.sure).toBe('low')
  })

  it.each(['Western officials said so.', 'Anna Berg said so in Germany. Berg left.', 'On Sunday the Council met.'])(
    'is none of: %s',
    (text) => expect(placesOf(text).filter(({ place }) => place.kind !== 'country')).toEqual([]),
  )
})
