import type { Locator, Page } from '@playwright/test'

/** Counts what a person does on the way: clicks, keys and fields, each a step. */
export class Journey {
  readonly #from = performance.now()
  clicks = 0
  keys = 0
  fields = 0

  constructor(readonly name: string) {}

  async click(what: Locator): Promise<void> {
    this.clicks += 1
    await what.click()
  }

  async press(page: Page, ...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.keys += 1
      await page.keyboard.press(key)
    }
  }

  /** A field that is typed or pasted into, or a file that is chosen. */
  async fill(field: Locator, text: string): Promise<void> {
    this.fields += 1
    await field.fill(text)
  }

  async choose(input: Locator, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    this.fields += 1
    await input.setInputFiles(file)
  }

  /** A link that opens a page of its own. */
  async follow(link: Locator): Promise<Page> {
    const opening = link.page().waitForEvent('popup')
    await this.click(link)
    return opening
  }

  get steps(): number {
    return this.clicks + this.keys + this.fields
  }

  /** Times depend on the machine: they are only told. */
  tell(): void {
    const seconds = ((performance.now() - this.#from) / 1000).toFixed(0)
    console.log(
      `${this.name}: ${this.steps} steps (${this.clicks} clicks, ${this.keys} keys, ${this.fields} fields), ${seconds} s`,
    )
  }
}
