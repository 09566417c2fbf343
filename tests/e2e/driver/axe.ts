import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './test'

interface AxeOptions {
  /** Selector of the part to look at; the whole page if none is said. */
  within?: string
  /** Looks at contrast alone: for a second theme of what was looked at whole in the first. */
  contrastOnly?: boolean
}

/** Expects that axe finds nothing. */
export async function expectAccessible(page: Page, { within, contrastOnly = false }: AxeOptions = {}): Promise<void> {
  // What passes is not described, only counted on: that takes a good part of the time.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] })
  if (within !== undefined) axe.include(within)
  if (contrastOnly) axe.withRules(['color-contrast'])
  const { violations } = await axe.analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html, nodes[0]?.failureSummary])).toEqual([])
}
