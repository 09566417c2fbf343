import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'

interface SavedFile {
  name: string
  bytes: Buffer
  text: string
}

/** What a person does with the card of what can be taken away, and with a record's citation. */
export class Share {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get card(): Locator {
    return this.#page.getByRole('region', { name: 'Share & export', exact: true })
  }

  async open(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Share & export' }).click()
    await expect(this.card).toBeVisible()
  }

  /** The file that the browser saves for a button or a link. */
  async save(role: 'button' | 'link', name: string | RegExp, within: Locator = this.card): Promise<SavedFile> {
    const saving = this.#page.waitForEvent('download')
    await within.getByRole(role, { name }).click()
    const file = await saving
    const bytes = await readFile(await file.path())
    return { name: file.suggestedFilename(), bytes, text: bytes.toString('utf8') }
  }

  async copyLink(): Promise<void> {
    await this.card.getByRole('button', { name: 'Copy link' }).click()
  }

  /** The field that has the link where there is no clipboard. */
  get linkField(): Locator {
    return this.card.getByRole('textbox', { name: 'Link to this view' })
  }

  /** What is selected, as Ctrl C would take it. */
  async selected(): Promise<string> {
    return this.#page.evaluate(() => {
      const field = document.activeElement
      return field instanceof HTMLTextAreaElement ? field.value.slice(field.selectionStart, field.selectionEnd) : ''
    })
  }

  async onClipboard(): Promise<string> {
    return this.#page.evaluate(() => navigator.clipboard.readText())
  }

  /** The panel of the record in focus. */
  get panel(): Locator {
    return this.#page.getByRole('complementary').last()
  }

  /** Opens the citation in the panel of the record in focus. */
  async cite(): Promise<void> {
    await this.panel.getByText('Cite', { exact: true }).click()
  }

  async chooseFormat(name: string): Promise<void> {
    await this.panel.getByText(name, { exact: true }).click()
    await expect(this.panel.getByRole('radio', { name, exact: true })).toBeChecked()
  }

  /** The page as it would be printed. */
  async asPaperSeesIt(look: () => Promise<void>): Promise<void> {
    await this.#page.emulateMedia({ media: 'print' })
    await look()
    await this.#page.emulateMedia({ media: 'screen' })
  }
}
