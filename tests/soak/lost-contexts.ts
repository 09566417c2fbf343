import { percentile } from '../bench/statistics'
import { Server } from '../e2e/driver/server'
import { exactly, type Finding, told } from './finding'
import { HeapWatch } from './heap-watch'
import { launchBrowser, WallPage } from './wall-page'

/** All that the wall's own guard allows within an hour: many more losses than wear out so many pages. */
const RELOADS_DUE = 3

/** Takes the map's graphics away and gives them back, as a driver does that resets; answers when the map stands again. */
async function loseOnce(wall: WallPage): Promise<number> {
  const from = performance.now()
  const reloads = wall.reloads
  const lost = await wall.page.evaluate(() => {
    const canvas = document.querySelector('section[aria-label="Map"] canvas')
    if (!(canvas instanceof HTMLCanvasElement)) return false
    const extension = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')
    if (!extension) return false
    extension.loseContext()
    setTimeout(() => extension.restoreContext(), 200)
    return true
  })
  if (!lost) throw new Error('there is no context to lose')
  // A guarded reload takes the lost map away altogether.
  if (reloads === wall.reloads) await wall.mapIs('lost').catch(() => undefined)
  await wall.mapIs('ready')
  return performance.now() - from
}

/** Loses the map's graphics context `count` times on real WebGL. */
export async function soakLostContexts(count: number): Promise<Finding[]> {
  const server = await Server.launch()
  const browser = await launchBrowser()
  try {
    const wall = await WallPage.open(browser, server.origin)
    const heap = await HeapWatch.of(wall.page)
    const times: number[] = []
    let empty = 0
    let before = 0
    for (let loss = 1; loss <= count; loss++) {
      if (loss === Math.ceil(count / 10)) before = await heap.bytes()
      times.push(await loseOnce(wall))
      if (!(await wall.showsScene())) empty += 1
      await wall.next()
      if (loss % 10 === 0) console.log(`  ${loss} lost, ${wall.reloads} reloads`)
    }
    return [
      told('contexts lost', times.length, ''),
      exactly('times the map did not come back', count - times.length, 0),
      exactly('times no scene was shown', empty, 0),
      told('until the map stands again, median', percentile(times, 0.5) / 1000, 's', 1),
      told('until the map stands again, p95', percentile(times, 0.95) / 1000, 's', 1),
      exactly('guarded reloads', wall.reloads, RELOADS_DUE),
      told('heap and arrays: growth since a tenth of that', ((await heap.bytes()) - before) / 1e6, 'MB', 2),
      exactly('errors of the page', wall.errors.length, 0),
    ]
  } finally {
    await browser.close()
    await server.close()
  }
}
