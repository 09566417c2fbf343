import type { Locator } from '@playwright/test'
import type { Caseboard } from './caseboard'
import { named } from './words'

/** The open part of the case, its questions and claims. */
export class EvidencePages {
  readonly #board: Caseboard

  constructor(board: Caseboard) {
    this.#board = board
  }

  get openPage(): Locator {
    return this.#board.page.getByRole('tabpanel')
  }

  /** A question with its answers, or a claim with its story: a region of the open page, named by its heading. */
  part(name: string | RegExp): Locator {
    return this.openPage.getByRole('region', { name })
  }

  async pressIn(part: Locator, name: string | RegExp): Promise<void> {
    await part.getByRole('button', { name }).first().click()
  }

  /** All that a screen reader reads of a part, words that are hidden from the eye among them. */
  async heard(part: Locator): Promise<string> {
    return (await part.textContent()) ?? ''
  }

  /** Whether the passage that was asked for has the keyboard and stands within its panel. */
  async passageIsReached(): Promise<boolean> {
    return this.#board.page.evaluate(() => {
      const active = document.activeElement
      if (active?.querySelector('mark') === null || active === null) return false
      const box = active.getBoundingClientRect()
      return box.top >= 0 && box.bottom <= window.innerHeight
    })
  }

  /** The wordings under the words of a quotation: who has each, and the words. */
  otherWordings(card: Locator): Locator {
    return card.locator('dl > div')
  }

  get linesSwitch(): Locator {
    return this.#board.page.getByRole('button', { name: named.linesTool })
  }

  /** Whose lines they are. */
  get linesOf(): Locator {
    return this.#board.page.getByRole('combobox', { name: named.linesOf })
  }
}
