import { describe, expect, it } from 'vitest'
import { Gazetteer } from '@/lib/gazetteer/gazetteer'
import { describePosition, findPlaces, readGazetteer } from '@/lib/server/gazetteer'

const gazetteer = await readGazetteer()
const first = (typed: string) => gazetteer.search(typed)[0]?.place

describe('a place is found by its name', () => {
  it.each([
    ['in English', 'Copenhagen', 'Copenhagen'],
    ['in its own language', 'København', 'Copenhagen'],
    ['without accents', 'kobenhavn', 'Copenhagen'],
    ['in German', 'Kopenhagen', 'Copenhagen'],
    ['in capitals', 'BORNHOLM', 'Bornholm'],
    ['in Russian', 'Харьков', 'Kharkiv'],
    ['transliterated from the Russian', 'Kharkov', 'Kharkiv'],
    ['in Ukrainian', 'Запоріжжя', 'Zaporizhzhia'],
    ['spelt otherwise', 'Zaporizhia', 'Zaporizhzhia'],
    ['in Arabic', 'بيروت', 'Beirut'],
    ['in Chinese', '北京', 'Beijing'],
    ['in Japanese', '東京', 'Tokyo'],
    ['in Greek', 'Αθήνα', 'Athens'],
    ['as it was', 'Constantinople', 'Istanbul'],
    ['as it was called in another language', 'Danzig', 'Gdańsk'],
    ['in short', 'USA', 'United States'],
    ['by another name', 'Burma', 'Myanmar'],
    ['by a later word', 'Netherlands', 'Netherlands'],
    ['with a letter too few', 'Birmigham', 'Birmingham'],
    ['with two letters swapped', 'Mocsow', 'Moscow'],
    ['with another letter', 'Kharkof', 'Kharkiv'],
    ['of a sea', 'Baltic Sea', 'Baltic Sea'],
    ['of a sea in French', 'mer Noire', 'Black Sea'],
    ['of a range', 'Alps', 'Alps'],
    ['of a part of a country', 'Bavaria', 'Bavaria'],
  ])('%s: %s', (_, typed, name) => expect(first(typed)?.name).toBe(name))

  it('as it is begun', () =>
    expect(gazetteer.search('Copenh')[0]).toMatchObject({ fit: 'begins', place: { kind: 'city' } }))
  it('and not by what is no name', () => expect(gazetteer.search('xqzvwk')).toEqual([]))
  it('nor by nothing', () => expect(gazetteer.search(' - ')).toEqual([]))
})

describe('of several places of a name', () => {
  const regions = (typed: string, near?: [number, number]) =>
    gazetteer.search(typed, { near }).map(({ place }) => place.region ?? place.country)

  it('the one with the most people is first', () => {
    const [best, ...others] = gazetteer.named('Paris')
    expect(best?.place.country).toBe('France')
    expect(others.map(({ place }) => place.region)).toContain('Texas')
  })
  it('another language’s name of a larger one is before a smaller one’s own', () =>
    expect(first('Odessa')?.country).toBe('Ukraine'))
  it('the one at hand is first', () => expect(regions('Odessa', [-102, 31.5])[0]).toBe('Texas'))
  it('the one in a country that is spoken of is first', () => {
    const near = gazetteer.named('Tripoli', { countries: new Set(['LB']) })
    expect(near[0]?.place.country).toBe('Lebanon')
    expect(gazetteer.named('Tripoli')[0]?.place.country).toBe('Libya')
  })
  it.each(['Paris, Texas', 'Paris, TX', 'paris,  texas '])('%s says where', (typed) =>
    expect(regions(typed)[0]).toBe('Texas'),
  )
})

it('a place has its country, its part of it, its people, and names in other languages', () => {
  expect(first('Lviv')).toMatchObject({
    kind: 'city',
    country: 'Ukraine',
    countryCode: 'UA',
    region: 'Lviv Oblast',
    names: { ru: 'Львов' },
  })
  expect(first('Lviv')?.population).toBeGreaterThan(600_000)
})

it('a country has its area, and what it fills, across the antimeridian too', () => {
  expect(first('Portugal')?.areaKm2).toBeGreaterThan(87_000)
  expect(first('Portugal')?.areaKm2).toBeLessThan(93_000)
  const [west = 0, , east = 0] = first('Fiji')?.bounds ?? []
  expect(east - west).toBeGreaterThan(1)
  expect(east - west).toBeLessThan(10)
})

describe('what is answered to a reader', () => {
  it('is in their language, with the English name beside it', async () => {
    const [place] = await findPlaces('Moskau', undefined, 'de', 5)
    expect(place).toMatchObject({ name: 'Moskau', englishName: 'Moscow', country: 'Russland' })
  })
  it('is no more than was asked for', async () => expect(await findPlaces('San', undefined, 'en', 3)).toHaveLength(3))
})

describe('a position', () => {
  it.each<[string, [number, number], string, string, string, string]>([
    ['of Beirut’s port', [35.52, 33.903], 'Lebanon', 'Beirut', 'Beirut', 'Asia/Beirut'],
    ['in Kyiv', [30.52, 50.45], 'Ukraine', 'Kyiv (city)', 'Kyiv', 'Europe/Kyiv'],
    ['of Simferopol', [34.1, 44.95], 'Ukraine', 'Autonomous Republic of Crimea', 'Simferopol', 'Europe/Simferopol'],
    ['on Fiji', [179.4, -16.5], 'Fiji', 'Northern', 'Labasa', 'Pacific/Fiji'],
    ['in Chukotka beyond 180°', [-178, 67], 'Russia', 'Chukotka Autonomous Okrug', 'Anadyr', 'Asia/Anadyr'],
    ['at the South Pole', [0, -90], 'Antarctica', 'Antarctica', 'Ushuaia', 'Antarctica/McMurdo'],
  ])('%s has its country, part, town and time zone', async (_, at, country, region, town, timeZone) => {
    const found = await describePosition(at)
    expect(found).toMatchObject({ country, timeZone, region: { name: region }, nearest: { place: { name: town } } })
  })

  it('at sea is in no country, and still has a time zone and a nearest town', async () => {
    const found = await describePosition([-30, 45])
    expect(found).toMatchObject({ country: null, region: null, timeZone: 'Etc/GMT+2', place: null })
    expect(found.nearest?.distanceKm).toBeGreaterThan(400)
  })

  it('that is the point of a place is told by its name', async () => {
    const portugal = first('Portugal')
    expect((await describePosition(portugal?.at ?? [0, 0])).place?.name).toBe('Portugal')
  })
})

it('bytes that are something else are refused', () => {
  expect(() => new Gazetteer(new TextEncoder().encode('something else'))).toThrow('no gazetteer')
})
