import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'
import { named } from './words'

/** What a person does with a file of their own. */
export class Bring {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get card(): Locator {
    return this.#page.getByRole('region', { name: named.bringTool, exact: true })
  }

  /** From the card of what can be taken away, in which it is offered. */
  async open(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Bring a file' }).click()
    await expect(this.card).toBeVisible()
  }

  async choose(name: string, content: string | Buffer): Promise<void> {
    const file = { name, mimeType: 'text/csv', buffer: Buffer.from(content) }
    await this.card.locator('input[type=file]').setInputFiles(file)
  }

  /** Lets a file go over the page, once that listens: it does when the map has settled. */
  async drop(name: string, text: string): Promise<void> {
    const letGo = () =>
      this.#page.evaluate(
        ([fileName, content]) => {
          const dataTransfer = new DataTransfer()
          dataTransfer.items.add(new File([content ?? ''], fileName ?? ''))
          window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }))
        },
        [name, text],
      )
    await expect(async () => {
      await letGo()
      await expect(this.card).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 20_000 })
  }

  column(label: string): Locator {
    return this.card.getByLabel(label, { exact: true })
  }

  async press(name: string): Promise<void> {
    await this.card.getByRole('button', { name, exact: true }).click()
  }

  async saveCase(): Promise<{ name: string; bytes: Buffer }> {
    const saving = this.#page.waitForEvent('download')
    await this.press('As a case, zip')
    const file = await saving
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
  }
}
