import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withoutWebGl } from './driver/caseboard'
import { test as base, expect } from './driver/test'
import { around, headline, scenes, Wall } from './driver/wall'

const DAY_MS = 86_400_000
const caseFolder = (data: string) => join(data, 'cases', '2022-10-annexation')
const AWAY = 'The server does not answer'

const test = base.extend<{ wall: Wall }>({
  wall: async ({ page, ownServer }, use) => {
    const wall = new Wall(page, ownServer.origin)
    await use(wall)
    expect(wall.complaints).toEqual([])
  },
})
test.use({ viewport: { width: 960, height: 540 }, contextOptions: { reducedMotion: 'reduce' } })

test('the server is killed: the wall plays on, says so with the data’s age, and is back within ten seconds', async ({
  wall,
  ownServer,
}) => {
  await wall.openJoined()
  await ownServer.stop()
  await wall.away()
  await expect(wall.notes).toContainText(AWAY)
  await expect(wall.notes).toContainText(/checked \d+ s ago/)
  await wall.press('ArrowRight')
  await wall.sceneIs(headline(1))
  await ownServer.start()
  const back = Date.now()
  await wall.joined()
  await expect(wall.notes).not.toContainText(AWAY)
  expect(Date.now() - back).toBeLessThan(10_000)
  expect(wall.reloads).toBe(0)
})

test('a hold ends by itself, with no server too', async ({ wall, ownServer }) => {
  await wall.page.clock.install()
  await wall.openJoined()
  await wall.press(' ')
  await wall.isHeld(true)
  await ownServer.stop()
  await wall.away()
  await wall.page.clock.fastForward(600_000)
  await wall.isHeld(false)
})

test('a clock that is moved a day does not change what is on, and old data is never called fresh', async ({
  wall,
  ownServer,
}) => {
  await wall.page.clock.install()
  await wall.openJoined()
  // A clock that is set makes the page ask its server anew, and the answer is what the age is counted from.
  for (const set of [DAY_MS, 0]) {
    const answered = wall.page.waitForResponse((response) => /\/api\/cases\/[^/?]+(\?|$)/.test(response.url()))
    await wall.page.clock.setSystemTime(Date.now() + set)
    await answered
    await expect(wall.notes).toContainText(/checked \d+ s ago/)
  }
  await ownServer.stop()
  await wall.away()
  await wall.page.clock.fastForward(120_000)
  await wall.page.clock.setSystemTime(Date.now() - DAY_MS)
  await expect(wall.notes).toContainText(/checked [2-9] min ago/)
  await wall.page.clock.setSystemTime(Date.now() + DAY_MS)
  await expect(wall.notes).toContainText(/checked (23|24) h ago|checked 1 day ago/)
})

test('a half written case file leaves the last good case and a note; mended and edited, it is shown untouched', async ({
  wall,
  ownServer,
}) => {
  await wall.openJoined()
  const file = join(caseFolder(ownServer.data), 'scenes.json')
  const whole = readFileSync(file, 'utf8')
  writeFileSync(file, whole.slice(0, whole.length / 2))
  await wall.hearsOfTheCase(() =>
    expect(wall.notes).toContainText('scenes.json cannot be read: it is shown as last read.', { timeout: 1_000 }),
  )
  await expect(wall.notes).not.toContainText('set aside')
  await wall.press('End')
  await wall.sceneIs(around.closing)
  await wall.press('1', ' ')
  writeFileSync(file, whole.replace(headline(0), 'Edited while it played'))
  await wall.hearsOfTheCase(() => expect(wall.notes).not.toContainText('scenes.json', { timeout: 1_000 }))
  await expect(wall.title).toHaveText('Edited while it played')
})

test('a case that is not there yet, or cannot be read, is waited for and opened when it can', async ({
  wall,
  ownServer,
}) => {
  const folder = caseFolder(ownServer.data)
  const head = readFileSync(join(folder, 'case.json'), 'utf8')
  renameSync(folder, `${folder}-later`)
  await ownServer.seesFiles()
  await wall.open()
  await expect(wall.title).toHaveText('There is no case “2022-10-annexation” here yet')
  writeFileSync(join(`${folder}-later`, 'case.json'), head.slice(0, head.length / 2))
  renameSync(`${folder}-later`, folder)
  await ownServer.seesFiles()
  await wall.open()
  await expect(wall.title).toHaveText('The case “2022-10-annexation” cannot be read')
  writeFileSync(join(folder, 'case.json'), head)
  await expect(wall.title).toHaveText(headline(0), { timeout: 20_000 })
})

