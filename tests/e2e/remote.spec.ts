import AxeBuilder from '@axe-core/playwright'
import type { Browser } from '@playwright/test'
import { withoutWebGl } from './driver/caseboard'
import { Remote } from './driver/remote'
import { test as base, expect } from './driver/test'
import { Wall } from './driver/wall'

/** Without motion: what moves all the time keeps the software that draws it busy, and shows nothing of the remote. */
const displayShape = { viewport: { width: 960, height: 540 }, reducedMotion: 'reduce' } as const
const phoneShape = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  reducedMotion: 'reduce',
} as const

interface Fixtures {
  /** Whether the displays draw the live map: what a phone does with it needs one, and software takes seconds for it. */
  liveMap: boolean
  /** The wall's display, a phone and a second display: each a browser of its own. */
  wall: Wall
  phone: Remote
  second: Wall
  secondAsRemote: Remote
}

async function ownPage(browser: Browser, options: object) {
  const context = await browser.newContext(options)
  return { context, page: await context.newPage() }
}

const test = base.extend<Fixtures>({
  liveMap: [false, { option: true }],
  wall: async ({ browser, server, liveMap }, use) => {
    const { context, page } = await ownPage(browser, displayShape)
    if (!liveMap) await withoutWebGl(page)
    const wall = new Wall(page, server.origin)
    await wall.openJoined()
    await use(wall)
    await context.close()
  },
  phone: async ({ browser, server }, use) => {
    const { context, page } = await ownPage(browser, phoneShape)
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) complaints.push(message.text())
    })
    await use(new Remote(page, server.origin))
    expect(complaints).toEqual([])
    await context.close()
  },
  second: async ({ browser, server, liveMap }, use) => {
    const { context, page } = await ownPage(browser, displayShape)
    if (!liveMap) await withoutWebGl(page)
    await use(new Wall(page, server.origin))
    await context.close()
  },
  secondAsRemote: async ({ second, server }, use) => {
    await use(new Remote(second.page, server.origin))
  },
})

async function pairedPhone(wall: Wall, phone: Remote): Promise<string[]> {
  await phone.pair(await wall.code())
  // The code is used up, and the wall says so by showing it no longer.
  await expect(wall.card).toBeHidden()
  return phone.headlines()
}

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

test('the code of the QR code pairs by one tap, and stands in the address no longer', async ({ wall, phone }) => {
  await phone.open(await wall.code())
  await expect(phone.page).toHaveURL(/\/remote$/)
  await expect(phone.codeField).toHaveValue(/^\w{3} \w{5}$/)
  await phone.connect()
  await phone.joined()
})

test('the phone holds the tour, and lets it go on', async ({ wall, phone }) => {
  await pairedPhone(wall, phone)
  await phone.press('Hold')
  await wall.isHeld(true)
  await expect(phone.now).toContainText('Held')
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
  await phone.press('Close')
  await wall.evidenceIs(null)
})

test('the wall drops the phone, which says so and steers no longer', async ({ wall, phone }) => {
  await pairedPhone(wall, phone)
  await wall.drop('Anna’s phone')
  await expect(phone.alert).toHaveText('This device was disconnected by the wall.')
  expect(await phone.send('/control/commands?as=remote', { kind: 'step', by: 1 })).toBe(401)
})

test('the phone disconnects itself', async ({ wall, phone }) => {
  await pairedPhone(wall, phone)
  await phone.openPart('Device')
  await phone.press('Disconnect this device')
  await expect(phone.codeField).toBeVisible()
  await expect(phone.alert).toBeHidden()
  expect(await phone.send('/control/commands?as=remote', { kind: 'hold' })).toBe(401)
})

