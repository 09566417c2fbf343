import type { Locator, Page } from '@playwright/test'

/** What a person does with the timeline. */
export class TimelineDriver {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get region(): Locator {
    return this.#page.getByRole('region', { name: 'Time', exact: true })
  }

  handle(side: 'Start' | 'End'): Locator {
    return this.region.getByRole('slider', { name: `${side} of the window` })
  }

  /** The window in words. */
  words(text: string | RegExp): Locator {
    return this.region.getByText(text).first()
  }

  /** The records on the axis, one after another by keyboard. */
  get records(): Locator {
    return this.region.getByRole('listbox', { name: 'Records in time' })
  }

  mark(name: RegExp): Locator {
    return this.region.getByRole('option', { name })
  }

  button(name: string | RegExp): Locator {
    return this.region.getByRole('button', { name, exact: true })
  }

  /** The records as a list by day, once it is opened. */
  get list(): Locator {
    return this.region.getByRole('region', { name: 'Records by day' })
  }

  /** A line of that list. */
  entry(name: RegExp): Locator {
    return this.list.getByRole('button', { name })
  }

  /** The plot itself, where a finger presses it. */
  get plot(): Locator {
    return this.region.locator('[data-time-plot]')
  }

  /** What the shapes of the marks mean, once it is opened. */
  get key(): Locator {
    return this.region.locator('[data-time-key]')
  }

  /** Of the marks, how many are outlined since they speak of the place that is hovered. */
  get lit(): Locator {
    return this.region.locator('[data-time-lit]')
  }

  /** Drags the end of the window by so many px. */
  async dragEnd(byPx: number): Promise<void> {
    const box = await this.handle('End').boundingBox()
    if (box === null) throw new Error('the end of the window is not on screen')
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await this.#page.mouse.move(x, y)
    await this.#page.mouse.down()
    await this.#page.mouse.move(x + byPx / 2, y)
    await this.#page.mouse.move(x + byPx, y)
    await this.#page.mouse.up()
  }
}
