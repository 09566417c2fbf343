import { expect, type Locator, type Page } from '@playwright/test'
import words from '@/lib/words/en.json' with { type: 'json' }

/** The palette as a person at the keyboard has it. */
export class PaletteDriver {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get dialog(): Locator {
    return this.#page.getByRole('dialog', { name: words.find.name })
  }

  get field(): Locator {
    return this.dialog.getByRole('combobox')
  }

  get options(): Locator {
    return this.dialog.getByRole('option')
  }

  /** The line that Enter would choose: the one that the field names. */
  get active(): Locator {
    return this.dialog.getByRole('option', { selected: true })
  }

  /** Names of the groups, in their order. */
  get groups(): Locator {
    return this.dialog.getByRole('group')
  }

  group(name: string): Locator {
    return this.dialog.getByRole('group', { name })
  }

  async open(): Promise<void> {
    await this.#page.keyboard.press('Control+k')
    await expect(this.field).toBeFocused()
  }

  /** All has come that belongs to what was typed: the case's own first, other cases and the world's places after it. */
  async isWhole(): Promise<void> {
    await expect(this.dialog.getByRole('listbox')).toHaveAttribute('aria-busy', 'false')
  }

  /** Opens, types and waits until the best find says what it should. */
  async find(typed: string, best: string | RegExp): Promise<void> {
    await this.open()
    await this.#page.keyboard.type(typed)
    await expect(this.active).toContainText(best)
  }

  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key)
  }

  async isClosed(): Promise<void> {
    await expect(this.dialog).toHaveCount(0)
  }

  /** What a screen reader is told of the active line agrees with the list. */
  async namesActive(): Promise<void> {
    const id = await this.active.getAttribute('id')
    expect(id).not.toBeNull()
    await expect(this.field).toHaveAttribute('aria-activedescendant', id ?? '')
  }
}
