import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { chromiumArguments, findChromium } from '../chromium'
import { Server } from '../e2e/driver/server'
import { compare, shrink } from './compare'
import { sizes, themes, views } from './views'

/**
 * `npm run look` takes pictures of every view in both themes and five sizes and compares them with those that are kept;
 * `npm run look -- keep` keeps them instead. Words after that choose views by their names, as `story 390x844 dark`. Needs a build.
 */

const KEPT = 'tests/look/kept'
const OUTPUT = 'tests/.output/look'
/** A page that never stands still is taken as it is then. */
const PATIENCE_MS = 15_000
const LOOK_AGAIN_MS = 400

/** Waits until two looks at the page are the same: everything has come, and the map is drawn. */
async function restingPicture(page: Page): Promise<Buffer> {
  const until = Date.now() + PATIENCE_MS
  let last = await page.screenshot()
  while (Date.now() < until) {
    await page.waitForTimeout(LOOK_AGAIN_MS)
    const now = await page.screenshot()
    if (Buffer.compare(last, now) === 0) return now
    last = now
  }
  return last
}

async function takePicture(browser: Browser, origin: string, look: Look): Promise<Buffer> {
  const { address, open, size, theme } = look
  const context = await browser.newContext({ viewport: size, colorScheme: theme, reducedMotion: 'reduce' })
  try {
    const page = await context.newPage()
    await page.goto(origin + address)
    await page.waitForFunction(() => document.querySelector('[data-state="loading"]') === null, null, {
      timeout: 60_000,
    })
    if (open !== undefined) {
      await page.waitForSelector('html[data-case-panel=alive]')
      const button = page.getByRole('button', { name: open, exact: true }).filter({ visible: true }).first()
      // On a phone it may stand in a menu, which has its own picture.
      if ((await button.count()) > 0) await button.click()
    }
    return await restingPicture(page)
  } finally {
    await context.close()
  }
}

type Look = (typeof views)[number] & {
  file: string
  theme: (typeof themes)[number]
  size: (typeof sizes)[number]
}

function listLooks(words: readonly string[]): Look[] {
  const all = sizes.flatMap((size) =>
    themes.flatMap((theme) =>
      views.map((view) => ({ ...view, theme, size, file: `${view.name}-${theme}-${size.width}x${size.height}` })),
    ),
  )
  return all.filter(({ file }) => words.every((word) => file.split('-').includes(word) || file.startsWith(word)))
}

function readKept(file: string): Buffer | null {
  try {
    return readFileSync(join(KEPT, `${file}.webp`))
  } catch {
    return null
  }
}

/** What is to be said of a picture; null where it is as it was kept. */
async function judge(file: string, picture: Buffer, isKept: boolean): Promise<string | null> {
  const now = await shrink(picture)
  if (isKept) {
    writeFileSync(join(KEPT, `${file}.webp`), now)
    return null
  }
  const kept = readKept(file)
  if (kept === null) return 'none is kept'
  const difference = await compare(kept, now)
  if (difference === null) return null
  writeFileSync(join(OUTPUT, `${file}-changed.webp`), difference.picture)
  return `${(difference.share * 100).toFixed(1)} % changed`
}

const words = process.argv.slice(2)
const isKept = words[0] === 'keep'
const looks = listLooks(isKept ? words.slice(1) : words)
rmSync(OUTPUT, { recursive: true, force: true })
mkdirSync(OUTPUT, { recursive: true })
mkdirSync(KEPT, { recursive: true })
const server = await Server.launch()
const executablePath = findChromium()
const browser = await chromium.launch({
  args: chromiumArguments,
  ...(executablePath !== undefined && { executablePath }),
})
let changed = 0
try {
  for (const look of looks) {
    const picture = await takePicture(browser, server.origin, look)
    writeFileSync(join(OUTPUT, `${look.file}.png`), picture)
    const told = await judge(look.file, picture, isKept)
    if (told !== null) changed++
    console.log(`${look.file}${told === null ? '' : `: ${told}`}`)
  }
} finally {
  await browser.close()
  await server.close()
}
console.log(isKept ? `${looks.length} pictures kept` : `${looks.length} pictures, ${changed} changed; see ${OUTPUT}`)
process.exitCode = changed > 0 ? 1 : 0
