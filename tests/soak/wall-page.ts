import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { chromiumArguments, findWholeChromium } from '../chromium'

export const CASE = '2022-10-annexation'
/** Small, since here the processor draws. */
const viewport = { width: 640, height: 360 }
const LIMIT_MS = 60_000

export function launchBrowser(): Promise<Browser> {
  const executablePath = findWholeChromium()
  return chromium.launch({ args: chromiumArguments, ...(executablePath !== undefined && { executablePath }) })
}

/** A display of the wall, and what happened to it since it was opened. */
export class WallPage {
  readonly page: Page
  readonly context: BrowserContext
  /** How often the page was loaded again. */
  reloads = -1
  readonly errors: string[] = []

  private constructor(page: Page, context: BrowserContext) {
    this.page = page
    this.context = context
    page.on('domcontentloaded', () => {
      this.reloads += 1
    })
    page.on('pageerror', (error) => this.errors.push(String(error)))
  }

  static async open(browser: Browser, origin: string, query = ''): Promise<WallPage> {
    const context = await browser.newContext({ viewport })
    const wall = new WallPage(await context.newPage(), context)
    await wall.page.goto(`${origin}/wall/${CASE}${query}`)
    await wall.mapIs('ready')
    await wall.connectionIs('joined')
    return wall
  }

  async mapIs(state: string): Promise<void> {
    await this.page.locator(`section[aria-label="Map"][data-state="${state}"]`).waitFor({ timeout: LIMIT_MS })
  }

  async connectionIs(state: 'joined' | 'away'): Promise<void> {
    await this.page.locator(`main[data-connection="${state}"]`).waitFor({ timeout: LIMIT_MS })
  }

  /** Id of the scene; empty where there is none. */
  async scene(): Promise<string> {
    return (await this.page.locator('main').getAttribute('data-scene')) ?? ''
  }

  async next(): Promise<void> {
    await this.page.keyboard.press('ArrowRight')
  }

  /** Whether somebody before it would see a scene: its headline and some words. */
  async showsScene(): Promise<boolean> {
    const headline = this.page.locator('main h1, main h2').first()
    return (await this.scene()) !== '' && ((await headline.textContent()) ?? '').trim().length > 3
  }
}

export const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
