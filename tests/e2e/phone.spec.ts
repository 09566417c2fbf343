import { expectAccessible } from './driver/axe'
import { expect, test } from './driver/test'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

test('on a phone a tap on the map opens the sheet, and nothing scrolls sideways', async ({ caseboard }) => {
  await caseboard.openReady('/?map=6/44.5/33.5')
  const tap = await caseboard.pixelOf({ lng: 33.5, lat: 46.9 })
  await caseboard.page.touchscreen.tap(tap.x, tap.y)
  await expect(caseboard.panel('Kherson')).toBeVisible()
  const overflow = await caseboard.page
    .getByRole('complementary')
    .evaluateAll((panels) => panels.map((panel) => panel.scrollWidth - panel.clientWidth))
  expect(Math.max(...overflow)).toBe(0)
})

test('axe finds nothing on a phone', async ({ caseboard }) => {
  await caseboard.openReady('/?place=UA-65')
  await expectAccessible(caseboard.page)
  await caseboard.openStill()
  await expectAccessible(caseboard.page)
})

test('the sheet has three stops without dragging', async ({ caseboard }) => {
  await caseboard.openReady()
  const grip = caseboard.page.getByRole('button', { name: /^Panel:/ })
  const heights = new Set<number>()
  for (let press = 0; press < 3; press++) {
    await caseboard.page.waitForTimeout(300)
    heights.add(Math.round((await grip.boundingBox())?.y ?? 0))
    await grip.click()
  }
  expect(heights.size).toBe(3)
})
