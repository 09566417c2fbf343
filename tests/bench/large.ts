import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { atMost, type Finding, told } from '../soak/finding'
import { heapBytes, openFresh } from './measure'
import { median, percentile } from './statistics'
import { app, bare, type Stepper, servedWithBare, timeKey } from './steps'
import { copyBasemap, createRandom, SYNTHETIC_ID, writeSyntheticCase } from './synthetic-case'
import { sumOf, transferKinds } from './transfers'

const VISITS = 3
const STEPS = 15
const FIRST_STEPS = 3
const DAYS = 40
const DAY_MS = 86_400_000
const FIRST_DAY = Date.UTC(2022, 8, 1)
/** Of the ten thousand, hundred thousand and million, a region that holds nine tenths of the points. */
const view = 'map=5/48.5/31'
export const LAYER = 'incidents'
const kinds = ['Shelling', 'Air strike', 'Protest', 'Fire', 'Flood', 'Arrest', 'Explosion', 'Other']
const LEAST_HEAP_MB = 150
const SLOWER = 1.15

/** Writes a table of so many points: nine tenths about 400 towns of one region, the rest round the world, over forty days. */
export async function writeIncidents(file: string, count: number): Promise<void> {
  const random = createRandom()
  const towns = Array.from({ length: 400 }, () => ({ lng: 22 + random() * 18, lat: 45 + random() * 7 }))
  const spread = () => random() + random() + random() - 1.5
  const out = createWriteStream(file)
  out.write('id,date,latitude,longitude,event_type,title\n')
  let lines: string[] = []
  const flush = async () => {
    const isFull = !out.write(lines.join(''))
    lines = []
    if (isFull) await once(out, 'drain')
  }
  for (let row = 0; row < count; row += 1) {
    const town = towns[Math.floor(random() ** 2 * towns.length)] ?? { lng: 30, lat: 48 }
    const isFar = random() < 0.1
    const lng = isFar ? random() * 340 - 170 : town.lng + spread() / 2
    const lat = isFar ? random() * 120 - 55 : town.lat + spread() / 3
    const day = new Date(FIRST_DAY + Math.floor(random() * DAYS) * DAY_MS).toISOString().slice(0, 10)
    const kind = kinds[Math.floor(random() ** 2 * kinds.length)]
    lines.push(`E${row},${day},${lat.toFixed(5)},${lng.toFixed(5)},${kind},${kind} no ${row}\n`)
    if (lines.length === 5000) await flush()
  }
  await flush()
  out.end()
  await once(out, 'finish')
}

