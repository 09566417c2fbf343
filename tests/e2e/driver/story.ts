import type { Locator } from '@playwright/test'
import words from '@/lib/words/en.json' with { type: 'json' }
import type { Caseboard } from './caseboard'

/** The story as it is told in the column. */
export class Story {
  readonly #board: Caseboard

  constructor(board: Caseboard) {
    this.#board = board
  }

  get begin(): Locator {
    const { play, resume } = words.story
    return this.#board.page.getByRole('button', { name: new RegExp(`^(${play}|${resume})`) })
  }

  /** The scene that the map shows, as the column marks it. */
  get told(): Locator {
    return this.#board.page.locator('li[aria-current=step]').getByRole('heading', { level: 2 })
  }

  get pause(): Locator {
    return this.#board.casePage('Story').getByRole('button', { name: words.story.pause, exact: true })
  }

  async press(name: 'next' | 'previous' | 'pause' | 'go' | 'leave'): Promise<void> {
    await this.#board.casePage('Story').getByRole('button', { name: words.story[name], exact: true }).click()
  }

  /** Scrolls the column as a hand does, to where a scene's title is read. */
  async scrollTo(title: string): Promise<void> {
    const heading = this.#board.page.getByRole('heading', { level: 2, name: title })
    const told = await this.told.boundingBox()
    for (let tries = 0; tries < 20; tries++) {
      const box = await heading.boundingBox()
      if (box !== null && told !== null && box.y <= told.y + 60) return
      await this.#board.page.mouse.move(200, 500)
      await this.#board.page.mouse.wheel(0, 150)
      await this.#board.page.waitForTimeout(100)
    }
  }
}
