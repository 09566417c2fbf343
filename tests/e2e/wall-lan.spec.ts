import { chromiumArguments, findChromium } from '../chromium'
import { expect, test } from './driver/test'
import { headline, Wall } from './driver/wall'

const executablePath = findChromium()

// A name that is not this machine's own: to the browser plain http to it is no secure context, as on a LAN.
test.use({
  viewport: { width: 960, height: 540 },
  launchOptions: {
    args: [...chromiumArguments, '--host-resolver-rules=MAP wall.local 127.0.0.1'],
    ...(executablePath !== undefined && { executablePath }),
  },
})

test('over plain http on a LAN the wall works, pairs, and says what is lost', async ({ page, server }) => {
  const wall = new Wall(page, `http://wall.local:${new URL(server.origin).port}`)
  await wall.openJoined()
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false)
  await expect(wall.notes).toContainText('cannot keep this display awake')
  await wall.press('ArrowRight')
  await wall.sceneIs(headline(1))
  expect(await wall.code()).toHaveLength(8)
  await expect(wall.card).toContainText('wall.local')
  expect(wall.complaints).toEqual([])
})
