import type { Locator, Page } from '@playwright/test'
import words from '@/lib/words/en.json' with { type: 'json' }
import type { Caseboard } from './caseboard'

/** The legend of the first page: layers, under the threads of the story where a case has any. */
export class Legend {
  readonly #page: Page
  readonly region: Locator

  constructor({ page }: Caseboard) {
    this.#page = page
    this.region = page.getByRole('region', { name: words.panel.layersTitle, exact: true })
  }

  layer(name: string): Locator {
    return this.region.getByRole('switch', { name, exact: true })
  }

  /** All of a thread's layers at once: on, off, or some of them. */
  wholeThread(title: string): Locator {
    return this.region.getByRole('checkbox', { name: words.threads.all.replace('{title}', title), exact: true })
  }

  /** A thread's title, which leads to it on the map. */
  title(title: string): Locator {
    return this.region.getByRole('heading', { level: 3 }).getByRole('button', { name: title, exact: true })
  }

  /** What the story's column tells of a thread. */
  told(title: string): Locator {
    const heading = this.#page.getByRole('heading', { level: 2, name: title, exact: true })
    return this.#page.getByRole('complementary').getByRole('listitem').filter({ has: heading })
  }

  /** Everything under a thread's title in the legend. */
  thread(title: string): Locator {
    const heading = this.#page.getByRole('heading', { level: 3, name: title, exact: true })
    return this.region.getByRole('listitem').filter({ has: heading })
  }

  get otherLayers(): Locator {
    return this.region.getByRole('heading', { name: words.threads.others })
  }

  /** What a layer's categories are called under it. */
  keyOf(layer: string): Locator {
    const row = this.region
      .getByRole('listitem')
      .filter({ has: this.#page.getByRole('switch', { name: layer, exact: true }) })
    return row.last().getByRole('listitem')
  }
}
