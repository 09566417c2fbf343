import { expect, type Locator, type Page } from '@playwright/test'
import words from '@/lib/words/en.json' with { type: 'json' }
import { holdBack } from './hold-back'

const { pages, parts } = words.panel

const inEvidence = (tab: string) => ({ part: parts.evidence, tab, alone: tab })

/** Where each page of the case is: in which part, under which tab, and what it is called where it is the only one. */
const casePages = {
  Overview: { part: parts.story, tab: null, alone: pages.overview },
  Story: { part: parts.story, tab: null, alone: pages.story },
  Tour: { part: parts.story, tab: null, alone: pages.tour },
  Quotations: inEvidence(pages.quotations),
  Statements: inEvidence(pages.statements),
  Voices: inEvidence(pages.voices),
  Figures: inEvidence(pages.figures),
  Events: inEvidence(pages.events),
  Sources: inEvidence(pages.sources),
  Places: { part: parts.places, tab: pages.places, alone: pages.places },
  Borders: { part: parts.places, tab: pages.borders, alone: pages.borders },
  Differences: { part: parts.disputes, tab: pages.differences, alone: pages.differences },
  Corrections: { part: parts.disputes, tab: pages.corrections, alone: pages.corrections },
} as const

export type CasePageName = keyof typeof casePages

export interface LngLat {
  lng: number
  lat: number
}

interface Camera extends LngLat {
  zoom: number
}

const TILE_PX = 512

/** Web Mercator position in px of the whole world at a zoom. */
function worldPixel({ lng, lat }: LngLat, zoom: number): { x: number; y: number } {
  const size = TILE_PX * 2 ** zoom
  const sine = Math.sin((lat * Math.PI) / 180)
  return {
    x: ((lng + 180) / 360) * size,
    y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size,
  }
}

/** The inverse of `worldPixel`. */
function unproject({ x, y }: { x: number; y: number }, zoom: number): LngLat {
  const size = TILE_PX * 2 ** zoom
  const n = Math.PI * (1 - (2 * y) / size)
  return { lng: (x / size) * 360 - 180, lat: (Math.atan(Math.sinh(n)) * 180) / Math.PI }
}

/** A browser that cannot draw the live map. */
export async function withoutWebGl(page: Page): Promise<void> {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null
  })
}

/** What a person does with Caseboard, and what they see. Only here are selectors known. */
export class Caseboard {
  readonly page: Page
  readonly #origin: string
  /** Requests that went anywhere but to the server. */
  readonly foreignRequests: string[] = []
  /** What the browser reported: broken policies and uncaught errors. */
  readonly complaints: string[] = []

