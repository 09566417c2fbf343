import type { Locator, Page } from '@playwright/test'

/** The map as it is before the live one: the server's picture with its places as links, and the case's insets. */
export class FirstMap {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get picture(): Locator {
    return this.#page.locator('[data-map-start] img')
  }

  /** The canvas of the live map, once there is one. */
  get canvas(): Locator {
    return this.#page.locator('[data-map-frame] canvas.maplibregl-canvas')
  }

  place(name: string): Locator {
    return this.#page.locator('[data-map-start]').getByRole('link', { name, exact: true })
  }

  /** The middle of a place's link, px from the top left of the page. */
  async at(name: string): Promise<{ x: number; y: number }> {
    return this.place(name).evaluate((link) => {
      const { left, top, width, height } = link.getBoundingClientRect()
      return { x: left + width / 2, y: top + height / 2 }
    })
  }

  /** Whether the picture has come, and reaches to all edges of the map, or down to the sheet that lies over it. */
  async fillsTheMap(): Promise<boolean> {
    return this.picture.evaluate((image) => {
      const map = image.closest('[data-map-frame]')?.getBoundingClientRect()
      const free = image.closest('[data-map-start]')?.getBoundingClientRect()
      if (!(image instanceof HTMLImageElement) || map === undefined || free === undefined) return false
      const bottom = Math.min(map.bottom, free.bottom + 74)
      const box = image.getBoundingClientRect()
      // As large as fits its box: what is seen of it has its own shape.
      const scale = Math.min(box.width / image.naturalWidth, box.height / image.naturalHeight)
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
      const [halfWidth, halfHeight] = [(image.naturalWidth * scale) / 2, (image.naturalHeight * scale) / 2]
      const isThere = image.complete && image.naturalWidth > 0
      const isWide = x - halfWidth <= map.left && x + halfWidth >= map.right
      return isThere && isWide && y - halfHeight <= map.top && y + halfHeight >= bottom - 34
    })
  }

  /** Where what is framed ends, px from the top of the page, and where a phone's sheet begins. */
  async freeBottom(): Promise<number> {
    const box = await this.#page.locator('[data-map-start]').boundingBox()
    return box === null ? Number.NaN : box.y + box.height
  }

  async sheetTop(): Promise<number> {
    return (await this.#page.locator('[data-stop]').boundingBox())?.y ?? Number.NaN
  }

  /** Adds up from the next page on how far what is on it shifts. */
  async watchShifts(): Promise<void> {
    await this.#page.addInitScript(() => {
      let sum = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if ('value' in entry) sum += Number(entry.value)
        document.documentElement.dataset.shifted = String(sum)
      }).observe({ type: 'layout-shift', buffered: true })
    })
  }

  async shifted(): Promise<number> {
    return this.#page.evaluate(() => Number(document.documentElement.dataset.shifted ?? 0))
  }

  inset(title: string): Locator {
    return this.#page.getByRole('region', { name: title, exact: true })
  }

  /** Goes where an inset is: a click on it where none of its places is. */
  async goToInset(title: string): Promise<void> {
    await this.inset(title)
      .getByRole('button')
      .click({ position: { x: 20, y: 12 } })
  }

  insetPlace(title: string, name: string): Locator {
    return this.inset(title).getByRole('link', { name, exact: true })
  }
}
