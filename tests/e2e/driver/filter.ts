import { expect, type Locator } from '@playwright/test'
import type { Caseboard, CasePageName } from './caseboard'
import { named, removeFilter } from './words'

/** The parts of the case whose lists are records that a filter counts. */
const recordTabs = ['Quotations', 'Statements', 'Figures', 'Events'] as const

/** Filtering as a reader does it: the card of the tool, what is asked for above the tabs, the lists under them. */
export class Filter {
  readonly #board: Caseboard

  constructor(board: Caseboard) {
    this.#board = board
  }

  async openCard(): Promise<void> {
    await this.#board.press('Filter')
    await expect(this.card).toBeVisible()
  }

  get card(): Locator {
    return this.#board.page.getByRole('region', { name: 'Show only' })
  }

  get asked(): Locator {
    return this.#board.page.getByRole('region', { name: named.activeFilters })
  }

  /** The box of an option; its name is followed by its count. */
  option(group: string, name: string): Locator {
    return this.card.getByRole('group', { name: group }).getByRole('checkbox', { name: new RegExp(`^${name}`) })
  }

  /** How many records an option says that it would show. */
  async countBeside(group: string, name: string): Promise<number> {
    const label = await this.option(group, name).evaluate((box) => box.parentElement?.textContent)
    return Number(/(\d+) records?$/.exec(label ?? '')?.[1])
  }

  field(group: string): Locator {
    return this.card.getByRole('group', { name: group }).getByRole('searchbox')
  }

  chip(name: string): Locator {
    return this.asked.getByRole('button', { name: removeFilter(name), exact: true })
  }

  /** Rows of the open tab's list. */
  async rows(): Promise<number> {
    const list = this.#board.page.getByRole('tabpanel').filter({ visible: true })
    // Those of a chart, which stands in a figure, are none of the list.
    return list
      .getByRole('listitem')
      .evaluateAll((items) => items.filter((item) => item.closest('figure') === null).length)
  }

  /** Names of the places that are shown, layer by layer, as the page of places lists them and the map has them. */
  async placesOf(layer: string): Promise<string[]> {
    await this.#board.openTab('Places')
    const page = this.#board.casePage('Places')
    await expect(page).toBeVisible()
    return page.getByRole('region', { name: layer, exact: true }).getByRole('button').allInnerTexts()
  }

  /** Opens a tab and counts the rows of its list. */
  async rowsOf(tab: CasePageName): Promise<number> {
    await this.#board.openTab(tab)
    await expect(this.#board.casePage(tab)).toBeVisible()
    return this.rows()
  }

  /** Rows of the lists of quotations, other statements, figures and events together. */
  async statements(): Promise<number> {
    let rows = 0
    for (const tab of recordTabs) rows += await this.rowsOf(tab)
    return rows
  }
}
