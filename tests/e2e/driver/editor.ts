import type { Locator, Page } from '@playwright/test'

/** The editor's page. */
export class Editor {
  readonly form: Locator
  readonly list: Locator
  readonly conflicts: Locator

  constructor(
    readonly page: Page,
    readonly origin: string,
  ) {
    this.form = page.locator('#editor-form')
    this.list = page.getByRole('region', { name: 'Records' })
    this.conflicts = page.getByRole('alert', { name: 'Changed by somebody else too' })
  }

  async open(caseId = ''): Promise<void> {
    await this.page.goto(`${this.origin}/editor${caseId === '' ? '' : `/${caseId}`}`)
  }

  /** Reads a pasted report into a case that nobody has saved yet. */
  async paste(title: string, day: string, text: string): Promise<void> {
    await this.page.getByLabel('Title of the report').fill(title)
    await this.page.getByLabel('Day of the report').fill(day)
    await this.page.getByLabel('Text of the report').fill(text)
    await this.page.getByRole('button', { name: 'Read the report' }).click()
  }

  /** The rows of the list, one of its kinds. */
  rows(): Locator {
    return this.list.getByRole('listitem').getByRole('button')
  }

  async show(view: string): Promise<void> {
    const option = this.list.getByRole('option', { name: view })
    await this.list.getByRole('combobox').selectOption((await option.getAttribute('value')) ?? '')
  }

  async choose(view: string, name: string): Promise<void> {
    await this.show(view)
    await this.rows().filter({ hasText: name }).first().click()
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** One of the looks of a layer. */
  look(group: string, name: string): Locator {
    return this.form.getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true })
  }

  /** The legend of the layer that is worked on, as it would be. */
  get legend(): Locator {
    return this.form.getByRole('region', { name: 'In the legend' })
  }

  /** What the head of the page says of the work. */
  status(text: string | RegExp): Locator {
    return this.page.locator('main > header').getByText(text)
  }
}
