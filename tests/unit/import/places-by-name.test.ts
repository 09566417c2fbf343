import { expect, it } from 'vitest'
import { tellChanges } from '@/lib/import/tell-outcome'
import { readGazetteer } from '@/lib/server/gazetteer'
import { bringText } from './import-kit'

const gazetteer = await readGazetteer()
const bring = (cities: readonly string[]) =>
  bringText('a.csv', `city,name\n${cities.map((city, at) => `"${city}",Row ${at}`).join('\n')}\n`, {
    gazetteer,
    mapping: { position: { kind: 'name', column: 'city' } },
  })
const positions = async (city: string) => (await bring([city])).features.map(({ geometry }) => geometry?.coordinates)

it.each([
  ['in any language', 'Харьков', [36.25, 49.98]],
  ['with where it is', 'Springfield, Illinois', [-89.64, 39.8]],
  ['with where it is in brackets', 'Mariupol (Ukraine)', [37.54, 47.1]],
  ['by two of its names', 'Kyiv / Київ', [30.52, 50.45]],
  ['by far the best known of its name', 'London', [-0.13, 51.51]],
])('finds a place by its name, %s', async (_, city, [lng, lat]) => {
  const [[x, y]] = (await positions(city)) as [[number, number]]
  expect(x).toBeCloseTo(lng ?? 0, 1)
  expect(y).toBeCloseTo(lat ?? 0, 1)
})

it.each(['Kyiv / Kharkiv', 'Irpin / Bucha', 'Nowhereatall / Kyiv', 'Kyiv / Nowhereatall'])(
  'places a row that names several places, or an unknown one, at none: %s',
  async (city) => {
    const { faults, features } = await bring([city])
    expect(features).toEqual([])
    expect(faults[0]).toContain('names several places, or one that is not known')
  },
)

it('says of how many rows another place of the name was left', async () => {
  const { collected, prepared } = await bring(['London', 'London', 'Gdańsk'])
  expect(tellChanges(collected, prepared.profile).join('\n')).toContain(
    '2 rows: other places have the same name; the one that is by far the best known was taken',
  )
})

it('takes none of several that are as well known, and says which there are', async () => {
  const { faults, features } = await bring(['Springfield'])
  expect(features).toEqual([])
  expect(faults[0]).toMatch(
    /“Springfield” is the name of \d+ places \(a city in Illinois, United States at 39\.80, -89\.64; /,
  )
  expect(faults[0]).toContain('as in “Springfield, Missouri”')
})

it('says what a name that is none may have been meant to be', async () => {
  const { faults } = await bring(['Copenhagn'])
  expect(faults[0]).toContain('is no place that the gazetteer of the map has; did you mean “Copenhagen”?')
})
