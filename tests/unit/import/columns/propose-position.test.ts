import { expect, it } from 'vitest'
import { bringText } from '../import-kit'

const positionOf = async (text: string) => (await bringText('a.csv', text)).prepared.mapping.position

it.each([
  ['prices', 'Team;Price\nA;12,50\nB;13,99\n'],
  ['scores', 'Team,Score\nA,3/4\nB,10/12\n'],
  ['spans', 'Team,Span\nA,10 20\nB,11 30\n'],
])('%s are no positions', async (_, text) => expect(await positionOf(text)).toBeNull())

it('pairs as exact as positions are one, whatever their column is called', async () => {
  expect(await positionOf('Team,Found\nA,"47.8388, 35.1396"\n')).toEqual({ kind: 'column', column: 'Found' })
})

it('a column that is called for both is where both are', async () => {
  expect(await positionOf('Team,Lat/Long\nA,"47.1, 8.2"\nB,46.9 7.4\n')).toEqual({ kind: 'column', column: 'Lat/Long' })
})

it('longitudes come first where the column says so', async () => {
  const { features } = await bringText('a.csv', 'name,lon/lat\nA,"139.69, 35.68"\nB,"35.13, 47.83"\n')
  expect(features.map(({ geometry }) => geometry?.coordinates)).toEqual([
    [139.69, 35.68],
    [35.13, 47.83],
  ])
})

it('a number that names a case is no date', async () => {
  const { prepared } = await bringText('a.csv', 'eventid,lat,lon\n197000000001,1,2\n197000000002,3,4\n')
  expect(prepared.mapping.start).toBeNull()
})

it('dates between points are found by their values', async () => {
  const { prepared } = await bringText('a.csv', 'Wann es war,lat,lon\n26.09.2022,1,2\n27.09.2022,3,4\n')
  expect(prepared.mapping.start).toBe('Wann es war')
})

it('JSON of other things is no position, and GeoJSON is', async () => {
  const rows = (cell: string) => `Team,Tags\nA,"${cell.replaceAll('"', '""')}"\n`
  expect(await positionOf(rows('{"type":"road","n":1}'))).toBeNull()
  expect(await positionOf(rows('{"type":"Point","coordinates":[35,47]}'))).toEqual({ kind: 'column', column: 'Tags' })
})
