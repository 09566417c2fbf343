import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { basemapVersion } from '@/lib/server/basemap-archive'
import { readView } from '@/lib/url/view-codec'
import { chromiumArguments, findWholeChromium } from '../chromium'
import { Server } from '../e2e/driver/server'
import { atMost, type Finding, told } from '../soak/finding'
import { BareServer, bundleScript } from './bare-server'
import { atPercentile } from './statistics'
import { copyBasemap, SYNTHETIC_ID, writeSyntheticCase } from './synthetic-case'

const FRAME_MS = 1000 / 60
const SEARCH_LIMIT_MS = 50
const TURNS = 3
const STEPS = 33
/** The first ones of a page run code that no step has run yet, in both pages; they are told apart. */
const FIRST_STEPS = 3
const SETTLE_MS = 350
const START = '2022-09-01'
const FIRST_END = Date.UTC(2022, 8, 6)
const typed = ['kherson', 'border', 'petrenko', 'evening']

/** One of the two pages: how it is made ready for keys, and what a key changes. */
export interface Stepper {
  address: string
  ready(page: Page): Promise<void>
  list: string
  /** Puts the keyboard into the search field. */
  search(page: Page): Promise<void>
  results: string
}

export const bare: Stepper = {
  address: '/bench/',
  ready: (page) => page.locator('#window').waitFor(),
  list: '#window, #list',
  search: (page) => page.locator('#field').focus(),
  results: '#results',
}

export const app: Stepper = {
  address: `/cases/${SYNTHETIC_ID}?page=events&t=${START}/2022-09-05`,
  ready: (page) => page.getByRole('slider').last().focus(),
  list: '[data-time-window], aside [role=tabpanel]:not([hidden])',
  search: async (page) => {
    await page.keyboard.press('Control+k')
    await page.locator('dialog[open]').getByRole('combobox').waitFor()
  },
  results: 'dialog[open]',
}

export async function timeKey(page: Page, key: string, changes: string, map: boolean): Promise<number> {
  await page.waitForTimeout(SETTLE_MS)
  await page.evaluate(([selector, withMap]) => window.pageProbe.armKey(selector, withMap), [changes, map] as const)
  await page.keyboard.press(key)
  const handle = await page.waitForFunction(() => window.pageProbe.keyMs, undefined, { timeout: 20_000, polling: 50 })
  return Number(await handle.jsonValue())
}

interface Times {
  first: number[]
  steps: number[]
  keys: number[]
}

/** Adds what one visit takes to `times`. */
async function measure(browser: Browser, origin: string, stepper: Stepper, probe: string, times: Times): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' })
  await context.addInitScript({ content: probe })
  const page = await context.newPage()
  await page.goto(origin + stepper.address)
  await page.locator('section[aria-label="Map"][data-state="ready"]').waitFor({ timeout: 60_000 })
  await stepper.ready(page)
  for (let step = 0; step < STEPS; step++) {
    const ms = await timeKey(page, 'ArrowRight', stepper.list, true)
    times[step < FIRST_STEPS ? 'first' : 'steps'].push(ms)
  }
  await stepper.search(page)
  for (const word of typed) {
    for (const letter of word) times.keys.push(await timeKey(page, letter, stepper.results, false))
    for (const _ of word) await page.keyboard.press('Backspace')
  }
  await context.close()
}

/** Serves a synthetic case of so many records beside the bare page that shows the same. */
async function withCase<T>(count: number, run: (origin: string) => Promise<T>): Promise<T> {
  const data = mkdtempSync(join(tmpdir(), 'caseboard-steps-'))
  copyBasemap(data)
  writeSyntheticCase(data, count)
  try {
    return await servedWithBare(data, run)
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

/** Serves the synthetic case of a data folder beside the bare page that shows the same. */
export async function servedWithBare<T>(data: string, run: (origin: string) => Promise<T>): Promise<T> {
  const server = await Server.launch({ data })
  try {
    const linked: LinkedCase = await (await fetch(`${server.origin}/api/cases/${SYNTHETIC_ID}`)).json()
    const config = {
      caseId: linked.id,
      layers: linked.layers,
      bounds: linked.bounds,
      padding: { top: 20, right: 20, bottom: 20, left: 20 },
      basemapVersion: await basemapVersion(),
      camera: null,
      stepsFrom: FIRST_END,
    }
    const front = await BareServer.launch(server.origin, (query) => ({
      ...config,
      camera: readView(query.toString()).map,
    }))
    try {
      return await run(front.origin)
    } finally {
      await front.close()
    }
  } finally {
    await server.close()
  }
}

function compare(what: string, ours: readonly number[], theirs: readonly number[], limitMs: number): Finding[] {
  const [middle, slow] = [atPercentile(ours, theirs, 0.5), atPercentile(ours, theirs, 0.95)]
  return [
    { what: `${what}, median: bare page → Caseboard`, value: middle.value },
    { what: `${what}, p95: bare page → Caseboard`, value: slow.value },
    atMost(`${what}, p95: beyond the bare page`, slow.app - slow.bare, Math.round(limitMs), 'ms'),
  ]
}

/** Times steps through time and letters typed into the search, in a case of so many records, against the bare page. */
export async function benchSteps(count: number): Promise<Finding[]> {
  const executablePath = findWholeChromium()
  const browser = await chromium.launch({
    args: chromiumArguments,
    ...(executablePath !== undefined && { executablePath }),
  })
  try {
    const probe = await bundleScript('tests/bench/page-probe.ts')
    return await withCase(count, async (origin) => {
      // In turns, so that a busy moment of the machine meets both.
      const ofBare: Times = { first: [], steps: [], keys: [] }
      const ofApp: Times = { first: [], steps: [], keys: [] }
      for (let turn = 0; turn < TURNS; turn++) {
        await measure(browser, origin, bare, probe, ofBare)
        await measure(browser, origin, app, probe, ofApp)
      }
      return [
        told('records', count, ''),
        {
          what: `first ${FIRST_STEPS} steps of a page, median: bare page → Caseboard`,
          value: atPercentile(ofApp.first, ofBare.first, 0.5).value,
        },
        ...compare('step → map and list', ofApp.steps, ofBare.steps, FRAME_MS),
        ...compare('letter → results', ofApp.keys, ofBare.keys, SEARCH_LIMIT_MS),
      ]
    })
  } finally {
    await browser.close()
  }
}
