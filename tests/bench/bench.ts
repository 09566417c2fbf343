import { existsSync } from 'node:fs'
import { type Browser, chromium } from '@playwright/test'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { basemapVersion } from '@/lib/server/basemap-archive'
import type { Camera } from '@/lib/url/view'
import { readView } from '@/lib/url/view-codec'
import { chromiumArguments, findWholeChromium } from '../chromium'
import { Server } from '../e2e/driver/server'
import { atMost } from '../soak/finding'
import { plainTable as plainFindings, type Section, writeTable } from '../soak/report'
import type { BareConfig } from './bare-config'
import { BareServer, bundleScript } from './bare-server'
import { benchDatabase } from './database'
import { benchJourney, journeySection } from './journey'
import { listInteractions } from './journey-list'
import { benchLarge } from './large'
import { benchLighthouse, lighthouseSection } from './lighthouse'
import { cameraText, clickAround, locate, readPadding, type Subject, visit } from './measure'
import { benchPlaces } from './places'
import { compare, type Measured, plainTable, writeResults } from './report'
import { benchSteps } from './steps'

const RUNS = Number(process.env.CASEBOARD_BENCH_RUNS ?? 7)
const CLICKS = 15
/** All oblasts clear of the panels, so that a click moves no camera. */
const closeView: Camera = { zoom: 5, lat: 47.6, lng: 35.5 }
const PLACES_LAYER = 'annexed-oblasts'
/** In Kherson oblast, `[lng, lat]`, and in the opening view clear of the neighbours' names. */
const firstPlace = { name: 'Kherson', at: [33.2, 46.75] } as const

async function readCase(origin: string): Promise<LinkedCase> {
  const { cases } = await (await fetch(`${origin}/api/cases`)).json()
  return (await fetch(`${origin}/api/cases/${cases[0].id}`)).json()
}

function subjects(origin: string): Record<'bare' | 'app', Subject> {
  const close = `?map=${cameraText(closeView)}`
  return {
    bare: { address: `${origin}/bench/`, closeAddress: `${origin}/bench/${close}`, panel: '#panel' },
    app: {
      address: `${origin}/`,
      closeAddress: `${origin}/${close}`,
      panel: 'aside[data-map-panel] + aside[data-map-panel] > section',
    },
  }
}

function launchBrowser(): Promise<Browser> {
  const executablePath = findWholeChromium()
  return chromium.launch({ args: chromiumArguments, ...(executablePath !== undefined && { executablePath }) })
}

/** Starts all that is measured: Caseboard, the bare page before it, and a browser. */
async function withAll(
  run: (browser: Browser, front: BareServer, linked: LinkedCase, config: BareConfig) => Promise<void>,
) {
  const server = await Server.launch()
  const browser = await launchBrowser()
  try {
    const linked = await readCase(server.origin)
    const { id, layers, bounds } = linked
    const padding = { top: 0, right: 0, bottom: 0, left: 0 }
    const config: BareConfig = {
      caseId: id,
      layers,
      bounds,
      padding,
      basemapVersion: await basemapVersion(),
      camera: null,
      stepsFrom: null,
    }
    const front = await BareServer.launch(server.origin, (query) => ({
      ...config,
      camera: readView(query.toString()).map,
    }))
    try {
      await run(browser, front, linked, config)
    } finally {
      await front.close()
    }
  } finally {
    await browser.close()
    await server.close()
  }
}

/** The places that are clicked in the close view. */
function clickable({ places }: LinkedCase) {
  return places
    .filter((place) => place.layer === PLACES_LAYER && !place.kind.startsWith('City'))
    .flatMap(({ name, anchor }) => (anchor === null ? [] : [{ name, at: anchor }]))
}

async function main(): Promise<void> {
  await withAll(async (browser, front, linked, config) => {
    const probe = await bundleScript('tests/bench/page-probe.ts')
    const { bare, app } = subjects(front.origin)
    Object.assign(config, { padding: await readPadding(browser, app.address, probe) })
    const [opening] = await locate(browser, bare.address, probe, [firstPlace])
    const targets = await locate(browser, bare.closeAddress, probe, clickable(linked))
    if (opening === undefined) throw new Error('nothing to click')
    const measured: Record<'bare' | 'app', Measured> = {
      bare: { visits: [], clicks: [] },
      app: { visits: [], clicks: [] },
    }
    for (let round = 0; round <= RUNS; round++) {
      for (const [name, subject] of [['bare', bare] as const, ['app', app] as const]) {
        const seen = await visit(browser, subject, probe, opening)
        const times = await clickAround(browser, subject, probe, targets, round === 0 ? targets.length : CLICKS)
        console.log(`${round === 0 ? 'warm-up' : `run ${round}`} ${name}: idle ${seen.idleMs.toFixed(0)} ms`)
        if (round === 0) continue
        measured[name].visits.push(seen)
        measured[name].clicks.push(...times)
      }
    }
    const rows = compare(measured.bare, measured.app)
    console.log(`\n${plainTable(rows)}`)
    writeResults(rows, { runs: RUNS, clicks: RUNS * CLICKS, chromium: browser.version() })
    if (rows.some(({ target }) => target?.met === false)) process.exitCode = 1
  })
}