test('a lost graphics context is said, comes back, and the map is renewed between scenes', async ({ wall }) => {
  await wall.openJoined()
  await wall.mapIs('ready')
  await wall.settled()
  const before = await wall.hatching()
  const canvas = await wall.map.locator('canvas').elementHandle()
  await wall.loseContext(1_000)
  await expect(wall.notes).toContainText('graphics failed')
  await wall.mapIs('ready')
  await expect(wall.notes).not.toContainText('graphics failed')
  await expect.poll(async () => Buffer.compare(await wall.hatching(), before), { timeout: 15_000 }).toBe(0)
  await wall.press('ArrowRight')
  await expect.poll(() => canvas?.evaluate((element) => element.isConnected), { timeout: 20_000 }).toBe(false)
  await wall.mapIs('ready')
  await wall.press('ArrowLeft')
  await expect.poll(async () => Buffer.compare(await wall.hatching(), before), { timeout: 15_000 }).toBe(0)
})

test('without WebGL a still map stands in, said in the corner, and the tour goes on', async ({ wall }) => {
  await withoutWebGl(wall.page)
  await wall.openJoined()
  await wall.mapIs('unsupported')
  const still = wall.page.getByRole('img', { name: /Still map of the case/ })
  await expect.poll(() => still.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await expect(wall.notes).toContainText('this is a still map')
  await wall.press('ArrowRight')
  await wall.sceneIs(headline(1))
})

test('once it is up the wall needs no more code, so a release that takes the old files away breaks nothing', async ({
  wall,
}) => {
  await wall.openJoined()
  await wall.mapIs('ready')
  await wall.settled()
  const asked = await wall.withoutCode()
  for (const _ of scenes) await wall.press('ArrowRight')
  await wall.code()
  await wall.press('Escape', '1')
  // Before the loss: a change of scene that is still on its way may renew the map as soon as it is lost.
  const canvas = await wall.map.locator('canvas').elementHandle()
  await wall.loseContext(500)
  await wall.mapIs('lost')
  await wall.mapIs('ready')
  await wall.press('ArrowRight')
  await expect.poll(() => canvas?.evaluate((element) => element.isConnected), { timeout: 20_000 }).toBe(false)
  await wall.mapIs('ready')
  expect(asked).toEqual([])
})

test('a part that fails leaves its place empty, the rest goes on, and the next scene brings it back', async ({
  wall,
}) => {
  await wall.page.addInitScript(() => {
    const observe = ResizeObserver.prototype.observe
    ResizeObserver.prototype.observe = function (element, options) {
      if (element.matches('article')) {
        ResizeObserver.prototype.observe = observe
        throw new Error('a part that fails')
      }
      observe.call(this, element, options)
    }
  })
  await wall.openJoined()
  await expect(wall.title).toHaveCount(0)
  await expect(wall.notes).toContainText('© OpenStreetMap contributors')
  await wall.press('ArrowRight')
  await wall.sceneIs(headline(1))
})

test('a wall that fails as a whole says so, and starts again by itself', async ({ wall }) => {
  await wall.page.clock.install()
  await wall.page.addInitScript(() => {
    // What the wall itself does as it comes alive.
    const add = window.addEventListener
    window.addEventListener = (...given: Parameters<typeof add>) => {
      if (given[0] === 'keydown' && sessionStorage.getItem('failed') === null) {
        sessionStorage.setItem('failed', '')
        throw new Error('a wall that fails')
      }
      add.apply(window, given)
    }
  })
  await wall.open()
  await expect(wall.title).toHaveText('Something failed here')
  await wall.page.clock.fastForward(10_000)
  await wall.joined()
  // The tour goes on meanwhile.
  expect([around.title, headline(0)]).toContain(await wall.title.textContent())
})
