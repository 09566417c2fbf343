import { Kiosk } from './driver/kiosk'
import { expect, test } from './driver/test'

const wallOf = (origin: string) => `${origin}/wall/2022-10-annexation`

async function connectedScreens(origin: string): Promise<number> {
  const { screens } = await (await fetch(`${origin}/healthz`)).json()
  return screens
}

const kiosks: Kiosk[] = []

function openKiosk(origin: string): Kiosk {
  const kiosk = new Kiosk(wallOf(origin))
  kiosks.push(kiosk)
  return kiosk
}

/** Waits until the server sees so many displays. */
async function screensAre(origin: string, count: number): Promise<void> {
  await expect.poll(() => connectedScreens(origin).catch(() => -1), { timeout: 40_000, intervals: [200] }).toBe(count)
}

test.afterEach(async () => {
  for (const kiosk of kiosks.splice(0)) await kiosk.close()
})

for (const kind of ['renderer', 'browser'] as const)
  test(`a kiosk whose ${kind} is killed shows the wall again`, async ({ ownServer: { origin } }) => {
    const kiosk = openKiosk(origin)
    await screensAre(origin, 1)
    kiosk.kill(kind)
    await screensAre(origin, 0)
    await screensAre(origin, 1)
    expect(kiosk.starts).toBe(2)
    expect(kiosk.log).toContain(kind === 'renderer' ? 'the page crashed' : 'the browser ended')
  })

test('a kiosk outlives its graphics process, however often that is killed', async ({ ownServer: { origin } }) => {
  const kiosk = openKiosk(origin)
  await screensAre(origin, 1)
  for (let crash = 0; crash < 8; crash++) {
    kiosk.kill('gpu-process')
    await expect.poll(() => connectedScreens(origin)).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 1500))
  }
  await screensAre(origin, 1)
  expect(kiosk.log).not.toContain('the browser ended')
})

test('a kiosk that starts before its server waits for it', async ({ ownServer }) => {
  await ownServer.stop()
  const kiosk = openKiosk(ownServer.origin)
  await new Promise((resolve) => setTimeout(resolve, 4000))
  await ownServer.start()
  await screensAre(ownServer.origin, 1)
  expect(kiosk.starts).toBe(1)
})

test('a kiosk stays while its server is away, and joins it again', async ({ ownServer }) => {
  const kiosk = openKiosk(ownServer.origin)
  await screensAre(ownServer.origin, 1)
  await ownServer.stop()
  await new Promise((resolve) => setTimeout(resolve, 8000))
  await ownServer.start()
  await screensAre(ownServer.origin, 1)
  expect(kiosk.starts).toBe(1)
})

test('a kiosk that crashes while its server is away waits, and shows the wall when it is back', async ({
  ownServer,
}) => {
  const kiosk = openKiosk(ownServer.origin)
  await screensAre(ownServer.origin, 1)
  await ownServer.stop()
  kiosk.kill('renderer')
  await expect.poll(() => kiosk.starts).toBe(2)
  await new Promise((resolve) => setTimeout(resolve, 4000))
  expect(kiosk.starts).toBe(2)
  await ownServer.start()
  await screensAre(ownServer.origin, 1)
})
