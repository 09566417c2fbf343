import { percentile } from '../bench/statistics'
import { Server } from '../e2e/driver/server'
import { atMost, exactly, type Finding, told } from './finding'
import { launchBrowser, WallPage, wait } from './wall-page'

/** Kills come at all times: while the wall is at rest, and while it is still joining; ms after it has joined. */
const killedAfterMs = [700, 0, 2_100, 1_400]

/** Kills the server below a wall `count` times and starts it again. */
export async function soakOutages(count: number): Promise<Finding[]> {
  const server = await Server.launch({ ownData: true })
  const browser = await launchBrowser()
  try {
    const wall = await WallPage.open(browser, server.origin)
    const recoveries: number[] = []
    let empty = 0
    for (let outage = 0; outage < count; outage++) {
      await wait(killedAfterMs[outage % killedAfterMs.length] ?? 0)
      await server.stop()
      await wall.connectionIs('away')
      if (!(await wall.showsScene())) empty += 1
      await wall.next()
      if (!(await wall.showsScene())) empty += 1
      const from = performance.now()
      const joined = wall.connectionIs('joined').then(() => recoveries.push(performance.now() - from))
      await server.start()
      await joined
    }
    return [
      told('servers killed', count, ''),
      exactly('times no scene was shown', empty, 0),
      told(
        'from the start of the server’s process to the wall’s return, median',
        percentile(recoveries, 0.5) / 1000,
        's',
        1,
      ),
      atMost(
        'from the start of the server’s process to the wall’s return, longest',
        Math.max(...recoveries) / 1000,
        10,
        's',
        1,
      ),
      exactly('reloads meanwhile', wall.reloads, 0),
      exactly('errors of the page', wall.errors.length, 0),
    ]
  } finally {
    await browser.close()
    await server.close()
  }
}
