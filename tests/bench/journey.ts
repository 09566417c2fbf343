import type { Browser } from '@playwright/test'
import type { Finding } from '../soak/finding'
import type { Section } from '../soak/report'
import { bundleScript } from './bare-server'
import type { Interaction } from './journey-list'
import { atPercentile } from './statistics'

const ROUNDS = 3
/** Between two interactions, so that both pages are at rest as before a person's next one. */
const PAUSE_MS = 350
/** Until all that the page fetches ahead of its use is there, and the browser has told the last of its timings. */
const REST_MS = 2_000
/** The machine may have others to serve meanwhile. */
const LIMIT_MS = 180_000
/** What the browser does not tell the length of is at most this long, and counts as this. */
const LEAST_MS = 16
const LONGEST = 3

export const journeySection: Section = {
  heading: '## A journey of 40 interactions',
  introduction:
    'Clicks on places, steps through time, layers, filter, tabs, zoom, theme, find, Back and Forward, in a fixed order, by mouse and keyboard, 350 ms apart, on the machine named above; the bare page does the same with plain buttons, boxes and lists. Lengths are the browser’s own (Event Timing): from an event’s time stamp until the next frame is on screen, of an interaction the longest of its events, in steps of 8 ms; what the browser tells nothing of is under 16 ms and counts as 16. Back and Forward have no input event in a page: theirs is from `popstate` to the end of the next frame. Both pages in turns, three rounds, each in a fresh page whose map has settled. No target: these are for comparison.',
}

/** Where a page's journey begins. */
export interface Start {
  address: string
  /** Selector of what is there once the page can be worked. */
  alive: string
  /** Script that is added to the page then. */
  extra?: string
}

interface Taken {
  name: string
  durationMs: number
}

interface Journey {
  taken: Taken[]
  /** Interactions that the browser counted. */
  counted: number
}

/** Makes the journey once in a fresh page. */
async function travel(browser: Browser, start: Start, list: readonly Interaction[], probe: string): Promise<Journey> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' })
  context.setDefaultTimeout(LIMIT_MS)
  await context.addInitScript({ content: probe })
  const page = await context.newPage()
  await page.goto(start.address, { waitUntil: 'commit' })
  await page.locator('section[aria-label="Map"][data-state="ready"]').waitFor()
  await page.locator(start.alive).waitFor({ state: 'attached' })
  if (start.extra !== undefined) await page.addScriptTag({ content: start.extra })
  await page.waitForTimeout(REST_MS)
  const begun: number[] = []
  for (const { name, aim, act, done } of list) {
    try {
      await aim?.(page)
      await page.waitForTimeout(PAUSE_MS)
      begun.push(await page.evaluate(() => performance.now()))
      await act(page)
      await done(page)
    } catch (cause) {
      throw new Error(`${start.address}: ${name} did not come about`, { cause })
    }
  }
  await page.waitForTimeout(REST_MS)
  const { timings, counted } = await page.evaluate(() => ({
    timings: window.journeyTimings,
    counted: performance.interactionCount,
  }))
  await context.close()
  const taken = list.map(({ name }, index) => {
    const [from = 0, to = Number.POSITIVE_INFINITY] = begun.slice(index, index + 2)
    const own = timings.filter(({ at }) => at >= from && at < to).map(({ durationMs }) => durationMs)
    return { name, durationMs: Math.max(LEAST_MS, ...own) }
  })
  return { taken, counted }
}

/** The interactions that were longest in any round, each once. */
function longest(taken: readonly Taken[]): string {
  const most = new Map<string, number>()
  for (const { name, durationMs } of taken) most.set(name, Math.max(most.get(name) ?? 0, durationMs))
  return [...most]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, LONGEST)
    .map(([name, durationMs]) => `${name} ${durationMs.toFixed(0)} ms`)
    .join(', ')
}

/** Makes the journey on both pages in turns and compares how long the interactions took. */
export async function benchJourney(
  browser: Browser,
  starts: Record<'bare' | 'app', Start>,
  list: readonly Interaction[],
): Promise<Finding[]> {
  const probe = await bundleScript('tests/bench/journey-probe.ts')
  const journeys: Record<'bare' | 'app', Journey[]> = { bare: [], app: [] }
  for (let round = 1; round <= ROUNDS; round++)
    for (const name of ['bare', 'app'] as const) {
      journeys[name].push(await travel(browser, starts[name], list, probe))
      console.log(`journey ${round} ${name}`)
    }
  const [bare, app] = [journeys.bare.flatMap(({ taken }) => taken), journeys.app.flatMap(({ taken }) => taken)]
  const lengths = (of: readonly Taken[]) => of.map(({ durationMs }) => durationMs)
  const under = (of: readonly Taken[]) => of.filter(({ durationMs }) => durationMs <= LEAST_MS).length
  const counted = (of: readonly Journey[]) => of.reduce((sum, journey) => sum + journey.counted, 0)
  const both = (p: number) => atPercentile(lengths(app), lengths(bare), p).value
  return [
    { what: 'interactions: bare page → Caseboard', value: `${bare.length} → ${app.length}` },
    {
      what: 'counted by the browser, each key of its own: bare page → Caseboard',
      value: `${counted(journeys.bare)} → ${counted(journeys.app)}`,
    },
    { what: 'of 16 ms or less: bare page → Caseboard', value: `${under(bare)} → ${under(app)}` },
    { what: 'p98: bare page → Caseboard', value: both(0.98) },
    { what: 'longest: bare page → Caseboard', value: both(1) },
    { what: 'longest three of the bare page', value: longest(bare) },
    { what: 'longest three of Caseboard', value: longest(app) },
  ]
}
