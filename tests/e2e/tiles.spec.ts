import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Caseboard } from './driver/caseboard'
import { Server } from './driver/server'
import { expect, test } from './driver/test'

let server: Server
let data = ''

/** A case with a layer on tiles: one point by itself, and three hundred together with dates of their own. */
test.beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'caseboard-tiles-'))
  cpSync('tests/fixtures/cases', join(data, 'cases'), { recursive: true })
  cpSync('data/basemap', join(data, 'basemap'), { recursive: true, filter: (file) => !/pmtiles$|sources/.test(file) })
  const together = Array.from({ length: 300 }, (_, at) => `No ${at},2030-0${1 + (at % 3)}-05,50,${24 + at / 1000},Fire`)
  const table = join(data, 'incidents.csv')
  writeFileSync(table, ['title,date,lat,lng,kind', 'By itself,2030-03-05,50,20,Flood', ...together].join('\n'))
  execFileSync(process.execPath, ['--import', 'tsx', 'lib/command/case.ts', 'tile', 'valid', 'incidents', table], {
    env: { ...process.env, CASEBOARD_DATA: data },
    stdio: 'ignore',
  })
  server = await Server.launch({ data })
})
test.afterAll(async () => {
  await server.close()
  rmSync(data, { recursive: true, force: true })
})

test('a layer on tiles is counted, filtered by time, and opened point by point', async ({ page }) => {
  const board = new Caseboard(page, server.origin)
  await board.openReady('/cases/valid?map=9/50/20&layers=incidents')
  const row = page
    .locator('[data-map-panel] li[data-rest]')
    .filter({ has: page.getByRole('switch', { name: 'Incidents' }) })
  await expect(row).toContainText('301')
  const map = await page.locator('[data-map-frame]').boundingBox()
  if (map === null) throw new Error('there is no map')
  const [x, y] = [map.x + map.width / 2, map.y + map.height / 2]
  await page.mouse.click(x, y)
  const card = page.locator('[data-rows-card]')
  await expect(card.getByRole('heading')).toHaveText('By itself')
  await expect(card).toContainText('5 March 2030')

  await board.openReady('/cases/valid?map=5/50/24.15&layers=incidents&t=2030-01/2030-01')
  await expect(row).toContainText('100 of 301')
  await page.mouse.click(x, y)
  await expect(page).toHaveURL(/map=7/)
  expect(board.foreignRequests).toEqual([])
  expect(board.complaints).toEqual([])
})
