import { join } from 'node:path'
import words from '@/lib/words/en.json' with { type: 'json' }
import { Caseboard } from './driver/caseboard'
import { Filter } from './driver/filter'
import { Legend } from './driver/legend'
import { printPage } from './driver/picture'
import { Server } from './driver/server'
import { expect, test } from './driver/test'
import { TimelineDriver } from './driver/timeline'
import { Wall } from './driver/wall'

/** A case of many points and plain rows: a density, a cluster, categories, and a layer that is off at first. */
const caseId = '2024-05-flood'

let server: Server
test.beforeAll(async () => {
  server = await Server.launch({ data: join(process.cwd(), 'tests/fixtures/third') })
})
test.afterAll(() => server.close())

test('the legend groups layers under threads, which are switched and looked at as one', async ({ page }) => {
  const board = new Caseboard(page, server.origin)
  await board.openReady('/')
  const legend = new Legend(board)
  const told = legend.told('High water')
  await expect(told).toContainText('9 m')
  await expect(told).toContainText('says River office')
  await expect(told).toContainText('The river rose by nine metres in four days.')
  await expect(legend.thread('High water').getByRole('switch')).toHaveCount(2)
  await expect(legend.otherLayers).toBeVisible()

  await expect(legend.wholeThread('High water')).toBeChecked()
  await legend.layer('Gauges').click()
  await expect(legend.wholeThread('High water')).toHaveAttribute('aria-checked', 'mixed')
  await legend.wholeThread('High water').click()
  await expect(legend.layer('Gauges')).toBeChecked()
  await legend.wholeThread('High water').click()
  await expect(legend.layer('Gauges')).not.toBeChecked()
  await expect(legend.layer('Calls for help')).not.toBeChecked()
  await expect(page).toHaveURL(/layers=shelters(&|$)/)
  await page.goBack()
  await expect(legend.wholeThread('High water')).toBeChecked()

  await legend.title('Relief').click()
  await expect.poll(() => (board.query('map') === null ? 0 : board.camera().zoom)).toBeGreaterThan(8)
  expect(Math.abs(board.camera().lat - 45.2)).toBeLessThan(0.5)

  // It stands out until it is left, in the column too, and its address is shared.
  await expect(page).toHaveURL(/[?&]thread=relief(&|$)/)
  const column = page.getByRole('region', { name: words.panel.pages.thread })
  await expect(column.getByRole('heading', { name: 'Relief' })).toBeVisible()
  await expect(column.getByRole('button', { name: /^Sports hall/ })).toBeVisible()
  await expect(legend.title('Relief')).toHaveAttribute('aria-pressed', 'true')
  const fadedPicture = await board.restingPicture()
  await page.goBack()
  await expect(column).toBeHidden()
  await page.goForward()
  await expect(column).toBeVisible()
  await page.reload()
  await expect(column).toBeVisible()
  const { zoom } = board.camera()
  await page.keyboard.press('Escape')
  await expect(column).toBeHidden()
  await expect(page).not.toHaveURL(/thread=/)
  expect(board.camera().zoom).toBeCloseTo(zoom)
  await expect.poll(async () => Buffer.compare(await board.restingPicture(), fadedPicture)).not.toBe(0)
  expect(board.complaints).toEqual([])
})

test('a record says its thread, on the page and on the wall', async ({ page }) => {
  const board = new Caseboard(page, server.origin)
  await board.openStill('/?event=bank-broke')
  await expect(board.panel('A bank breaks').getByText('High water', { exact: true })).toBeVisible()
  await expect(new TimelineDriver(page).mark(/^A bank breaks.*, High water/)).toHaveCount(1)
  await board.openStill('/?place=shelter-1')
  await expect(board.panel('School hall').getByText('Relief', { exact: true })).toBeVisible()

  const wall = new Wall(page, server.origin)
  await wall.open(`/wall/${caseId}`)
  await wall.joined()
  await wall.press('ArrowRight')
  await expect(page.getByRole('heading', { name: 'Nine metres' })).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('article').getByText('High water', { exact: true })).toBeVisible()
})

test('points that stand together open by a click, and say that what is selected is among them', async ({ page }) => {
  const board = new Caseboard(page, server.origin)
  const together = { lng: 10.908, lat: 45.106 }
  await board.openReady('/?map=7.5/45.106/10.908&layers=gauges')
  const plain = await board.restingPicture(together)
  await board.openReady('/?map=7.5/45.106/10.908&layers=gauges&place=gauge-7')
  await board.mouseAway()
  await expect.poll(async () => Buffer.compare(await board.restingPicture(together), plain)).not.toBe(0)

  await board.openReady('/?map=7.5/45.106/10.908&layers=gauges')
  await board.clickOnEarth(together)
  await expect.poll(() => board.camera().zoom).toBeGreaterThan(8)
  await board.openReady('/?map=8/45.9/9.1&layers=gauges')
  await board.clickOnEarth({ lng: 9.1, lat: 45.9 })
  await expect(board.panel('Gauge upstream')).toBeVisible()
})

test('plain rows are drawn, sorted into categories, told with their fields and printed', async ({ page }) => {
  const board = new Caseboard(page, server.origin)
  await board.openReady('/')
  const legend = new Legend(board)
  await expect(legend.keyOf('Shelters')).toHaveText(['Open', 'Full', 'Other'])
  // A layer that the case opens without is nothing that anybody has asked for.
  await expect(legend.layer('Wells')).not.toBeChecked()
  await expect(new Filter(board).asked.getByRole('button')).toHaveCount(0)

  const dense = await board.restingPicture()
  await legend.layer('Calls for help').click()
  await expect.poll(async () => Buffer.compare(await board.restingPicture(), dense)).not.toBe(0)
  await expect(new Filter(board).asked.getByRole('button').first()).toBeVisible()

  await board.openTab('Places')
  await page.getByRole('button', { name: /^Sports hall/ }).click()
  const panel = board.panel('Sports hall')
  await expect(panel.getByText('16 May 2024')).toBeVisible()
  await expect(panel.getByText('full', { exact: true })).toBeVisible()
  await expect(panel.getByText('80', { exact: true })).toBeVisible()

  await board.open(`/print/${caseId}`)
  const { pages } = await printPage(board)
  const paper = pages.join(' ').replace(/\s+/g, ' ')
  expect(paper).toContain('16 May 2024 Sports hall')
  expect(paper).toContain('State: full · Beds: 80')
  expect(board.complaints).toEqual([])
})
