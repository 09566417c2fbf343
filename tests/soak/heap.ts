import type { Browser } from '@playwright/test'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { basemapVersion } from '@/lib/server/basemap-archive'
import { tourScenes } from '@/lib/wall/tour-scenes'
import { BareServer } from '../bench/bare-server'
import { slope } from '../bench/statistics'
import { Server } from '../e2e/driver/server'
import { atMost, exactly, type Finding, told } from './finding'
import { HeapWatch } from './heap-watch'
import { CASE, launchBrowser, WallPage, wait } from './wall-page'

const STEP_MS = 300
/** Longer than any flight. */
const REST_MS = 3_000
/**
 * A map's memory is flat only after its first fifty flights, and that of what is around it once the browser has compiled
 * what is run often: of what a wall gains in its first two hundred steps most is machine code.
 */
const WARM_ROUNDS = 14
/** Px: the frame that a scene's camera is meant for. */
const SCENE_FRAME_WIDTH = 1200

interface Sample {
  steps: number
  wall: number
  bare: number
}

/** The bare map, which at each press of the key flies where the wall's next scene is. */
async function openBare(browser: Browser, origin: string, linked: LinkedCase) {
  const context = await browser.newContext({ viewport: { width: 640, height: 360 } })
  const page = await context.newPage()
  await page.goto(`${origin}/bench/`)
  await page.locator('section[data-state="ready"]').waitFor()
  const frame = Math.log2(640 / SCENE_FRAME_WIDTH)
  const flights = tourScenes(linked).map(({ camera: { center, zoom } }) => ({ center, zoom: zoom + frame }))
  await page.evaluate((cameras) => {
    let at = 0
    window.addEventListener('keydown', () => {
      at = (at + 1) % cameras.length
      const camera = cameras[at]
      if (camera !== undefined) window.bareMap.flyTo({ ...camera, maxDuration: 1200 })
    })
  }, flights)
  return page
}

async function withBoth(run: (browser: Browser, wall: string, bare: string, linked: LinkedCase) => Promise<void>) {
  const server = await Server.launch()
  const browser = await launchBrowser()
  try {
    const linked: LinkedCase = await (await fetch(`${server.origin}/api/cases/${CASE}`)).json()
    const { id, layers, bounds } = linked
    const config = { caseId: id, layers, bounds, basemapVersion: await basemapVersion(), camera: null, stepsFrom: null }
    const padding = { top: 0, right: 0, bottom: 0, left: 0 }
    const front = await BareServer.launch(server.origin, () => ({ ...config, padding }))
    await run(browser, server.origin, front.origin, linked)
    await front.close()
  } finally {
    await browser.close()
    await server.close()
  }
}

const MB = 1e6

/**
 * Steps a wall and a bare map side by side through the scenes `count` times, by the keyboard, and compares what both
 * hold afterwards, always at the same scene. Some rounds of the tour before that do not
 * count: they fill the caches.
 */
export async function soakHeap(count: number, warmRounds = WARM_ROUNDS): Promise<Finding[]> {
  const samples: Sample[] = []
  let reloads = 0
  let workers = 0
  await withBoth(async (browser, wallOrigin, bareOrigin, linked) => {
    const wall = await WallPage.open(browser, wallOrigin)
    const bare = await openBare(browser, bareOrigin, linked)
    const watches = { wall: await HeapWatch.of(wall.page), bare: await HeapWatch.of(bare) }
    const round = tourScenes(linked).length
    const step = async () => {
      await Promise.all([wall.next(), bare.keyboard.press('ArrowRight'), wait(STEP_MS)])
    }
    const sample = async (steps: number) => {
      await wait(REST_MS)
      samples.push({ steps, wall: await watches.wall.bytes(), bare: await watches.bare.bytes() })
      console.log(
        `  ${steps} steps: wall ${((samples.at(-1)?.wall ?? 0) / MB).toFixed(2)} MB, bare ${((samples.at(-1)?.bare ?? 0) / MB).toFixed(2)} MB`,
      )
    }
    for (let at = 0; at < warmRounds * round; at++) await step()
    await sample(0)
    const every = round * Math.max(1, Math.round(count / 10 / round))
    for (let steps = 1; steps <= Math.ceil(count / every) * every; steps++) {
      await step()
      if (steps % every === 0) await sample(steps)
    }
    reloads = wall.reloads
    workers = watches.wall.workers
  })
  return describe(samples, { reloads, workers })
}

function describe(samples: readonly Sample[], { reloads, workers }: { reloads: number; workers: number }): Finding[] {
  const [first, last] = [samples[0], samples.at(-1)]
  if (first === undefined || last === undefined) throw new RangeError('nothing was sampled')
  const slopes = {
    wall: slope(samples.map(({ steps, wall }): [number, number] => [steps, wall])) * 1000,
    bare: slope(samples.map(({ steps, bare }): [number, number] => [steps, bare])) * 1000,
  }
  const growth = { wall: last.wall - first.wall, bare: last.bare - first.bare }
  return [
    told('scene steps', last.steps, ''),
    told(`wall: heap and arrays at the start, with ${workers} workers`, first.wall / MB, 'MB', 2),
    told('wall: growth', growth.wall / MB, 'MB', 2),
    told('wall: slope in 1,000 steps', slopes.wall / MB, 'MB', 2),
    told('bare map: heap and arrays at the start', first.bare / MB, 'MB', 2),
    told('bare map: growth', growth.bare / MB, 'MB', 2),
    told('bare map: slope in 1,000 steps', slopes.bare / MB, 'MB', 2),
    atMost('wall’s growth beyond the bare map’s', (growth.wall - growth.bare) / MB, 1, 'MB', 2),
    exactly('reloads meanwhile', reloads, 0),
  ]
}
