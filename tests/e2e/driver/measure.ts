import type { Locator, Page } from '@playwright/test'

/** The cards of the measuring tools, and what a person does in them. */
export class MeasureCards {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async openTool(name: 'Measure' | 'Compare size'): Promise<void> {
    await this.#page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name, exact: true }).click()
  }

  card(name: 'Measure' | 'Compare size'): Locator {
    return this.#page.getByRole('region', { name, exact: true })
  }

  get points(): Locator {
    return this.#page.getByRole('list', { name: 'Points' }).getByRole('listitem')
  }

  async find(label: 'Add a place' | 'Compare size with', typed: string, choice: string | RegExp): Promise<void> {
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