const steps: Section = {
  heading: '## Steps through time and search',
  introduction:
    'Made-up cases of so many records, on the machine named above; the bare page has the same map, hides the same places by the same means, and writes the first rows of a plain list anew; its search looks for the text in every record. From the key’s time stamp to the animation frame after the one that has the last change: of a step the map’s or the list’s, of a letter the results’ (Caseboard’s map then lights the first of them up, which comes after them and is not counted). Both pages in three turns of 33 steps; the first three of each page run code that no step has run yet, and are told apart.',
}

async function mainSteps(): Promise<void> {
  for (const count of [24, 10_000]) {
    const findings = await benchSteps(count)
    console.log(plainFindings(findings))
    writeTable(`With ${count.toLocaleString('en')} records`, findings, steps)
    if (findings.some(({ target }) => target?.met === false)) process.exitCode = 1
  }
}

const places: Section = {
  heading: '## Cases of many places',
  introduction:
    'Made-up cases that are one table of so many rows, each with a point and a date, on the machine named above. The server has shown the page of another case and has not read this one: its first answer is the page, with all the reading and building, which a thread of its own does. Meanwhile, and while the case’s JSON is fetched, /healthz is asked every 20 ms. Of steps and clicks the median of seven.',
}

async function mainPlaces(): Promise<void> {
  const probe = await bundleScript('tests/bench/page-probe.ts')
  const browser = await launchBrowser()
  try {
    for (const count of [1000, 10_000, 100_000]) {
      const findings = await benchPlaces(browser, probe, count)
      console.log(plainFindings(findings))
      writeTable(`With ${count.toLocaleString('en')} places`, findings, places)
      if (findings.some(({ target }) => target?.met === false)) process.exitCode = 1
    }
  } finally {
    await browser.close()
  }
}

async function mainJourney(): Promise<void> {
  await withAll(async (browser, front, linked) => {
    const { bare, app } = subjects(front.origin)
    const targets = await locate(
      browser,
      bare.closeAddress,
      await bundleScript('tests/bench/page-probe.ts'),
      clickable(linked),
    )
    const starts = {
      bare: { address: bare.closeAddress, alive: 'html', extra: await bundleScript('tests/bench/bare-journey.ts') },
      app: { address: app.closeAddress, alive: 'html[data-case-panel=alive][data-timeline=alive]' },
    }
    const findings = await benchJourney(browser, starts, listInteractions(linked, targets))
    console.log(plainFindings(findings))
    writeTable('In the first case', findings, journeySection)
  })
}

async function mainLighthouse(): Promise<void> {
  await withAll(async (_browser, front) => {
    const { bare, app } = subjects(front.origin)
    const findings = await benchLighthouse(bare.address, app.address)
    console.log(plainFindings(findings))
    writeTable('On a desk', findings, lighthouseSection)
    if (findings.some(({ target }) => target?.met === false)) process.exitCode = 1
  })
}

const large: Section = {
  heading: '## Layers on tiles',
  introduction:
    'A layer of so many made-up points, nine tenths of them about 400 towns of one region, over forty days and in eight kinds, made into tiles by `npm run case -- tile`; beside the bare page with the same tiles, which steps by the same expressions. Three visits of each in turns; of each twelve steps of a day after three that are not counted, a drag and six turns of the wheel. Frames are those of a machine without a graphics card.',
}

/** How much longer a step may take with more points than with the fewest. */
const LARGER_STEP = 1.2

async function mainLarge(): Promise<void> {
  const probe = await bundleScript('tests/bench/page-probe.ts')
  const browser = await launchBrowser()
  const sizes = process.argv.slice(3).map(Number)
  let first: number | null = null
  try {
    for (const count of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]) {
      const { findings, stepMs } = await benchLarge(browser, probe, count)
      if (first !== null)
        findings.push(atMost('a step, p50: times that with the fewest', stepMs / first, LARGER_STEP, '', 2))
      first ??= stepMs
      console.log(plainFindings(findings))
      writeTable(`With ${count.toLocaleString('en')} points`, findings, large)
      if (findings.some(({ target }) => target?.met === false)) process.exitCode = 1
    }
  } finally {
    await browser.close()
  }
}

const database: Section = {
  heading: '## Tiles from an archive and from a database',
  introduction:
    'A layer of so many made-up points as above, tiled and loaded; 400 of its tiles from far to near, asked for by eight at once from the same machine, which also runs the servers and PostgreSQL: plain Node with the same bytes in memory, Caseboard from PMTiles, Caseboard from PostGIS. Each for five seconds, except what is asked for the first time.',
}

async function mainDatabase(): Promise<void> {
  const sizes = process.argv.slice(3).map(Number)
  for (const count of sizes.length > 0 ? sizes : [100_000, 1_000_000]) {
    const findings = await benchDatabase(count)
    console.log(plainFindings(findings))
    writeTable(`With ${count.toLocaleString('en')} points in the database`, findings, database)
    if (findings.some(({ target }) => target?.met === false)) process.exitCode = 1
  }
}

const parts: Record<string, () => Promise<void>> = {
  page: main,
  steps: mainSteps,
  journey: mainJourney,
  places: mainPlaces,
  lighthouse: mainLighthouse,
  large: mainLarge,
  database: mainDatabase,
}
const [only] = process.argv.slice(2)
if (only !== undefined && !(only in parts)) throw new Error(`${only} is none of ${Object.keys(parts).join(', ')}`)
if (!existsSync('.next/BUILD_ID')) throw new Error('There is no production build to measure: npm run build')
for (const [name, run] of Object.entries(parts)) if (only === undefined || only === name) await run()
