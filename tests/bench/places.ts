import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from '@playwright/test'
import { Server } from '../e2e/driver/server'
import { atMost, type Finding, told } from '../soak/finding'
import { median } from './statistics'
import { copyBasemap, ROWS_ID, writeRows } from './synthetic-case'

const SILENCE_LIMIT_MS = 200
const ASK_EVERY_MS = 20
const STEPS = 7
const SMALL_ID = '9999-10-rows'
const SETTLE_MS = 600
/** Beyond it a page of so many places is not waited for. */
const READY_LIMIT_MS = 120_000

/** Asks whether the server is alive, again and again; answers what ends that with the longest that it took to say so. */
function watchHealth(origin: string): () => Promise<number> {
  let [going, longestMs] = [true, 0]
  const asking = (async () => {
    while (going) {
      const from = performance.now()
      await fetch(`${origin}/healthz`).then((answer) => answer.arrayBuffer())
      longestMs = Math.max(longestMs, performance.now() - from)
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
    }
  })()
  return async () => {
    going = false
    await asking
    return longestMs
  }
}

async function readMemoryMb(origin: string): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text()
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]) / 1e6
}

/** What the server takes for its first answer about a case that it has not read, and what it cannot answer meanwhile. */
async function measureServer(origin: string): Promise<Finding[]> {
  const endWatch = watchHealth(origin)
  const from = performance.now()
  const html = await (await fetch(`${origin}/cases/${ROWS_ID}`)).text()
  const firstMs = performance.now() - from
  const body = await (await fetch(`${origin}/api/cases/${ROWS_ID}`)).arrayBuffer()
  const silentMs = await endWatch()
  return [
    told('first answer, with reading and building the case', firstMs, 'ms'),
    atMost('longest time without an answer from /healthz', silentMs, SILENCE_LIMIT_MS, 'ms'),
    told('HTML, compressed', gzipSync(html).length / 1000, 'kB'),
    told('case JSON', body.byteLength / 1e6, 'MB', 1),
    told('memory of the server', await readMemoryMb(origin), 'MB'),
  ]
}

/** How a page of the case answers to a step through time and to a row of its list. */
async function measurePage(browser: Browser, origin: string, probe: string): Promise<Finding[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' })
  try {
    await context.addInitScript({ content: probe })
    const page = await context.newPage()
    await page.goto(`${origin}/cases/${ROWS_ID}?page=places`)
    await page.locator('html[data-timeline=alive][data-case-panel=alive]').waitFor({ timeout: READY_LIMIT_MS })
    const idleMs = await page.evaluate(() => window.pageProbe.idleMs)
    const steps: number[] = []
    const clicks: number[] = []
    for (let at = 0; at < STEPS; at++) {
      await page.waitForTimeout(SETTLE_MS)
      await page.evaluate(() => window.pageProbe.armKey('[data-time-window]', true))
      await page.keyboard.press('.')
      const step = await page.waitForFunction(() => window.pageProbe.keyMs, undefined, { timeout: READY_LIMIT_MS })
      steps.push(Number(await step.jsonValue()))
    }
    for (let at = 0; at < STEPS; at++) {
      await page.waitForTimeout(SETTLE_MS)
      await page.evaluate(() => window.pageProbe.arm('aside[data-map-panel] + aside[data-map-panel] > section'))
      await page.locator('[role=tabpanel]:not([hidden]) li > button').nth(at).click()
      const click = await page.waitForFunction(() => window.pageProbe.clickMs, undefined, { timeout: READY_LIMIT_MS })
      clicks.push(Number(await click.jsonValue()))
      await page.keyboard.press('Escape')
    }
    return [
      told('navigation → idle', Number(idleMs), 'ms'),
      told('step → map and list, median', median(steps), 'ms'),
      told('click on a row → panel, median', median(clicks), 'ms'),
    ]
  } finally {
    await context.close()
  }
}

/** Measures server and page with a case of so many places, each one row. */
export async function benchPlaces(browser: Browser, probe: string, count: number): Promise<Finding[]> {
  const data = mkdtempSync(join(tmpdir(), 'caseboard-places-'))
  copyBasemap(data)
  const server = await Server.launch({ data })
  try {
    // A server that runs has shown a page before.
    writeRows(data, 10, SMALL_ID)
    await server.seesFiles()
    await fetch(`${server.origin}/cases/${SMALL_ID}`)
    // Written once it runs, so that the first request meets a case that nobody has read.
    writeRows(data, count)
    await server.seesFiles()
    return [...(await measureServer(server.origin)), ...(await measurePage(browser, server.origin, probe))]
  } finally {
    await server.close()
    rmSync(data, { recursive: true, force: true })
  }
}