/** The most memory that a process has had so far, bytes, where the system tells it. */
function peakBytes(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

/** Has the command make the tiles; answers how long it took and what it needed. */
async function makeTiles(data: string, table: string, count: number): Promise<Finding[]> {
  const from = performance.now()
  const command = ['--import', 'tsx', 'lib/command/case.ts', 'tile', SYNTHETIC_ID, LAYER, table]
  const child = spawn(process.execPath, command, { env: { ...process.env, CASEBOARD_DATA: data }, stdio: 'ignore' })
  let peak = 0
  const looking = setInterval(() => {
    peak = Math.max(peak, peakBytes(child.pid ?? 0))
  }, 200)
  const [code] = await once(child, 'exit')
  clearInterval(looking)
  if (code !== 0) throw new Error(`the tiles of ${count} points could not be made`)
  const seconds = (performance.now() - from) / 1000
  const size = (ending: string) => statSync(join(data, 'cases', SYNTHETIC_ID, 'tiles', `${LAYER}.${ending}`)).size / 1e6
  return [
    told('tiling: points a second', count / seconds, ''),
    atMost('tiling: memory', peak / 1e6, 1500, 'MB'),
    told('archive', size('pmtiles'), 'MB', 1),
    told('rows', size('rows'), 'MB', 1),
  ]
}

interface Seen {
  idle: number[]
  steps: number[]
  frames: number[]
  heap: number[]
  bytes: number[]
}

/** As a text: what compiles this file names its functions by one that the page does not have. */
const countFrames = `(() => {
  const frames = (window.seenFrames = [])
  let last = performance.now()
  const next = () => {
    const now = performance.now()
    frames.push(now - last)
    last = now
    requestAnimationFrame(next)
  }
  requestAnimationFrame(next)
})()`

/** Drags and zooms by real input; answers how far apart the frames are meanwhile, ms. */
async function moveAbout(page: Page): Promise<number[]> {
  await page.evaluate(countFrames)
  await page.mouse.move(900, 300)
  await page.mouse.down()
  for (let at = 1; at <= 30; at += 1) {
    await page.mouse.move(900 - at * 8, 300 + at * 4)
    await page.waitForTimeout(16)
  }
  await page.mouse.up()
  for (let at = 0; at < 6; at += 1) {
    await page.mouse.wheel(0, at < 3 ? -240 : 240)
    await page.waitForTimeout(200)
  }
  return page.evaluate(() => ('seenFrames' in window && Array.isArray(window.seenFrames) ? window.seenFrames : []))
}

async function visit(browser: Browser, origin: string, stepper: Stepper, probe: string, seen: Seen): Promise<void> {
  const address = `${origin}${stepper.address}${stepper.address.includes('?') ? '&' : '?'}${view}`
  const { context, page, transfersUntil, idleMs } = await openFresh(browser, address, probe)
  seen.idle.push(idleMs)
  await page.waitForTimeout(1000)
  seen.bytes.push(sumOf(await transfersUntil(idleMs), transferKinds) / 1000)
  seen.heap.push((await heapBytes(page)) / 1e6)
  await stepper.ready(page)
  for (let step = 0; step < STEPS; step += 1) {
    const ms = await timeKey(page, 'ArrowRight', stepper.list, true)
    if (step >= FIRST_STEPS) seen.steps.push(ms)
  }
  for (const frame of await moveAbout(page)) seen.frames.push(frame)
  await context.close()
}

/** A figure of both pages: within a share of the bare page's or not. */
function beside(what: string, of: (seen: Seen) => number, ours: Seen, theirs: Seen, digits = 0): Finding[] {
  const [own, yardstick] = [of(ours), of(theirs)]
  return [
    { what: `${what}: bare page → Caseboard`, value: `${yardstick.toFixed(digits)} → ${own.toFixed(digits)}` },
    atMost(`${what}: times the bare page`, own / yardstick, SLOWER, '', 2),
  ]
}

export interface LargeOutcome {
  findings: Finding[]
  /** Of a step, p50, ms. */
  stepMs: number
}

/** Measures a layer of so many points on tiles, beside the bare page with the same tiles. */
export async function benchLarge(browser: Browser, probe: string, count: number): Promise<LargeOutcome> {
  const data = join(process.cwd(), 'tests', '.output', `large-${count}`)
  rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { recursive: true })
  copyBasemap(data)
  writeSyntheticCase(data, 24)
  const table = join(data, 'incidents.csv')
  await writeIncidents(table, count)
  const tiling = await makeTiles(data, table, count)
  const empty = (): Seen => ({ idle: [], steps: [], frames: [], heap: [], bytes: [] })
  const [ours, theirs] = [empty(), empty()]
  await servedWithBare(data, async (origin) => {
    for (let turn = 0; turn < VISITS; turn += 1) {
      await visit(browser, origin, bare, probe, theirs)
      await visit(browser, origin, app, probe, ours)
    }
  })
  rmSync(data, { recursive: true, force: true })
  const findings = [
    ...tiling,
    ...beside('to idle, ms, median', ({ idle }) => median(idle), ours, theirs),
    ...beside('a step, ms, p50', ({ steps }) => percentile(steps, 0.5), ours, theirs),
    ...beside('a step, ms, p95', ({ steps }) => percentile(steps, 0.95), ours, theirs),
    ...beside('a frame while panning and zooming, ms, p50', ({ frames }) => percentile(frames, 0.5), ours, theirs, 1),
    ...beside('a frame while panning and zooming, ms, p95', ({ frames }) => percentile(frames, 0.95), ours, theirs, 1),
    {
      what: 'kB before idle: bare page → Caseboard',
      value: `${median(theirs.bytes).toFixed(0)} → ${median(ours.bytes).toFixed(0)}`,
    },
    atMost('heap of the page', median(ours.heap), LEAST_HEAP_MB, 'MB', 1),
  ]
  return { findings, stepMs: percentile(ours.steps, 0.5) }
}
