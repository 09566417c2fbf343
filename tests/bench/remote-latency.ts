import type { Page } from '@playwright/test'
import { z } from 'zod'
import { Server } from '../e2e/driver/server'
import { atMost, exactly, type Finding, told } from '../soak/finding'
import { CASE, launchBrowser, WallPage } from '../soak/wall-page'
import { percentile } from './statistics'

const LIMIT_MS = 150
const BETWEEN_MS = 120
const SEEN_LIMIT_MS = 5_000

const offerSchema = z.object({ offer: z.object({ code: z.string() }) })

/** Opens a code at the wall, and answers with it. */
async function openOffer(wall: Page): Promise<string> {
  const answer: unknown = await wall.evaluate(async (caseId) => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`/control/offers?case=${caseId}`, { method: 'POST', headers, body: '{}' })
    return response.json()
  }, CASE)
  return offerSchema.parse(answer).offer.code
}

/** A phone that is paired with the wall and shows the surface to point on. */
async function openPhone(wall: WallPage, origin: string): Promise<Page> {
  const browser = wall.context.browser()
  if (browser === null) throw new Error('the browser is gone')
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const phone = await context.newPage()
  await phone.goto(`${origin}/remote#${await openOffer(wall.page)}`)
  await phone.getByRole('button', { name: 'Connect' }).click()
  await phone.getByRole('tab', { name: 'Point' }).click()
  return phone
}

/** In the wall: notes when each spot has been painted, by its `x` in thousandths; ms since the epoch. */
function watchSpots(): void {
  const seen: Record<number, number> = {}
  Object.assign(window, { spotsSeen: seen })
  new MutationObserver((records) => {
    for (const { target } of records) {
      const x = target instanceof HTMLElement ? target.style.getPropertyValue('--x') : ''
      if (x === '') continue
      const key = Math.round(Number(x) * 1000)
      // The first callback stands before the frame that has the spot, the second after it.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          seen[key] ??= performance.timeOrigin + performance.now()
        }),
      )
    }
  }).observe(document.body, { attributes: true, attributeFilter: ['style'], subtree: true })
}

/** In the phone: notes the finger's own time of its last move. */
function watchFinger(): void {
  const at = { capture: true }
  window.addEventListener(
    'pointermove',
    ({ timeStamp }) => Object.assign(window, { lastTouch: performance.timeOrigin + timeStamp }),
    at,
  )
}

/** Points `count` times with a real phone page, and times each from the finger to the wall's painted frame. */
export async function benchRemote(count: number): Promise<Finding[]> {
  const server = await Server.launch()
  const browser = await launchBrowser()
  try {
    const wall = await WallPage.open(browser, server.origin)
    const phone = await openPhone(wall, server.origin)
    await wall.page.evaluate(watchSpots)
    await phone.evaluate(watchFinger)
    const surface = await phone.getByRole('application', { name: /point|spot/i }).boundingBox()
    if (surface === null) throw new Error('the phone has no surface to point on')
    await wall.page.keyboard.press('Space')
    const latencies: number[] = []
    let lost = 0
    const middle = surface.y + surface.height / 2
    await phone.mouse.move(surface.x + 10, middle)
    await phone.mouse.down()
    for (let at = 1; at <= count; at++) {
      // Whole px, each one used once in a row.
      const px = 20 + ((at * 7) % Math.floor(surface.width - 40))
      await phone.mouse.move(surface.x + px, middle)
      const key = Math.round((px / surface.width) * 1000)
      const seen = await wall.page
        .waitForFunction((wanted) => Reflect.get(window, 'spotsSeen')[wanted], key, {
          timeout: SEEN_LIMIT_MS,
          polling: 10,
        })
        .then((handle) => handle.jsonValue())
        .catch(() => null)
      const touched = await phone.evaluate(() => Reflect.get(window, 'lastTouch'))
      if (seen === null) lost += 1
      else latencies.push(Number(seen) - Number(touched))
      await wall.page.evaluate(() => {
        for (const name of Object.keys(Reflect.get(window, 'spotsSeen'))) delete Reflect.get(window, 'spotsSeen')[name]
      })
      await phone.waitForTimeout(BETWEEN_MS)
    }
    return [
      told('spots pointed at', count, ''),
      exactly('spots that the wall did not show', lost, 0),
      told('from thumb to wall, median', percentile(latencies, 0.5), 'ms'),
      atMost('from thumb to wall, p95', percentile(latencies, 0.95), LIMIT_MS, 'ms'),
    ]
  } finally {
    await browser.close()
    await server.close()
  }
}
