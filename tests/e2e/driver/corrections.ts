import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'

interface CorrectionOnFile {
  id: string
  records: { kind: string; id: string }[]
  wrong: string
  right: string
}

const folder = 'data/cases/2022-10-annexation'

/** The corrections as they stand on file, oldest first. */
export const corrections: CorrectionOnFile[] = JSON.parse(readFileSync(`${folder}/corrections.json`, 'utf8'))

const { updated }: { updated: string } = JSON.parse(readFileSync(`${folder}/case.json`, 'utf8'))

/** The version that the case had before its last so many corrections. */
export function versionBefore(last: number): string {
  return `${updated}.${corrections.length - last}`
}

/** What a person sees of what was corrected. Only here are selectors known. */
export class Corrections {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** The part of the case that lists them, when it is open. */
  get list(): Locator {
    return this.#page.getByRole('tabpanel', { name: 'Corrections' })
  }

  get tab(): Locator {
    return this.#page.getByRole('tab', { name: 'Corrections' })
  }

  /** Its entries, as they stand one under the other. */
  get entries(): Locator {
    return this.list.getByRole('listitem').filter({ has: this.#page.getByText('Why', { exact: true }) })
  }

  /** Those that are marked as made after the link. */
  get marked(): Locator {
    return this.entries.filter({ hasText: 'since your link' })
  }

  /** What an older link says has been corrected since. */
  get notice(): Locator {
    return this.#page.getByRole('region', { name: 'Corrected since' }).filter({ visible: true })
  }

  /** The line of a record in focus that it was corrected. */
  get line(): Locator {
    return this.#page
      .getByRole('complementary', { name: 'In focus' })
      .getByRole('button', { name: /^Corrected on / })
      .first()
  }

  async isFocused(entry: Locator): Promise<void> {
    await expect(entry).toBeFocused()
    await expect(entry).toBeInViewport()
  }
}