test('a second display joins as evidence by the code, and follows', async ({ wall, phone, second, secondAsRemote }) => {
  const [, , third = ''] = await pairedPhone(wall, phone)
  await phone.goTo(third)
  await secondAsRemote.open(await wall.code())
  await secondAsRemote.useAs('Evidence display')
  await secondAsRemote.connect()
  // A late joiner shows what is on at once.
  await second.joined()
  await expect(second.page).toHaveURL(/as=evidence/)
  await second.sceneIs(third)
  await phone.press('Next')
  await wall.sceneIs((await phone.headlines())[3] ?? '')
  await second.sceneIs((await phone.headlines())[3] ?? '')
})

test('a wrong code pairs nothing and is told in words', async ({ wall, phone }) => {
  const code = await wall.code()
  await phone.open()
  await phone.typeCode(`${code.slice(0, 7)}${code.endsWith('2') ? '3' : '2'}`)
  await phone.connect()
  await expect(phone.alert).toContainText('No wall takes this code')
})

test('a code works once', async ({ wall, phone, secondAsRemote }) => {
  const code = await wall.code()
  await phone.pair(code)
  await secondAsRemote.open(code)
  await secondAsRemote.connect()
  await expect(secondAsRemote.alert).toContainText('No wall takes this code')
})

test('five wrong codes lock the display, and the phone counts the wait', async ({ wall, phone }) => {
  const code = await wall.code()
  await phone.open()
  for (const last of 'ABCDE') {
    await phone.typeCode(`${code.slice(0, 3)}${code[3] === 'Z' ? 'Y' : 'Z'}ZZZ${last}`)
    await phone.connect()
    await expect(phone.alert).toBeVisible()
  }
  await expect(phone.alert).toContainText(/Too many wrong codes. Try again in \d+:\d\d/)
  await expect(phone.button('Connect')).toBeDisabled()
})

test('another site’s request steers nothing', async ({ wall, phone, server }) => {
  await pairedPhone(wall, phone)
  const [cookie] = (await phone.page.context().cookies()).filter(({ name }) => name === 'caseboard-remote')
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' })
  const headers = {
    'content-type': 'application/json',
    cookie: `${cookie?.name}=${cookie?.value}`,
    origin: 'http://elsewhere.example',
  }
  const body = JSON.stringify({ kind: 'hold' })
  const answer = await fetch(`${server.origin}/control/commands?as=remote`, { method: 'POST', headers, body })
  expect(answer.status).toBe(403)
  await wall.isHeld(false)
})

test('a phone that was never paired steers nothing', async ({ phone }) => {
  await phone.open()
  await expect(phone.codeField).toBeVisible()
  expect(await phone.send('/control/commands?as=remote', { kind: 'step', by: 1 })).toBe(401)
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
  await secondAsRemote.pair(await wall.code(), 'Lectern')
  const [first = '', next = '', third = ''] = await secondAsRemote.headlines()
  await second.press('End', 'Home')
  await wall.sceneIs(first)
  await second.press('PageDown')
  await wall.sceneIs(next)
  await expect(second.page.getByRole('heading', { name: 'Notes' })).toBeVisible()
  await expect(second.page.getByText(third, { exact: true }).first()).toBeVisible()
  await second.press('b')
  await wall.isBlank(true)
})

test('axe finds nothing on the phone, in any part', async ({ wall, phone }) => {
  await phone.open()
  await expect(phone.codeField).toBeVisible()
  const check = async () => {
    const found = await new AxeBuilder({ page: phone.page }).analyze()
    expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  }
  await check()
  await pairedPhone(wall, phone)
  for (const part of ['Notes', 'Scenes', 'Point', 'Map', 'Find', 'Device'] as const) {
    await phone.openPart(part)
    await check()
  }
})

test('everything that a thumb presses is at least 44 px high', async ({ wall, phone }) => {
  await pairedPhone(wall, phone)
  for (const part of ['Scenes', 'Map', 'Find', 'Device'] as const) {
    await phone.openPart(part)
    const heights = await phone.page
      .locator('button, input')
      .filter({ visible: true })
      .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().height))
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44)
  }
})
