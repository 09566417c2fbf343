import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Caseboard } from './driver/caseboard'
import { Filter } from './driver/filter'
import { Labels } from './driver/labels'
import { Legend } from './driver/legend'
import { Server } from './driver/server'
import { expect, test } from './driver/test'

const all = { kind: 'attack', basis: 'as reported', accuracyKm: 1, sources: ['bulletin'] }
const attacks = {
  ...{ id: 'attacks', name: 'Attacks', mark: 'choropleth', hue: 'vermilion', all },
  ramp: { steps: [3, 10], unit: 'attacks' },
}
const rates = {
  ...{ id: 'rates', name: 'Rates', mark: 'choropleth', hue: 'azure', all, shown: false },
  ramp: { steps: [0.1], unit: 'attacks' },
  units: {
    ...{ by: 'country', per: 'population' },
    population: { values: { DK: 6_000_000 }, source: 'Statistics Denmark, 2030' },
  },
}

/** So many rows about a position, the first half of them on the 2nd of March, the others on the 8th. */
const rowsAt = (of: string, lng: number, lat: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    type: 'Feature',
    id: `${of}-${Math.round(lng * 10)}-${index}`,
    geometry: { type: 'Point', coordinates: [lng + index / 1000, lat] },
    properties: { name: `Attack ${index} at ${lng}`, date: index < count / 2 ? '2030-03-02' : '2030-03-08' },
  }))

let data = ''
let server: Server | undefined
test.beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'caseboard-choropleth-'))
  cpSync('tests/fixtures/cases', join(data, 'cases'), { recursive: true })
  cpSync('data/basemap', join(data, 'basemap'), { recursive: true, filter: (file) => !/pmtiles$|sources/.test(file) })
  const folder = join(data, 'cases/valid')
  const layers = JSON.parse(readFileSync(join(folder, 'layers.json'), 'utf8'))
  writeFileSync(join(folder, 'layers.json'), JSON.stringify([...layers, attacks, rates]))
  // In Jutland, in Skåne, and one at sea, far from any coast.
  const rows = (of: string) => [...rowsAt(of, 9.5, 56.2, 12), ...rowsAt(of, 13.6, 55.9, 4), ...rowsAt(of, 3, 56.5, 1)]
  for (const { id } of [attacks, rates])
    writeFileSync(
      join(folder, `layers/${id}.geojson`),
      JSON.stringify({ type: 'FeatureCollection', features: rows(id) }),
    )
  server = await Server.launch({ data })
})
test.afterAll(async () => {
  await server?.close()
  rmSync(data, { recursive: true, force: true })
})

test('regions are filled by what is shown, tell what lies in them, and list it', async ({ page }) => {
  const board = new Caseboard(page, server?.origin ?? '')
  const labels = new Labels(page)
  await labels.catchMap()
  await board.openReady('/cases/valid?map=6/56/11.5')
  await expect.poll(() => labels.cells()).toEqual([4, 12])
  await expect(new Legend(board).keyOf(attacks.name)).toHaveText([
    'under 3 attacks',
    '3 to under 10 attacks',
    '10 and more attacks',
    '1 place lies in none of them, and is not counted',
  ])
  await board.clickOnEarth({ lng: 9.2, lat: 56.35 })
  const card = page.getByRole('region', { name: 'Central Denmark' })
  await expect(card).toContainText('12 places of those shown')
  await card.getByRole('button', { name: 'List what lies here' }).click()
  await expect.poll(() => board.query('in')).toMatch(/^unit:DK-/)
  const filter = new Filter(board)
  expect(await filter.placesOf('Attacks')).toHaveLength(12)

  await board.openReady('/cases/valid?map=6/56/11.5&t=2030-03-08/2030-03-09')
  await expect.poll(() => labels.cells()).toEqual([2, 6])
  const still = await page.request.get(`${server?.origin}/api/cases/valid/map.svg?map=6/56/11.5&size=900x600`)
  expect((await still.text()).match(/fill-opacity="0\.(12|52|92)" fill-rule/g)).toHaveLength(2)
  await page.goto(`${server?.origin}/print/valid?map=6/56/11.5`)
  await expect(page.getByText('10 and more attacks')).toBeVisible()
  expect(board.complaints).toEqual([])
})

test('countries are filled per head, hatched where nobody has counted the people, and the legend says so', async ({
  page,
}) => {
  const board = new Caseboard(page, server?.origin ?? '')
  const labels = new Labels(page)
  await labels.catchMap()
  await board.openReady('/cases/valid?map=5/56/11.5&layers=rates')
  await expect(new Legend(board).keyOf(rates.name)).toHaveText([
    'under 0.1 attacks per 100,000 people',
    '0.1 and more attacks per 100,000 people',
    'No population given',
    '1 place lies in none of them, and is not counted',
    'Population: Statistics Denmark, 2030',
  ])
  await board.clickOnEarth({ lng: 9.2, lat: 56.35 })
  const card = (name: string) => page.getByRole('region', { name, exact: true })
  await expect(card('Denmark')).toContainText('0.2 attacks per 100,000 people')
  await board.clickOnEarth({ lng: 14.5, lat: 57.5 })
  await expect(card('Sweden')).toContainText('No population given')
  await expect(card('Denmark')).toHaveCount(0)
  expect(board.complaints).toEqual([])
})
