import { join } from 'node:path'
import words from '@/lib/words/en.json' with { type: 'json' }
import { Caseboard } from './driver/caseboard'
import { PaletteDriver } from './driver/palette'
import { downloadPicture, printPage } from './driver/picture'
import { Server } from './driver/server'
import { Share } from './driver/share'
import { expect, test } from './driver/test'
import { Wall } from './driver/wall'
import { named } from './driver/words'

/** A case with layers of its own kinds on another continent: nothing in it is like the first. */
const caseId = '2021-03-canal'
const layers = ['Anchorages', 'The canal', 'Round the Cape', 'Ships waiting', 'The grounding', 'Ports']

let server: Server
test.beforeAll(async () => {
  server = await Server.launch({ data: join(process.cwd(), 'tests/fixtures/second') })
})
test.afterAll(() => server.close())

test('another story is drawn, told, found and leafed through as the first is', async ({ page }) => {
  const board = new Caseboard(page, server.origin)
  await board.openReady('/')
  const legend = page.getByRole('region', { name: 'Legend' })
  // What only locates, or is not in view, stands with the rest.
  await board.press(words.panel.legendWhole)
  for (const name of layers) await expect(legend.getByRole('switch', { name })).toBeChecked()
  await board.press('About the map')
  await expect(page.getByText(/^Natural Earth.*·\sHarbour test data$/)).toBeVisible()
  await board.press('About the map')
  // Of what the case has nothing for there is no page.
  await expect(page.getByRole('link', { name: 'Places', exact: true })).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Borders', includeHidden: true })).toHaveCount(0)
  await expect(page.getByRole('tab', { name: 'Corrections', includeHidden: true })).toHaveCount(0)

  const drawn = await board.restingPicture()
  await legend.getByRole('switch', { name: 'Anchorages' }).click()
  await expect.poll(async () => Buffer.compare(await board.restingPicture(), drawn)).not.toBe(0)
  await expect(page).toHaveURL(/layers=canal,detour,queues,grounding,ports/)
  await legend.getByRole('switch', { name: 'Anchorages' }).click()
  await expect(page).not.toHaveURL(/layers=/)

  await board.openTab('Places')
  await page.getByRole('button', { name: /^Where the ship ran aground/ }).click()
  const panel = board.panel('Where the ship ran aground')
  await expect(panel.getByText('400', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')

  const palette = new PaletteDriver(page)
  await palette.find('السويس', 'Suez')
  await palette.press('Enter')
  await expect(board.panel('Suez')).toBeVisible()
  expect(board.foreignRequests).toEqual([])
  expect(board.complaints).toEqual([])
})

test('a click on the map opens what it draws', async ({ page }) => {
  const board = new Caseboard(page, server.origin)
  await board.openReady('/?map=8/31.45/32.2&layers=anchorages')
  await board.clickOnEarth({ lng: 32.15, lat: 31.5 })
  await expect(board.panel('Northern anchorage')).toBeVisible()
  await board.openReady('/?map=8/31.45/32.2&layers=queues')
  await board.clickOnEarth({ lng: 32.35, lat: 31.45 })
  await expect(board.panel('Ships at the northern end')).toBeVisible()
})

test('it goes onto a wall, paper, picture, into another page and away as data', async ({ page }) => {
  const wall = new Wall(page, server.origin)
  await wall.open(`/wall/${caseId}`)
  await expect(page.getByRole('heading', { name: 'A canal is blocked' })).toBeVisible({ timeout: 20_000 })
  await wall.joined()
  await wall.press('ArrowRight')
  await expect(page.getByRole('heading', { name: 'Across the canal' })).toBeVisible()
  await expect(page.getByText('The wind took her')).toBeVisible()

  const board = new Caseboard(page, server.origin)
  await board.open(`/print/${caseId}`)
  const { pages } = await printPage(board)
  expect(pages.join(' ')).toContain('A canal is blocked')
  // The legend has what is on the map, which does not reach round the Cape.
  expect(pages.join(' ')).toContain('Ships waiting The canal')
  expect(pages.join(' ')).not.toContain('Round the Cape')

  await board.open(`/embed/${caseId}?place=suez`)
  await board.mapIs('ready')
  await expect(page.getByText('Harbour test data')).toBeVisible()

  await board.openReady('/')
  await board.press(named.shareTool)
  const { name } = await downloadPicture(board, 1)
  expect(name).toMatch(/^2021-03-canal-.*\.png$/)
  const share = new Share(page)
  const geojson = await share.save('button', 'Shapes, GeoJSON')
  expect(geojson.text).toContain('round-the-cape')
  expect(board.complaints).toEqual([])

  const still = await page.request.get(`${server.origin}/api/cases/${caseId}/map.svg`)
  expect(await still.text()).toContain('Suez Canal')
})
