import { expect, it } from 'vitest'
import { tellChanges } from '@/lib/import/tell-outcome'
import { bringText } from './import-kit'

it('a total or a note below a table is named, and is no place', async () => {
  const table = 'Region,Lat,Lon,Killed\nNorth,47.1,35.2,3\nSouth,47.2,35.3,1\nTotal,,,4\nSource: Ministry,,,\n'
  const { features, faults } = await bringText('a.csv', table)
  expect(features).toHaveLength(2)
  expect(faults).toEqual([
    expect.stringMatching(/^a\.csv, row 4, column “Region”: “Total” stands below the table/),
    expect.stringMatching(/^a\.csv, row 5, column “Region”: “Source: Ministry” stands below the table/),
  ])
})

it('a row that is called so and has a position is a place', async () => {
  const { features } = await bringText('a.csv', 'name,lat,lon\nTotal,47.1,35.2\nB,47,35\n')
  expect(features).toHaveLength(2)
})

it('what a spreadsheet could not work out is left out and counted', async () => {
  const { features, collected } = await bringText('a.csv', 'name,lat,lon,share\nA,47,35,#DIV/0!\nB,47,36,3\n')
  expect(features[0]?.properties).not.toHaveProperty('share')
  expect([...collected.changes]).toContainEqual(['error share', 1])
})

it('numbers keep what they are of to themselves, and may have other decimals than the coordinates', async () => {
  const table = 'name;lat;lon;deaths\nA;47.5;35.1;12 %\nB;47.6;35.2;$1,200\nC;47.7;35.3;12,5\n'
  const { features } = await bringText('a.csv', table, { mapping: { count: 'deaths' } })
  expect(features.map(({ properties }) => properties.deaths)).toEqual([12, 1200, 12.5])
})

it('a sign that is taken off a number is told', async () => {
  const table = 'name,lat,lon,deaths\nA,47.5,35.1,"$1,200"\nB,47.6,35.2,5\n'
  const { features, collected, prepared } = await bringText('a.csv', table)
  expect(features.map(({ properties }) => properties.deaths)).toEqual([1200, 5])
  expect(tellChanges(collected, prepared.profile).join('\n')).toContain('1 row: column “deaths” is read as a number')
})

it('numbers of several signs are no count', async () => {
  const table = 'name,lat,lon,deaths\nA,47.5,35.1,$5\nB,47.6,35.2,€5\n'
  const { features, prepared } = await bringText('a.csv', table)
  expect(prepared.mapping.count).toBeNull()
  expect(features.map(({ properties }) => properties.deaths)).toEqual(['$5', '€5'])
  expect(prepared.remarks.join()).toContain('its numbers are of “$” and “€”')
})

it('a shape at 0, 0 is where programs put what they do not know', async () => {
  const { faults } = await bringText('a.geojson', '{"type":"Point","coordinates":[0,0]}')
  expect(faults).toEqual([expect.stringContaining('is 0, 0, which programs write where they do not know')])
})
