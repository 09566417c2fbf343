import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Caseboard } from './driver/caseboard'
import { Labels } from './driver/labels'
import { Legend } from './driver/legend'
import { Server } from './driver/server'
import { expect, test } from './driver/test'

const attacks = {
  id: 'attacks',
  name: 'Attacks',
  mark: 'hexagon',
  hue: 'vermilion',
  cellKm: 40,
  ramp: { steps: [3, 10], unit: 'attacks' },
  all: { kind: 'attack', basis: 'as reported', accuracyKm: 1, sources: ['bulletin'] },
}

/** So many rows about a position, the first half of them on the 2nd of March, the others on the 8th. */
const rowsAt = (lng: number, lat: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    type: 'Feature',
    id: `attack-${Math.round(lng * 10)}-${index}`,
    geometry: { type: 'Point', coordinates: [lng + index / 1000, lat] },
    properties: { name: `Attack ${index} at ${lng}`, date: index < count / 2 ? '2030-03-02' : '2030-03-08' },
  }))

let data = ''
let server: Server | undefined
test.beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'caseboard-hexagons-'))
  cpSync('tests/fixtures/cases', join(data, 'cases'), { recursive: true })
  cpSync('data/basemap', join(data, 'basemap'), { recursive: true, filter: (file) => !/pmtiles$|sources/.test(file) })
  const folder = join(data, 'cases/valid')
  const layers = JSON.parse(readFileSync(join(folder, 'layers.json'), 'utf8'))
  writeFileSync(join(folder, 'layers.json'), JSON.stringify([...layers, attacks]))
  const features = [...rowsAt(11, 56.4, 12), ...rowsAt(12.2, 56.4, 4)]
  writeFileSync(join(folder, 'layers/attacks.geojson'), JSON.stringify({ type: 'FeatureCollection', features }))
  server = await Server.launch({ data })
})
test.afterAll(async () => {
  await server?.close()
  rmSync(data, { recursive: true, force: true })
})

test('hexagons count what is shown, whatever the time, and a click on one comes nearer to it', async ({ page }) => {
  const board = new Caseboard(page, server?.origin ?? '')
  const labels = new Labels(page)
  await labels.catchMap()
  await board.openReady('/cases/valid?map=7/56.4/11.5')
  await expect.poll(() => labels.cells()).toEqual([4, 12])
  await expect(new Legend(board).keyOf(attacks.name)).toHaveText([
    'under 3 attacks',
    '3 to under 10 attacks',
    '10 and more attacks',
    'Each hexagon covers 1,390 km²',
  ])
  await board.clickOnEarth({ lng: 11.1, lat: 56.42 })
  await expect.poll(() => board.camera().zoom).toBeGreaterThan(8.5)

  await board.openReady('/cases/valid?map=7/56.4/11.5&t=2030-03-08/2030-03-09')
  await expect.poll(() => labels.cells()).toEqual([2, 6])
  const still = await page.request.get(`${server?.origin}/api/cases/valid/map.svg?map=7/56.4/11.5&size=900x600`)
  expect((await still.text()).match(/fill-opacity="0\.(12|52|92)" stroke/g)).toHaveLength(2)
  expect(board.complaints).toEqual([])
})
