import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'

/** What a person does with the tour of a case, in the panel of the reader's page. */
export class Tour {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async open(): Promise<void> {
    // It stays open over a reload.
    const edit = this.#page.getByRole('button', { name: 'Edit the story' })
    await expect(edit.or(this.#list)).toBeVisible()
    if (await edit.isVisible()) await edit.click()
    await expect(this.#list).toBeVisible()
  }

  get #list(): Locator {
    return this.#page.getByRole('list', { name: 'Scenes of the tour' })
  }

  /** The button that opens a scene: its title and how long it stays. */
  #scene(title: string): Locator {
    return this.#list.getByRole('button', { name: new RegExp(`^${title}`) })
  }

  /** Titles in their order. */
  async titles(): Promise<string[]> {
    const lines = await this.#list
      .getByRole('button', { expanded: false })
      .or(this.#list.getByRole('button', { expanded: true }))
      .allInnerTexts()
    return lines.map((line) => line.split('\n')[0]?.trim() ?? '')
  }

  /** How long a scene stays, as the list says it, seconds. */
  async staysSeconds(title: string): Promise<number> {
    return Number(/(\d+) s/.exec(await this.#scene(title).innerText())?.[1])
  }

  async addThisView(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Add this view to the tour' }).click()
  }

  async openScene(title: string): Promise<void> {
    await this.#scene(title).click()
  }

  async write(field: string, words: string): Promise<void> {
    await this.#page.getByLabel(field, { exact: true }).fill(words)
  }

  async moveByKeyboard(title: string, key: 'ArrowUp' | 'ArrowDown', times = 1): Promise<void> {
    await this.#scene(title).focus()
    for (let time = 0; time < times; time++) await this.#page.keyboard.press(`Alt+${key}`)
  }

  async press(name: string | RegExp): Promise<void> {
    await this.#page.getByRole('region', { name: 'Tour', exact: true }).getByRole('button', { name }).click()
  }

  /** What was said to somebody who cannot see the list. */
  get said(): Locator {
    return this.#page.getByRole('region', { name: 'Tour', exact: true }).getByRole('status').last()
  }

  /** Why the file is not given. */
  get refusal(): Locator {
    return this.#page.getByRole('region', { name: 'Tour', exact: true }).getByRole('alert')
  }

  /** The text of the file that the browser saves. */
  async download(): Promise<{ name: string; text: string }> {
    const saving = this.#page.waitForEvent('download')
    await this.press('Download scenes.json')
    const file = await saving
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
  }

  /** Follows the link of the scene that is open, onto the wall. */
  async onTheWall(): Promise<Page> {
    const opening = this.#page.context().waitForEvent('page')
    await this.#page.getByRole('link', { name: 'Open this scene on the wall' }).click()
    return opening
  }
}
