import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessible } from './driver/axe'
import { withoutWebGl } from './driver/caseboard'
import { expect, test } from './driver/test'

/** As often as an open page asks for its case again. */
const REFRESH_MS = 10_000

const caseFolder = (data: string) => join(data, 'cases', '2022-10-annexation')

test('the server goes away and comes back: the data stays, its age shows, and it recovers by itself', async ({
  ownCaseboard,
  ownServer,
}) => {
  // Without the stream of changes: what the page asks by itself has to do, and a stream is never idle.
  await ownCaseboard.page.route('**/changes', (route) => route.abort())
  await ownCaseboard.page.clock.install()
  await ownCaseboard.openStill()
  // The code of the parts that are not open comes last.
  await ownCaseboard.page.waitForLoadState('networkidle')
  await ownServer.stop()
  await ownCaseboard.page.clock.fastForward(REFRESH_MS)
  await expect(ownCaseboard.page.getByText(/The server cannot be reached/)).toBeInViewport()
  await ownCaseboard.openTab('Places')
  await ownCaseboard.press(/^Kherson/)
  await expect(ownCaseboard.panel('Kherson')).toBeVisible()
  await ownServer.start()
  await ownCaseboard.page.clock.fastForward(REFRESH_MS)
  await expect(ownCaseboard.page.getByText(/The server cannot be reached/)).toHaveCount(0)
})

test('an edit on disk reaches the open page', async ({ ownCaseboard, ownServer }) => {
  await ownCaseboard.page.clock.install()
  await ownCaseboard.openStill()
  const file = join(caseFolder(ownServer.data), 'case.json')
  const head = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...head, title: 'Edited while it was open' }))
  await ownServer.seesFiles()
  await ownCaseboard.page.clock.fastForward(REFRESH_MS)
  await expect(ownCaseboard.page.getByRole('heading', { level: 1, name: 'Edited while it was open' })).toBeVisible()
})

test('a bad record is named and the rest goes on', async ({ ownCaseboard, ownServer }) => {
  const file = join(caseFolder(ownServer.data), 'figures.json')
  const figures = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify([{ ...figures[0], value: 'many' }, ...figures.slice(1)], null, 2))
  await ownServer.seesFiles()
  await ownCaseboard.openStill()
  await ownCaseboard.press(/records were set aside/)
  await expect(ownCaseboard.page.getByText(/figures\.json, line/).first()).toBeVisible()
  await expect(ownCaseboard.page.getByText(figures[0].id).filter({ visible: true }).first()).toBeVisible()
})

test('a file that cannot be read costs that file only', async ({ ownCaseboard, ownServer }) => {
  writeFileSync(join(caseFolder(ownServer.data), 'quotations.json'), '[{"id": "half')
  await ownServer.seesFiles()
  await ownCaseboard.openStill('/?place=UA-65')
  await expect(ownCaseboard.panel('Kherson').getByText('28,461').first()).toBeVisible()
  await expect(ownCaseboard.page.getByText(/cannot be read and is shown as last read/).first()).toBeVisible()
})

test('a lost graphics context comes back with layers and selection', async ({ caseboard }) => {
  await caseboard.openReady('/?place=UA-65&map=7/46.2/34.2&layers=annexed-oblasts,named-places')
  await caseboard.mouseAway()
  const before = await caseboard.restingPicture()
  await caseboard.loseContext(1500)
  await caseboard.mapIs('lost')
  await caseboard.mapIs('ready')
  await expect(caseboard.panel('Kherson')).toBeVisible()
  await expect.poll(async () => Buffer.compare(await caseboard.map.screenshot(), before), { timeout: 15_000 }).toBe(0)
  await caseboard.clickOnEarth({ lng: 34.2, lat: 45.5 })
  await expect(caseboard.panel('Crimea')).toBeVisible()
})

test('without WebGL the same panels work beside a still map', async ({ caseboard }) => {
  await withoutWebGl(caseboard.page)
  await caseboard.open()
  await caseboard.mapIs('unsupported')
  const still = caseboard.stillMap
  await expect.poll(() => still.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  const whole = await caseboard.stillBounds()
  await caseboard.openTab('Places')
  await caseboard.press(/^Luhansk/)
  await expect(caseboard.panel('Luhansk')).toBeVisible()
  // The picture goes where the map would have gone, and back.
  await expect(still).toHaveAttribute('src', /places=UA-09/)
  const near = await caseboard.stillBounds()
  expect(near[2] - near[0]).toBeLessThan((whole[2] - whole[0]) / 2)
  await caseboard.page.goBack()
  await expect.poll(() => caseboard.stillBounds()).toEqual(whole)
  await caseboard.open('/?map=9/46.6/32.6')
  await caseboard.mapIs('unsupported')
  const [west, south, east, north] = await caseboard.stillBounds()
  expect((west + east) / 2).toBeCloseTo(32.6, 3)
  expect(south < 46.6 && north > 46.6).toBe(true)
  await expectAccessible(caseboard.page)
})
