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

test('a kiosk shows the wall again after its renderer, its graphics process and its browser were killed', async ({
  ownServer: { origin },
}) => {
  const kiosk = openKiosk(origin)
  await screensAre(origin, 1)
  for (let crash = 0; crash < 8; crash++) {
    await kiosk.has('gpu-process')
    kiosk.kill('gpu-process')
    await expect.poll(() => connectedScreens(origin)).toBe(1)
  }
  await kiosk.has('gpu-process')
  expect(kiosk.starts).toBe(1)
  for (const [kind, told] of [
    ['renderer', 'the page crashed'],
    ['browser', 'the browser exited'],
  ] as const) {
    const before = kiosk.starts
    expect(kiosk.log).not.toContain(told)
    kiosk.kill(kind)
    await screensAre(origin, 0)
    await screensAre(origin, 1)
    expect(kiosk.starts).toBe(before + 1)
    expect(kiosk.log).toContain(told)
  }
})

test('a kiosk waits for its server, stays while it is away, and waits again where it crashes meanwhile', async ({
  ownServer,
}) => {
  await ownServer.stop()
  const kiosk = openKiosk(ownServer.origin)
  await kiosk.has('renderer')
  await ownServer.start()
  await screensAre(ownServer.origin, 1)
  await ownServer.stop()
  // It is asked where it is twice meanwhile.
  await new Promise((resolve) => setTimeout(resolve, 4500))
  await ownServer.start()
  await screensAre(ownServer.origin, 1)
  expect(kiosk.starts).toBe(1)
  await ownServer.stop()
  kiosk.kill('renderer')
  await expect.poll(() => kiosk.starts).toBe(2)
  await new Promise((resolve) => setTimeout(resolve, 3000))
  expect(kiosk.starts).toBe(2)
  await ownServer.start()
  await screensAre(ownServer.origin, 1)
})
