import type { Locator, Page } from '@playwright/test'
import { named } from './words'

type Card = 'measure' | 'compare'

const toolOf = { measure: named.measureTool, compare: named.compareTool } as const

/** The cards of the measuring tools, and what a person does in them. */
export class MeasureCards {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** Opens a card: both are behind one button, each leads to the other. */
  async openTool(card: Card): Promise<void> {
    const button = this.#page
      .getByRole('toolbar', { name: 'Tools' })
      .getByRole('button', { name: named.measureTool, exact: true })
    if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click()
    if (card === 'compare')
      await this.card('measure').getByRole('button', { name: named.compareTool, exact: true }).click()
  }

  card(card: Card): Locator {
    return this.#page.getByRole('region', { name: toolOf[card], exact: true })
  }

  get points(): Locator {
    return this.#page.getByRole('list', { name: 'Points' }).getByRole('listitem')
  }

  async find(label: string, typed: string, choice: string | RegExp): Promise<void> {
    await this.#page.getByRole('searchbox', { name: label }).fill(typed)
    await this.#page.getByRole('button', { name: choice }).first().click()
  }

  async chooseShape(name: string): Promise<void> {
    await this.#page.getByRole('combobox', { name: 'Shape' }).selectOption({ label: name })
  }

  async press(name: string | RegExp): Promise<void> {
    await this.#page.getByRole('button', { name }).first().click()
  }
}
