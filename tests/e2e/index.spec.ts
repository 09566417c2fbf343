import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { holdBack } from './driver/hold-back'
import { PaletteDriver } from './driver/palette'
import { Server } from './driver/server'
import { expect, test } from './driver/test'

let server: Server
let data: string
test.beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'caseboard-cases-'))
  for (const from of ['data', 'tests/fixtures/second'])
    cpSync(join(from, 'cases'), join(data, 'cases'), { recursive: true })
  server = await Server.launch({ data })
})
test.afterAll(async () => {
  await server.close()
  rmSync(data, { recursive: true, force: true })
})

test('where there are several cases the first page lists them, searches them all and opens each', async ({ page }) => {
  await page.goto(server.origin)
  await expect(page.getByRole('article')).toHaveCount(2)
  for (const picture of await page.getByRole('article').locator('img').all()) {
    await picture.scrollIntoViewIfNeeded()
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
  }
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  // A word of one case alone, in another of its spellings.
  await page.getByRole('searchbox').fill('bornholm')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toHaveText(/records? for “.*bornholm.*” in one case/)
  await expect(page.getByRole('article')).toHaveCount(1)
  await page.getByRole('article').locator('li a').first().click()
  await expect(page).toHaveURL(/\/cases\/2022-10-annexation\?\w+=/)
  await page.goBack()
  await page.getByRole('link', { name: 'All cases' }).click()
  await page.getByRole('article').filter({ hasText: 'canal' }).getByRole('heading').getByRole('link').click()
  await expect(page).toHaveURL(/\/cases\/2021-03-canal$/)
})

test('the search of a case finds the other cases and what is in them, and opens it there', async ({ page }) => {
  const palette = new PaletteDriver(page)
  await page.goto(`${server.origin}/cases/2021-03-canal`)
  await expect(page.getByRole('region', { name: 'Map', exact: true })).toHaveAttribute('data-state', 'ready', {
    timeout: 45_000,
  })
  await palette.open()
  await expect(palette.group('Other cases').getByRole('option')).toHaveCount(1)
  // What comes late does not put another line in the place of the one that was gone to.
  const cases = await holdBack(page, /\/api\/find\?.*q=bornholm/)
  await page.keyboard.type('bornholm')
  await expect(palette.group('Places of the world').getByRole('option').first()).toBeVisible()
  await palette.press('End')
  const goneTo = await palette.active.textContent()
  cases.letGo()
  await palette.isWhole()
  await expect(palette.active).toHaveText(goneTo ?? '')
  const found = palette.group('Other cases').getByRole('option')
  await expect(found.first()).toContainText('Open the case')
  await found.nth(1).click()
  await expect(page).toHaveURL(/\/cases\/2022-10-annexation\?\w+=/)
})
