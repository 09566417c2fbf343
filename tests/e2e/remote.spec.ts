import { expectAccessible } from './driver/axe'
import { Remote } from './driver/remote'
import { displayShape, expect, ownPage, pairedPhone, phoneShape, test } from './driver/remote-test'
import { Wall } from './driver/wall'
import { hidesWording } from './driver/wall-text'

test('a phone that types the code moves the scenes, and the wall says who steers', async ({ wall, phone }) => {
  const [first = '', second = ''] = await pairedPhone(wall, phone)
  await phone.goTo(first)
  await wall.sceneIs(first)
  await phone.press('Next')
  await wall.sceneIs(second)
  await phone.sceneIs(second)
  await wall.saysSteered('Anna’s phone')
  await phone.press('Back')
  await wall.sceneIs(first)
})

test('the phone holds the tour, and lets it go on', async ({ wall, phone }) => {
  await pairedPhone(wall, phone)
  await phone.press('Hold')
  await wall.isHeld(true)
  await expect(phone.now).toContainText('On hold')
  await phone.press('Play')
  await wall.isHeld(false)
})

test('the phone darkens the wall, and lights it again', async ({ wall, phone }) => {
  await pairedPhone(wall, phone)
  await phone.press('Dark')
  await wall.isBlank(true)
  await expect(phone.now).toContainText('The wall is dark')
  await phone.press('Light')
  await wall.isBlank(false)
})

test('where the finger is the audience sees a spot, which goes when it is lifted', async ({ wall, phone }) => {
  await pairedPhone(wall, phone)
  await phone.openPart('Point')
  await phone.drag({ x: 0.2, y: 0.3 }, { x: 0.75, y: 0.6 })
  await wall.spotIs({ x: 0.75, y: 0.6 })
  await phone.lift()
  await wall.spotIs(null)
})

test.describe('with the live map', () => {
  test.use({ liveMap: true })

  test('dragging pans the map with the finger, and the scene’s view comes back', async ({ wall, phone }) => {
    const [first = ''] = await pairedPhone(wall, phone)
    await phone.goTo(first)
    await phone.openPart('Map')
    await phone.drag({ x: 0.5, y: 0.5 }, { x: 0.7, y: 0.5 })
    await phone.lift()
    await wall.isHeld(true)
    const panned = (await phone.told()).state.camera
    await phone.drag({ x: 0.5, y: 0.5 }, { x: 0.7, y: 0.5 })
    await phone.lift()
    // The ground goes east with the finger, so the camera goes west.
    await expect.poll(async () => (await phone.told()).state.camera?.lng).toBeLessThan(panned?.lng ?? -180)
    await phone.press('Back to the scene’s view')
    await expect.poll(async () => (await phone.told()).state.camera).toBeNull()
  })

  test('two fingers zoom, and so do buttons', async ({ wall, phone }) => {
    await pairedPhone(wall, phone)
    await phone.openPart('Map')
    await phone.press('Zoom in')
    await expect.poll(async () => (await phone.told()).state.camera).not.toBeNull()
    const before = (await phone.told()).state.camera?.zoom ?? 0
    await phone.pinch(80, 160)
    await expect.poll(async () => (await phone.told()).state.camera?.zoom).toBeCloseTo(before + 1, 1)
  })
})

test('a place is found by its name in its own script, and its evidence opened', async ({ wall, phone }) => {
  await pairedPhone(wall, phone)
  const found = await phone.find('херсон')
  await found.first().click()
  await wall.evidenceIs('Kherson')
  // Words that other records have otherwise stand beside theirs here too.
  await expect(wall.evidence.getByRole('blockquote').first()).toBeAttached()
  expect(await hidesWording(wall.page)).toBe(false)
  await phone.press('Close')
  await wall.evidenceIs(null)
})

