import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'
import { dropDevice } from './words'

interface SceneOnFile {
  id: string
  title: string
  words: string
}

/** The tour as it stands on file. */
export const scenes: SceneOnFile[] = JSON.parse(readFileSync('data/cases/2022-10-annexation/scenes.json', 'utf8'))

/** The headline of a scene by its place in the tour, from 0; from the end if negative. */
export function headline(at: number): string {
  const scene = scenes.at(at)
  if (scene === undefined) throw new RangeError(`no scene ${at}`)
  return scene.title
}

const head: { title: string; summary: string } = JSON.parse(
  readFileSync('data/cases/2022-10-annexation/case.json', 'utf8'),
)

/** The headlines of the two scenes that every tour has around the case's own. */
export const around = { title: head.title, words: head.summary, closing: 'What this rests on' } as const

/** Where the wall is; it begins with the title. */
export const wallAddress = '/wall/2022-10-annexation'

const CODE = /^[2-9A-Z]{3} [2-9A-Z]{5}$/
/** As far off as a thumb would not notice, as a fraction of the picture. */
const SPOT_TOLERANCE = 0.03

/** What a person in front of a wall does and sees. Only here are selectors known. */
export class Wall {
  readonly page: Page
  readonly #origin: string
  /** The code that was given last: it works once. */
  #given = ''
  /** How often the page was loaded again after it was opened. */
  reloads = -1
  /** What the browser reported: broken policies and uncaught errors. */
  readonly complaints: string[] = []

