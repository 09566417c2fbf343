import type { Browser } from '@playwright/test'
import { withoutWebGl } from './caseboard'
import { Remote } from './remote'
import { test as base, expect } from './test'
import { Wall } from './wall'

/** Without motion: what moves all the time keeps the software that draws it busy, and shows nothing of the remote. */
export const displayShape = { viewport: { width: 960, height: 540 }, reducedMotion: 'reduce' } as const
export const phoneShape = {
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

/** A page in a browser of its own. */
export async function ownPage(browser: Browser, options: object) {
  const context = await browser.newContext(options)
  return { context, page: await context.newPage() }
}

/** Tests of a wall and of the devices that steer it. */
export const test = base.extend<Fixtures>({
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

/** Pairs the phone by the code that the wall shows; resolves with the headlines of the scenes. */
export async function pairedPhone(wall: Wall, phone: Remote): Promise<string[]> {
  await phone.pair(await wall.code())
  // The code is used up, and the wall says so by showing it no longer.
  await expect(wall.card).toBeHidden()
  return phone.headlines()
}

export { expect }
