import type { Browser, Page } from '@playwright/test'
import type { Camera } from '@/lib/url/view'
import type { BareConfig } from './bare-config'
import { countTransfers, type Transfers } from './transfers'

/** One of the two pages, and how to work it. */
export interface Subject {
  /** Address of the opening view. */
  address: string
  /** Address of a view in which all of the clicked places are free of panels. */
  closeAddress: string
  /** Selector of the panel that a click brings; its `h2` names the place. */
  panel: string
}

/** A place to click, by its position in the close view. */
export interface Target {
  name: string
  /** Px from the top left of the page. */
  x: number
  y: number
}

export interface Visit {
  idleMs: number
  /** When a map was first seen: a picture of it, or else the map itself at its first idle. */
  mapSeenMs: number
  /** How far what is on the page shifted until after its idle. */
  shifted: number
  transfers: Transfers
  /** After collection, backing stores of arrays included. */
  heapBytes: number
  /** The first click of a fresh page, in its opening view. */
  firstClickMs: number
}

const viewport = { width: 1440, height: 900 }
/** Long enough for hover, flight and camera writes to be over before the next thing is measured. */
const SETTLE_MS = 300
const LIMIT_MS = 30_000

/** A page with nothing cached, probed from before its first script. */
export async function openFresh(browser: Browser, address: string, probe: string) {
  const context = await browser.newContext({ viewport, colorScheme: 'light' })
  await context.addInitScript({ content: probe })
  const page = await context.newPage()
  const transfersUntil = countTransfers(page)
  await page.goto(address, { waitUntil: 'commit' })
  const handle = await page.waitForFunction(() => window.pageProbe.idleMs, undefined, {
    timeout: LIMIT_MS,
    polling: 100,
  })
  return { context, page, transfersUntil, idleMs: Number(await handle.jsonValue()) }
}

export async function heapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  const usage: { usedSize: number; backingStorageSize?: number } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usage.usedSize + (usage.backingStorageSize ?? 0)
}

/** Moves to the target, clicks with real input, and answers the time from pointer up to the panel's frame, ms. */
async function timeClick(page: Page, panel: string, { name, x, y }: Target): Promise<number> {
  await page.mouse.move(x, y)
  await page.waitForTimeout(SETTLE_MS)
  await page.evaluate((selector) => window.pageProbe.arm(selector), panel)
  await page.mouse.down()
  await page.mouse.up()
  const handle = await page.waitForFunction(() => window.pageProbe.clickMs, undefined, {
    timeout: LIMIT_MS,
    polling: 50,
  })
  const shown = await page.locator(`${panel} h2`).first().textContent()
  if (shown !== name) throw new Error(`a click on ${name} opened ${shown}`)
  return Number(await handle.jsonValue())
}

async function clear(page: Page, panel: string): Promise<void> {
  await page.keyboard.press('Escape')
  await page.locator(panel).waitFor({ state: 'detached' })
}

/** Opens a subject afresh and measures its way to idle, and the click on `target` in the opening view. */
export async function visit(browser: Browser, subject: Subject, probe: string, target: Target): Promise<Visit> {
  const { context, page, transfersUntil, idleMs } = await openFresh(browser, subject.address, probe)
  await page.waitForTimeout(SETTLE_MS)
  const transfers = await transfersUntil(idleMs)
  const { mapSeenMs, shifted } = await page.evaluate(() => window.pageProbe)
  const heap = await heapBytes(page)
  const firstClickMs = await timeClick(page, subject.panel, target)
  await context.close()
  return { idleMs, mapSeenMs: mapSeenMs ?? idleMs, shifted, transfers, heapBytes: heap, firstClickMs }
}

/** Opens a subject's close view and clicks the targets in turn, `count` times in all, clearing after each. */
export async function clickAround(
  browser: Browser,
  subject: Subject,
  probe: string,
  targets: readonly Target[],
  count: number,
): Promise<number[]> {
  const { context, page } = await openFresh(browser, subject.closeAddress, probe)
  await page.waitForTimeout(SETTLE_MS)
  const times: number[] = []
  for (let at = 0; at < count; at++) {
    const target = targets[at % targets.length]
    if (target === undefined) throw new RangeError('nothing to click')
    times.push(await timeClick(page, subject.panel, target))
    await page.waitForTimeout(SETTLE_MS)
    await clear(page, subject.panel)
  }
  await context.close()
  return times
}

/** What the opening view leaves free of the map at each edge. */
export async function readPadding(browser: Browser, address: string, probe: string): Promise<BareConfig['padding']> {
  const { context, page } = await openFresh(browser, address, probe)
  const padding = await page.evaluate((): BareConfig['padding'] => {
    const [map, free] = ['[data-map-frame]', '[data-map-start]'].map((selector) => {
      const element = document.querySelector(selector)
      if (element === null) throw new Error(`there is no ${selector}`)
      return element.getBoundingClientRect()
    })
    if (map === undefined || free === undefined) throw new Error('there is no map')
    const { left, top, right, bottom } = map
    return { left: free.left - left, top: free.top - top, right: right - free.right, bottom: bottom - free.bottom }
  })
  await context.close()
  return padding
}

/** Where places are on screen in a view of the bare page, which has the same camera as Caseboard's. */
export async function locate(
  browser: Browser,
  address: string,
  probe: string,
  places: readonly { name: string; at: readonly [number, number] }[],
): Promise<Target[]> {
  const { context, page } = await openFresh(browser, address, probe)
  const targets: Target[] = []
  for (const { name, at } of places) {
    const point = await page.evaluate(([lng, lat]) => {
      const { x, y } = window.bareMap.project([lng, lat])
      const { left, top } = window.bareMap.getContainer().getBoundingClientRect()
      return { x: x + left, y: y + top }
    }, at)
    targets.push({ name, x: Math.round(point.x), y: Math.round(point.y) })
  }
  await context.close()
  return targets
}

/** `<zoom>/<lat>/<lng>`, as Caseboard's address has it. */
export function cameraText({ zoom, lat, lng }: Camera): string {
  return `${zoom}/${lat}/${lng}`
}