test('a second display joins as evidence and follows, is dropped and follows no more, and joins again as map', async ({
  wall,
  phone,
  second,
  secondAsRemote,
}) => {
  const [, , third = ''] = await pairedPhone(wall, phone)
  await phone.goTo(third)
  await phone.press('Hold')
  const join = async (use: 'Evidence display' | 'Map display') => {
    await secondAsRemote.open(await wall.code())
    await secondAsRemote.callItself('Left display')
    await secondAsRemote.useAs(use)
    await secondAsRemote.connect()
  }
  await join('Evidence display')
  // A late joiner shows what is on at once.
  await second.joined()
  await expect(second.page).toHaveURL(/as=evidence/)
  await second.sceneIs(third)
  await phone.press('Next')
  await wall.sceneIs((await phone.headlines())[3] ?? '')
  await second.sceneIs((await phone.headlines())[3] ?? '')
  await wall.drop('Left display')
  await expect.poll(async () => (await phone.told()).screens).toHaveLength(1)
  await phone.press('Next')
  await wall.sceneIs((await phone.headlines())[4] ?? '')
  await second.joined()
  await second.sceneIs((await phone.headlines())[3] ?? '')
  await join('Map display')
  await second.joined()
  await expect(second.page).toHaveURL(/as=map/)
  await second.sceneIs((await phone.headlines())[4] ?? '')
})

test('the phone keeps the last state while the server is away, and comes back', async ({ browser, ownServer }) => {
  const display = await ownPage(browser, displayShape)
  const hand = await ownPage(browser, phoneShape)
  const wall = new Wall(display.page, ownServer.origin)
  const phone = new Remote(hand.page, ownServer.origin)
  await wall.openJoined()
  const [, second = ''] = await pairedPhone(wall, phone)
  await phone.goTo(second)
  await phone.press('Hold')
  await wall.isHeld(true)
  await ownServer.stop()
  await phone.away()
  await phone.sceneIs(second)
  await ownServer.start()
  await phone.joined()
  await Promise.all([display.context.close(), hand.context.close()])
})

test('a presenter’s computer has notes, next scene and clock, and steers by the keyboard', async ({
  wall,
  second,
  secondAsRemote,
}) => {
  await second.page.clock.install()
  await secondAsRemote.pair(await wall.code(), 'Lectern')
  const [first = '', next = '', third = ''] = await secondAsRemote.headlines()
  await second.press('End', 'Home')
  await wall.sceneIs(first)
  await second.press('PageDown')
  await wall.sceneIs(next)
  await expect(second.page.getByRole('heading', { name: 'Notes' })).toBeVisible()
  await expect(second.page.getByText(third, { exact: true }).first()).toBeVisible()
  await expect(secondAsRemote.time('Time')).toHaveText(/^\d\d:\d\d$/)
  await expect(secondAsRemote.time('In this scene')).toHaveText(/^0:\d\d$/)
  await second.press('b')
  await wall.isBlank(true)
  // Dark, the tour stands for ten minutes; and whoever begins counts from zero.
  await expect(secondAsRemote.time('Until the next')).toHaveText(/^(10:00|9:5\d)$/)
  await second.page.clock.fastForward(60_000)
  await expect(secondAsRemote.time('Since the start')).toHaveText(/^1:\d\d$/)
  await secondAsRemote.press('Reset')
  await expect(secondAsRemote.time('Since the start')).toHaveText(/^0:\d\d$/)
})

test('axe finds nothing on the phone, in any part', async ({ wall, phone }) => {
  await phone.open()
  await expect(phone.codeField).toBeVisible()
  const check = async () => {
    await expectAccessible(phone.page)
  }
  await check()
  await pairedPhone(wall, phone)
  for (const part of ['Notes', 'Scenes', 'Point', 'Map', 'Time', 'Find', 'Device'] as const) {
    await phone.openPart(part)
    await check()
  }
})

test('everything that a thumb presses is at least 44 px high', async ({ wall, phone }) => {
  await pairedPhone(wall, phone)
  for (const part of ['Scenes', 'Map', 'Time', 'Find', 'Device'] as const) {
    await phone.openPart(part)
    const heights = await phone.page
      .locator('button, input')
      .filter({ visible: true })
      .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().height))
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44)
  }
})