  constructor(page: Page, origin: string) {
    this.page = page
    this.#origin = origin
    page.on('request', (request) => {
      const { protocol, origin: target } = new URL(request.url())
      if (protocol.startsWith('http') && target !== origin) this.foreignRequests.push(request.url())
    })
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) this.complaints.push(message.text())
    })
    page.on('pageerror', (error) => this.complaints.push(String(error)))
  }

  async open(address = '/'): Promise<void> {
    await this.page.goto(this.#origin + address)
  }

  /** Opens what the server has written, without the code that makes it alive; answers how to let that come. */
  async openWithoutCode(address: string): Promise<() => Promise<void>> {
    const code = await holdBack(this.page, '**/_next/static/**/*.js')
    await this.page.goto(this.#origin + address, { waitUntil: 'commit' })
    return async () => {
      code.letGo()
      await this.isAlive()
    }
  }

  async openReady(address = '/'): Promise<void> {
    await this.open(address)
    await this.mapIs('ready')
    await this.isAlive()
  }

  /** As a browser without WebGL shows it: the panels are the same, and are there seconds before a map drawn in software. */
  async openStill(address = '/'): Promise<void> {
    await withoutWebGl(this.page)
    await this.open(address)
    await this.mapIs('unsupported')
    await this.isAlive()
  }

  /** Case panel and timeline stand there from the start, and come alive once the map has settled or somebody wants them. */
  private async isAlive(): Promise<void> {
    await this.page.locator('html[data-case-panel=alive][data-timeline=alive]').waitFor({ timeout: 45_000 })
  }

  /** Opens what `address` names and answers when its map had its first idle: ms since the navigation began. */
  async openUntilIdle(address = '/'): Promise<number> {
    await this.page.addInitScript(() => {
      const idle = new MutationObserver(() => {
        if (document.querySelector('[data-map-frame][data-state="ready"]') === null) return
        performance.mark('map-idle')
        idle.disconnect()
      })
      idle.observe(document, { attributes: true, subtree: true, attributeFilter: ['data-state'] })
    })
    await this.open(address)
    await this.mapIs('ready')
    return this.page.evaluate(() => performance.getEntriesByName('map-idle')[0]?.startTime ?? 0)
  }

  get map(): Locator {
    return this.page.getByRole('region', { name: 'Map', exact: true })
  }

  async mapIs(state: 'loading' | 'ready' | 'lost' | 'unsupported'): Promise<void> {
    await expect(this.map).toHaveAttribute('data-state', state, { timeout: 45_000 })
  }

  /** The panel of what is in focus: a region named after it. */
  panel(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true })
  }

  quotation(words: string | RegExp): Locator {
    return this.page.getByRole('blockquote').filter({ hasText: words, visible: true }).first()
  }

  /** The passage's own words, marked between those around them. */
  get marked(): Locator {
    return this.page.locator('mark').filter({ visible: true }).first()
  }

  /** Opens a page of the case: first the part that it is in, then its tab or, in the story, what leads to it. */
  async openTab(name: CasePageName): Promise<void> {
    const { part, tab } = casePages[name]
    const link = this.page
      .getByRole('navigation', { name: words.panel.partsName })
      .getByRole('link', { name: part, exact: true })
    if ((await link.getAttribute('aria-current')) !== 'page' || part === words.panel.parts.story) await link.click()
    await expect(link).toHaveAttribute('aria-current', 'page')
    if (name === 'Tour') await this.press(words.panel.editStory)
    else if (tab !== null && (await this.tab(name).count()) > 0) await this.tab(name).click()
  }

  /** The tab of a page; a part with one page alone has none. */
  tab(name: CasePageName): Locator {
    return this.page.getByRole('tab', { name: casePages[name].tab ?? '', exact: true })
  }

  /** A page of the case that is open: under its tab, or by its own name. */
  casePage(name: CasePageName): Locator {
    const { alone } = casePages[name]
    return this.page
      .getByRole('tabpanel', { name: alone, exact: true })
      .or(this.page.getByRole('region', { name: alone, exact: true }))
  }

  /** The part of the case that is open. */
  async openPart(): Promise<string> {
    const parts = this.page.getByRole('navigation', { name: words.panel.partsName })
    return parts.locator('[aria-current=page]').innerText()
  }

  layerSwitch(name: string): Locator {
    return this.page.getByRole('switch', { name, exact: true })
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).filter({ visible: true }).first().click()
  }

  /** Counts from the next page on how often WebGL is told to draw. */
  async countDraws(): Promise<void> {
    await this.page.addInitScript(() => {
      const prototype = WebGL2RenderingContext.prototype
      const { drawElements, drawArrays } = prototype
      const count = () => {
        document.documentElement.dataset.draws = String(1 + Number(document.documentElement.dataset.draws ?? 0))
      }
      prototype.drawElements = function (...parameters) {
        count()
        drawElements.apply(this, parameters)
      }
      prototype.drawArrays = function (...parameters) {
        count()
        drawArrays.apply(this, parameters)
      }
    })
  }

  /** How often WebGL was told to draw since the page began. */
  async draws(): Promise<number> {
    return this.page.evaluate(() => Number(document.documentElement.dataset.draws ?? 0))
  }

  /** What lies over the map where places are selected or hovered: its lines and areas, or its circles. */
  highlight(shape: 'path' | 'circle'): Locator {
    return this.map.locator(`.maplibregl-canvas-container > svg ${shape}[stroke]`).filter({ visible: true })
  }

  /** Where a highlight is not drawn since a name stands there, on screen. */
  async namesLeftOut(): Promise<DOMRect[]> {
    const boxes = this.map.locator('.maplibregl-canvas-container > svg > g[mask]').first()
    if ((await boxes.count()) === 0) return []
    return boxes.evaluate((masked) => {
      const svg = masked.closest('svg')
      const { x, y } = svg?.getBoundingClientRect() ?? { x: 0, y: 0 }
      const origin = svg?.viewBox.baseVal ?? { x: 0, y: 0 }
      return [...(svg?.querySelectorAll<SVGRectElement>('mask rect[rx]') ?? [])].map((rect) => {
        const box = rect.getBBox()
        return new DOMRect(box.x - origin.x + x, box.y - origin.y + y, box.width, box.height).toJSON()
      })
    })
  }

  /** The shape's frame on screen, without what its line is wide. */
  async frameOf(shape: Locator): Promise<{ left: number; top: number; right: number; bottom: number }> {
    return shape.evaluate((element) => {
      if (!(element instanceof SVGGraphicsElement)) throw new Error('not a shape')
      const { x, y, width, height } = element.getBBox()
      const matrix = element.getScreenCTM()
      const [from, to] = [new DOMPoint(x, y), new DOMPoint(x + width, y + height)].map((at) =>
        at.matrixTransform(matrix ?? undefined),
      )
      return { left: from?.x ?? 0, top: from?.y ?? 0, right: to?.x ?? 0, bottom: to?.y ?? 0 }
    })
  }

  /** Clicks the map where a place on earth is, with the camera that the address says. */
  async clickOnEarth(place: LngLat): Promise<void> {
    const { x, y } = await this.pixelOf(place)
    await this.page.mouse.click(x, y)
  }

  /** Drags the map by so many px, from a little right of its middle, where no card is. */
  async dragMap(x: number, y: number): Promise<void> {
    const box = await this.map.boundingBox()
    if (box === null) throw new Error('the map is not on screen')
    await this.drag({ x: box.x + box.width * 0.62, y: box.y + box.height / 2 }, { x, y })
  }

  /** Drags from one point on screen by so many px. */
  async drag(from: { x: number; y: number }, by: { x: number; y: number }): Promise<void> {
    await this.page.mouse.move(from.x, from.y)
    await this.page.mouse.down()
    await this.page.mouse.move(from.x + by.x, from.y + by.y, { steps: 8 })
    await this.page.mouse.up()
  }

  /** Waits as long as a person needs to see a change: a few frames. */
  async drawn(): Promise<void> {
    await this.page.evaluate(
      () =>
        new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 300)))),
    )
  }

  /** The map's picture once it stands still: the same twice, half a second apart; around a place, or all of it. */
  async restingPicture(around?: LngLat): Promise<Buffer> {
    let last: Buffer = Buffer.alloc(0)
    const isSame = async () => {
      const now = around === undefined ? await this.map.screenshot() : await this.pictureAround(around)
      const same = Buffer.compare(now, last) === 0
      last = now
      return same
    }
    await expect.poll(isSame, { timeout: 20_000, intervals: [500] }).toBe(true)
    return last
  }

  /** What is on screen around a place on earth. */
  async pictureAround(place: LngLat): Promise<Buffer> {
    const { x, y } = await this.pixelOf(place)
    const reachPx = 120
    return this.page.screenshot({ clip: { x: x - reachPx, y: y - reachPx, width: 2 * reachPx, height: 2 * reachPx } })
  }

  /** What the charts say of figures that are not among what is asked for. */
  async faintNotes(): Promise<string[]> {
    await this.openTab('Figures')
    await expect(this.casePage('Figures')).toBeVisible()
    return this.casePage('Figures')
      .getByText(/drawn faint/)
      .allInnerTexts()
  }

  /** The picture that stands in for the live map. */
  get stillMap(): Locator {
    return this.page.getByRole('img', { name: /Still map of the case/ })
  }

  /** What that picture shows: west, south, east, north in degrees. */
  async stillBounds(): Promise<[west: number, south: number, east: number, north: number]> {
    const address = new URL((await this.stillMap.getAttribute('src')) ?? '', this.#origin)
    const [west = 0, south = 0, east = 0, north = 0] = (address.searchParams.get('bounds') ?? '').split(',').map(Number)
    return [west, south, east, north]
  }

  /** Waits until the map has come to rest and the address says where. */
  async settled(): Promise<void> {
    await expect.poll(() => this.query('map'), { timeout: 15_000 }).not.toBeNull()
  }

  /** Where a place on earth is on screen. */
  async pixelOf(place: LngLat): Promise<{ x: number; y: number }> {
    await this.settled()
    const box = await this.map.boundingBox()
    if (box === null) throw new Error('the map is not on screen')
    const camera = this.camera()
    const centre = worldPixel(camera, camera.zoom)
    const there = worldPixel(place, camera.zoom)
    return { x: box.x + box.width / 2 + there.x - centre.x, y: box.y + box.height / 2 + there.y - centre.y }
  }

  /** Which place on earth is so many px from another. */
  onEarth(place: LngLat, by: { x: number; y: number }): LngLat {
    const { zoom } = this.camera()
    const { x, y } = worldPixel(place, zoom)
    return unproject({ x: x + by.x, y: y + by.y }, zoom)
  }

  /** The camera that the address says. */
  camera(): Camera {
    const [zoom, lat, lng] = (new URL(this.page.url()).searchParams.get('map') ?? '').split('/').map(Number)
    if (zoom === undefined || lat === undefined || lng === undefined) throw new Error(`no camera in ${this.page.url()}`)
    return { zoom, lat, lng }
  }

  /** Takes the pointer off everything that it could highlight. */
  async mouseAway(): Promise<void> {
    await this.page.mouse.move(5, 5)
  }

  /** How far the compass is turned, degrees. */
  async bearing(): Promise<number> {
    const sign = this.page.getByRole('button', { name: 'North up', includeHidden: true }).locator('svg')
    return Number.parseFloat(await sign.evaluate((element) => getComputedStyle(element).rotate)) || 0
  }

  /** The theme on screen. */
  async colourScheme(): Promise<string> {
    return this.page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)
  }

  query(key: string): string | null {
    return new URL(this.page.url()).searchParams.get(key)
  }

  /** Name of what has the keyboard's focus. */
  async focused(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement
      return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? ''
    })
  }

  /** Takes the map's graphics context away and, later, gives it back. */
  async loseContext(forMs: number): Promise<void> {
    await this.page.evaluate((duration) => {
      const canvas = document.querySelector('canvas')
      const extension = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')
      if (!extension) throw new Error('no context to lose')
      extension.loseContext()
      setTimeout(() => extension.restoreContext(), duration)
    }, forMs)
  }
}
