import type { Locator, Page } from '@playwright/test'

/** What stands on what: reports and origins of a record, and what rests on something. */
export class Origins {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** The line that says how many reports and origins a record has. */
  line(within: Locator): Locator {
    return within.locator('summary').filter({ hasText: /report.*origin/ })
  }

  /** Who has it from whom, once it is opened. */
  outline(within: Locator): Locator {
    return within.getByRole('list', { name: 'Who has it from whom' })
  }

  /** Opens or closes by the keyboard alone. */
  async pressSpace(summary: Locator): Promise<void> {
    await summary.focus()
    await this.#page.keyboard.press('Space')
  }

  /** The row of a source on the Sources page, by its title's first words. */
  source(title: RegExp): Locator {
    return this.#page
      .getByRole('tabpanel', { name: 'Sources' })
      .getByRole('listitem')
      .filter({ hasText: title })
      .first()
  }

  summary(within: Locator, name: string): Locator {
    return within.locator('summary').filter({ hasText: name })
  }

  /** What would fall, of one kind. */
  falling(within: Locator, kind: string): Locator {
    return within.getByRole('list', { name: `Would fall: ${kind}` })
  }

  /** How many signs of one origin there are. */
  async signs(within: Locator): Promise<number> {
    return within.getByTitle('one origin').count()
  }
}
