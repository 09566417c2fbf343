import { chromiumArguments, findWholeChromium } from '../chromium'
import { expect, test } from './driver/test'
import { watchWakeLocks } from './driver/wake-lock'
import { Wall } from './driver/wall'

const executablePath = findWholeChromium()

// A browser without windows keeps no display awake.
test.use({
  viewport: { width: 960, height: 540 },
  channel: 'chromium',
  launchOptions: { args: [...chromiumArguments], ...(executablePath !== undefined && { executablePath }) },
})

test('the display is kept awake, and again after the browser took its lock away', async ({ page, server }) => {
  const wall = new Wall(page, server.origin)
  const locks = await watchWakeLocks(page)
  await wall.openJoined()
  await expect.poll(locks.asked).toBe(1)
  await locks.release()
  await expect.poll(locks.asked).toBe(2)
  await expect(wall.notes).not.toContainText('this display awake')
  expect(wall.complaints).toEqual([])
})