  constructor(page: Page, origin: string) {
    this.page = page
    this.#origin = origin
    page.on('domcontentloaded', () => {
      this.reloads += 1
    })
    page.on('pageerror', (error) => this.complaints.push(String(error)))
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) this.complaints.push(message.text())
    })
  }

  /** Opens the wall, at the case's first scene where nothing else is said. */
  async open(address = `${wallAddress}?scene=${scenes[0]?.id}`): Promise<void> {
    await this.page.goto(this.#origin + address)
  }

  async openJoined(address?: string): Promise<void> {
    await this.open(address)
    await this.joined()
  }

  /** The picture that stands in for a live map. */
  get still(): Locator {
    return this.page.getByRole('img', { name: /Still map of the case/ })
  }

  get main(): Locator {
    return this.page.getByRole('main')
  }

  /** In step with its server. */
  async joined(): Promise<void> {
    await expect(this.main).toHaveAttribute('data-connection', 'joined', { timeout: 30_000 })
  }

  async away(): Promise<void> {
    await expect(this.main).toHaveAttribute('data-connection', 'away', { timeout: 40_000 })
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Until that is seen: asks for the case as when a network has come back, and not only every ten seconds. */
  async hearsOfTheCase(seen: () => Promise<void>): Promise<void> {
    await expect(async () => {
      await this.page.evaluate(() => window.dispatchEvent(new Event('online')))
      await seen()
    }).toPass({ timeout: 30_000 })
  }

  /** Presses a button of the menu, which comes when something moves. */
  async pressMenu(name: string): Promise<void> {
    // It goes again when nothing has moved for a while, and software may take as long for a picture.
    await expect(async () => {
      await this.page.mouse.move(300, 300)
      await this.page.mouse.move(310, 300)
      await this.page.getByRole('toolbar').getByRole('button', { name }).click({ timeout: 2_000 })
    }).toPass({ timeout: 30_000 })
  }

  /** The large words at the top: a scene's headline, or the name of the place whose evidence is open. */
  get title(): Locator {
    return this.page.getByRole('heading', { level: 1 })
  }

  async sceneIs(words: string): Promise<void> {
    await expect(this.title).toHaveText(words)
  }

  get evidence(): Locator {
    return this.page.getByRole('article').filter({ hasText: 'The tour resumes in' })
  }

  /** Whose evidence is open; null for nobody's. */
  async evidenceIs(place: string | null): Promise<void> {
    if (place === null) await expect(this.evidence).toHaveCount(0)
    else await expect(this.evidence.getByRole('heading', { name: place, exact: true })).toBeVisible()
  }

  async isHeld(held: boolean): Promise<void> {
    if (held) await expect(this.main).toHaveAttribute('data-held')
    else await expect(this.main).not.toHaveAttribute('data-held')
  }

  async isBlank(blank: boolean): Promise<void> {
    await expect(this.title).toBeVisible({ visible: !blank })
    await expect(this.notes).toBeVisible()
  }

  /** What stands at the bottom at every moment. */
  get notes(): Locator {
    return this.main.locator('footer[data-map-panel]')
  }

  get map(): Locator {
    return this.page.getByRole('region', { name: 'Map', exact: true })
  }

  async mapIs(state: 'loading' | 'ready' | 'lost' | 'unsupported'): Promise<void> {
    await expect(this.map).toHaveAttribute('data-state', state, { timeout: 45_000 })
  }

  /** The part of the picture where only the map is: elsewhere ages and marks change all the time. */
  async picture(): Promise<Buffer> {
    const size = this.page.viewportSize()
    if (size === null) throw new Error('no viewport')
    const lies = size.width > size.height
    const [width, height] = lies ? [size.width * 0.4, size.height * 0.5] : [size.width, size.height * 0.3]
    return this.page.screenshot({ clip: { x: size.width - width, y: 0, width, height } })
  }

  /**
   * The picture within the claimed oblasts of the first scene, where there is hatching and no name: names give way to each
   * other by what stood there before, and may stand otherwise once the map has come again.
   */
  async hatching(): Promise<Buffer> {
    const size = this.page.viewportSize()
    if (size === null) throw new Error('no viewport')
    const [x, y, width, height] = [0.78 * size.width, 0.42 * size.height, 0.07 * size.width, 0.13 * size.height]
    return this.page.screenshot({ clip: { x, y, width, height } })
  }

  /** Whether the map reaches to all four edges of the window. */
  async isFullBleed(): Promise<boolean> {
    const [box, size] = [await this.map.boundingBox(), this.page.viewportSize()]
    if (box === null || size === null) throw new Error('there is no map, or no viewport')
    return box.x === 0 && box.y === 0 && box.width === size.width && box.height === size.height
  }

  /** What the words of the scene that is on run on for in pages. */
  get #pages(): Locator {
    return this.page.locator('main [data-pages]').last()
  }

  async pageCount(): Promise<number> {
    return Number(await this.#pages.getAttribute('data-pages'))
  }

  /** Which page of how many is on, as the audience reads it; null where there is but one and nothing is said. */
  async pageSaid(): Promise<string | null> {
    const said = this.page.getByText(/^\d+ of \d+$/)
    return (await said.count()) === 0 ? null : said.last().textContent()
  }

  /** Turns to a page, from 1, without waiting for its time. */
  async turnTo(page: number): Promise<void> {
    await this.#pages.evaluate((pages, at) => {
      const gap = Number.parseFloat(getComputedStyle(pages).columnGap) || 0
      pages.scrollLeft = (at - 1) * (pages.clientWidth + gap)
    }, page)
  }

  /** Waits until the map stands still; software takes twenty seconds for the largest picture. */
  async settled(): Promise<void> {
    let last: Buffer = Buffer.alloc(0)
    await expect
      .poll(
        async () => {
          const now = await this.picture()
          const same = Buffer.compare(now, last) === 0
          last = now
          return same
        },
        { timeout: 60_000, intervals: [400] },
      )
      .toBe(true)
  }

  /** Clicks on the picture, at fractions of its width and height. */
  async click({ x, y }: { x: number; y: number }): Promise<void> {
    const size = this.page.viewportSize()
    if (size === null) throw new Error('no viewport')
    await this.page.mouse.click(size.width * x, size.height * y)
  }

  /** A code that the wall shows, another one each time; asks it for one if it shows none. */
  async code(): Promise<string> {
    let code = ''
    await expect(async () => {
      await this.showCard()
      const text = await this.page.getByText(CODE).textContent({ timeout: 1_000 })
      code = (text ?? '').replace(' ', '')
      if (code === this.#given) await this.press('Escape')
      expect(code).not.toBe(this.#given)
    }).toPass({ timeout: 15_000 })
    this.#given = code
    return code
  }

  get card(): Locator {
    return this.page.getByRole('region', { name: 'Connect a phone' })
  }

  /** Whether the card leaves what must always stand to be read. */
  async cardLeavesNotes(): Promise<boolean> {
    const [card, notes] = await Promise.all([this.card.boundingBox(), this.notes.boundingBox()])
    if (card === null || notes === null) throw new Error('there is no card, or no notes')
    const beside = card.x >= notes.x + notes.width || card.x + card.width <= notes.x
    return beside || card.y + card.height <= notes.y
  }

  async showCard(): Promise<void> {
    // It goes by itself when a code has been used, perhaps just now.
    await expect(async () => {
      if (!(await this.card.isVisible())) await this.press('c')
      await expect(this.card).toBeVisible({ timeout: 2_000 })
    }).toPass({ timeout: 15_000 })
  }

  /** Ends the pairing of a phone, or takes a display off the wall. */
  async drop(name: string): Promise<void> {
    // No code is shown for it.
    await this.pressMenu('Who is connected')
    await this.page.getByRole('button', { name: dropDevice(name) }).click()
  }

  async saysSteered(name: string): Promise<void> {
    await expect(this.page.getByText(`${name} steers`)).toBeVisible()
  }

  /** Where the audience sees a spot, as fractions of the picture; null where it sees none. */
  async spotIs(expected: { x: number; y: number } | null): Promise<void> {
    const spot = this.page.locator('main [class*="spot"]').first()
    await expect.poll(() => spot.evaluate((element) => element.className.includes('faded'))).toBe(expected === null)
    if (expected === null) return
    const place = () =>
      spot.evaluate((element: HTMLElement) =>
        ['--x', '--y'].map((name) => Number(element.style.getPropertyValue(name))),
      )
    const off = async () => {
      const [x = 0, y = 0] = await place()
      return Math.hypot(x - expected.x, y - expected.y)
    }
    await expect.poll(off).toBeLessThan(SPOT_TOLERANCE)
  }

  /** From now on the server has none of the page's scripts, styles and fonts; answers the list of what is asked for. */
  async withoutCode(): Promise<string[]> {
    const asked: string[] = []
    await this.page.context().route('**/_next/static/**', (route) => {
      asked.push(route.request().url())
      return route.abort()
    })
    return asked
  }

  /** Takes the map's graphics context away and, later, gives it back. */
  async loseContext(forMs: number): Promise<void> {
    await this.map.evaluate((map, duration) => {
      const extension = map.querySelector('canvas')?.getContext('webgl2')?.getExtension('WEBGL_lose_context')
      if (!extension) throw new Error('no context to lose')
      extension.loseContext()
      setTimeout(() => extension.restoreContext(), duration)
    }, forMs)
  }
}
