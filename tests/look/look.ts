import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
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
const LOOK_AGAIN_MS = 300

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

/** Opens what a view has its name from, once the page is alive; on a phone it stands in a menu, which has its own picture. */
async function openPart(page: Page, name: string): Promise<void> {
  await page.waitForSelector('html[data-case-panel=alive]')
  const button = page.getByRole('button', { name, exact: true }).filter({ visible: true }).first()
  if ((await button.count()) > 0) await button.click()
}

/** Pictures of a view at one size: the page is loaded once, and its theme changed. */
async function* takePictures(page: Page, origin: string, looks: readonly Look[]): AsyncGenerator<[Look, Buffer]> {
  const [first] = looks
  if (first === undefined) return
  await page.emulateMedia({ colorScheme: first.theme })
  await page.goto(origin + first.address)
  await page.waitForFunction(() => document.querySelector('[data-state="loading"]') === null, null, { timeout: 60_000 })
  if (first.open !== undefined) await openPart(page, first.open)
  for (const look of looks) {
    await page.emulateMedia({ colorScheme: look.theme })
    yield [look, await restingPicture(page)]
  }
}

type Size = (typeof sizes)[number]
type Look = (typeof views)[number] & { file: string; theme: (typeof themes)[number]; size: Size }

/** Those of one page load together. */
function listLooks(words: readonly string[]): Look[][] {
  const isWanted = ({ file }: Look) => words.every((word) => file.split('-').includes(word) || file.startsWith(word))
  return sizes.flatMap((size) =>
    views
      .filter(({ isForDisplays = false }) => isForDisplays || !('isDisplay' in size))
      .map((view) =>
        themes
          .filter((theme) => view.isOfOneTheme !== true || theme === 'light')
          .map((theme) => ({ ...view, theme, size, file: `${view.name}-${theme}-${size.width}x${size.height}` }))
          .filter(isWanted),
      ),
  )
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
if (isKept && words.length === 1) rmSync(KEPT, { recursive: true, force: true })
mkdirSync(OUTPUT, { recursive: true })
mkdirSync(KEPT, { recursive: true })
const server = await Server.launch()
const executablePath = findChromium()
const browser = await chromium.launch({
  args: chromiumArguments,
  ...(executablePath !== undefined && { executablePath }),
})
const page = await browser.newPage({ reducedMotion: 'reduce' })
const since = performance.now()
let taken = 0
let changed = 0
try {
  for (const together of looks) {
    const [first] = together
    if (first === undefined) continue
    await page.setViewportSize(first.size)
    for await (const [{ file }, picture] of takePictures(page, server.origin, together)) {
      writeFileSync(join(OUTPUT, `${file}.png`), picture)
      const told = await judge(file, picture, isKept)
      taken++
      if (told !== null) changed++
      console.log(`${file}${told === null ? '' : `: ${told}`}`)
    }
  }
} finally {
  await browser.close()
  await server.close()
}
const minutes = ((performance.now() - since) / 60_000).toFixed(1)
const outcome = isKept ? 'kept' : `of which ${changed} changed; see ${OUTPUT}`
console.log(`${taken} pictures in ${minutes} minutes, ${outcome}`)
process.exitCode = changed > 0 ? 1 : 0
