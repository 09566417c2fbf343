import { expect } from '@playwright/test'
import { getDocumentProxy } from 'unpdf'
import { z } from 'zod'
import words from '@/lib/words/en.json' with { type: 'json' }
import type { Engine } from '../../engines/engine'

const boxSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })

/** WebDriver's names of keys (https://www.w3.org/TR/webdriver2/#keyboard-actions). */
export const keys = { enter: '\uE007', escape: '\uE00C', right: '\uE014', control: '\uE009' } as const

const LONG = { timeout: 60_000, intervals: [300] }
const SHORT = { timeout: 20_000, intervals: [200] }

const MAP = '[data-map-frame]'
const WALL = 'main[data-connection]'

/** What a person does and sees in a browser that Playwright does not drive. Only here are selectors known. */
export class EngineBoard {
  readonly #engine: Engine
  readonly #origin: string

  constructor(engine: Engine, origin: string) {
    this.#engine = engine
    this.#origin = origin
  }

  async open(address: string): Promise<void> {
    await this.#engine.open(this.#origin + address)
  }

  async mapIs(state: 'ready' | 'unsupported'): Promise<void> {
    const read = () => this.#engine.run(`return document.querySelector(arguments[0])?.dataset.state ?? ''`, MAP)
    await expect.poll(read, LONG).toBe(state)
  }

  /** The timeline comes alive after the map; until then it knows no keys. */
  async timelineIsAlive(): Promise<void> {
    const read = () => this.#engine.run(`return document.documentElement.dataset.timeline ?? ''`)
    await expect.poll(read, LONG).toBe('alive')
  }

  /** Texts on screen of the elements that a selector finds. */
  async #textsOf(selector: string): Promise<string[]> {
    const texts = await this.#engine.run(
      `return [...document.querySelectorAll(arguments[0])].filter((each) => each.checkVisibility()).map((each) => each.textContent)`,
      selector,
    )
    return z.array(z.string()).parse(texts)
  }

  async #seeText(selector: string, text: string): Promise<void> {
    const isThere = (found: string[]) => found.some((each) => each.includes(text))
    await expect.poll(async () => isThere(await this.#textsOf(selector)), { ...SHORT, message: text }).toBe(true)
  }

  /** Clicks the middle of the first element on screen that a selector finds and that has this text. */
  async #clickOn(selector: string, text = ''): Promise<void> {
    const find = () =>
      this.#engine.run(
        `const [selector, text] = arguments
        const found = [...document.querySelectorAll(selector)].find(
          (each) => each.checkVisibility() && (each.textContent + (each.ariaLabel ?? '')).includes(text))
        if (!found) return null
        found.scrollIntoView({ block: 'nearest' })
        const { x, y, width, height } = found.getBoundingClientRect()
        return { x, y, width, height }`,
        selector,
        text,
      )
    await expect.poll(async () => boxSchema.safeParse(await find()).success, SHORT).toBe(true)
    const { x, y, width, height } = boxSchema.parse(await find())
    await this.#engine.click(x + width / 2, y + height / 2)
  }

  /** Clicks the map so many px from its middle, which is where the address's camera stands. */
  async clickMap(right = 0, down = 0): Promise<void> {
    const box = boxSchema.parse(
      await this.#engine.run(
        `const { x, y, width, height } = document.querySelector(arguments[0]).getBoundingClientRect()
        return { x, y, width, height }`,
        MAP,
      ),
    )
    await this.#engine.click(box.x + box.width / 2 + right, box.y + box.height / 2 + down)
  }

  /** The panel of a record has come, named after it. */
  async panelIs(name: string): Promise<void> {
    await this.#seeText('aside h2, aside h1', name)
  }

  /** Opens the words that the first quotation of the panel comes from, and sees them marked. */
  async openPassage(): Promise<void> {
    await this.#clickOn('aside blockquote')
    await expect.poll(async () => (await this.#textsOf('mark')).length, SHORT).toBeGreaterThan(0)
  }

  async query(key: string): Promise<string | null> {
    const search = await this.#engine.run('return location.search')
    return new URLSearchParams(String(search)).get(key)
  }

  async press(key: string, held: readonly string[] = []): Promise<void> {
    await this.#engine.press([key], held)
  }

  /** Finds something by its first letters, and goes there. */
  async find(typed: string, best: string): Promise<void> {
    await this.press('k', [keys.control])
    await expect.poll(() => this.#engine.run(`return document.activeElement?.role ?? ''`), SHORT).toBe('combobox')
    await this.#engine.press([...typed])
    await this.#seeText('[role=option][aria-selected=true]', best)
    await this.press(keys.enter)
  }

  /** Where the still map's picture comes from; empty while it has not come. */
  async stillMap(): Promise<string> {
    const found = await this.#engine.run(
      `const still = document.querySelector(arguments[0] + ' picture img')
      return still && still.complete && still.naturalWidth > 0 ? still.currentSrc : ''`,
      MAP,
    )
    return String(found)
  }

  /** Whether the sentence that says why the map stands still is on top: nothing else lies over any corner of it. */
  async noticeIsFree(): Promise<boolean> {
    const found = await this.#engine.run(
      `const notice = [...document.querySelectorAll(arguments[0] + ' [role=status]')].find(
        (each) => each.textContent === arguments[1])
      if (!notice) return false
      const { left, top, right, bottom } = notice.getBoundingClientRect()
      const corners = [[left + 3, top + 3], [right - 3, top + 3], [left + 3, bottom - 3], [right - 3, bottom - 3]]
      return corners.every(([x, y]) => notice.contains(document.elementFromPoint(x, y)))`,
      MAP,
      words.map.unsupported,
    )
    return found === true
  }

  async wallIsJoined(): Promise<void> {
    const read = () => this.#engine.run(`return document.querySelector(arguments[0])?.dataset.connection ?? ''`, WALL)
    await expect.poll(read, LONG).toBe('joined')
    const map = () => this.#engine.run(`return document.querySelector('main section[data-state]')?.dataset.state`)
    await expect.poll(map, LONG).toBe('ready')
  }

  async wallSays(headline: string): Promise<void> {
    await this.#seeText(`${WALL} h1, ${WALL} h2`, headline)
  }

  /** The page for paper has come, with its map. */
  async paperHas(title: string): Promise<void> {
    await this.#seeText('main h1', title)
    const drawn = () => this.#engine.run(`return document.querySelector('main img')?.naturalWidth ?? 0`)
    await expect.poll(drawn, SHORT).toBeGreaterThan(0)
  }

  /** How many pages it would print. */
  async printedPages(): Promise<number> {
    const { numPages } = await getDocumentProxy(new Uint8Array(await this.#engine.print()))
    return numPages
  }
}
