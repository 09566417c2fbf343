import { Filter } from './driver/filter'
import { Labels } from './driver/labels'
import { PaletteDriver } from './driver/palette'
import { expect, test } from './driver/test'

test('a region that is found can be all that is shown: in the lists, on the map, in a link, on paper', async ({
  caseboard,
}) => {
  const { page } = caseboard
  const labels = new Labels(page)
  await labels.catchMap()
  await caseboard.openReady('/')
  const filter = new Filter(caseboard)
  const all = await filter.rowsOf('Events')
  const palette = new PaletteDriver(page)
  await palette.open()
  await page.keyboard.type('Kherson')
  await palette.isWhole()
  await palette.group('Places of the world').getByRole('option', { name: 'Only what lies in Kherson Oblast' }).click()
  await expect.poll(() => caseboard.query('in')).toBe('unit:UA-65')
  await expect(filter.chip('Only what lies in Kherson Oblast')).toBeVisible()
  await expect.poll(() => filter.rowsOf('Events')).toBeLessThan(all)
  await expect.poll(() => labels.hasUnit()).toBe(true)
  await filter.openCard()
  const option = filter.option('Part of the map', 'Only what lies in Kherson Oblast')
  await expect(option).toBeChecked()
  expect(await filter.countBeside('Part of the map', 'Only what lies in Kherson Oblast')).toBeGreaterThan(0)

  const still = await page.request.get(
    new URL(`/api/cases/2022-10-annexation/map.svg${new URL(page.url()).search}&size=900x600`, page.url()).href,
  )
  expect(await still.text()).toMatch(/<g id="unit"[^>]*><path d="M[^"]{200}/)
  await option.click()
  await expect.poll(() => labels.hasUnit()).toBe(false)
  await expect.poll(() => caseboard.query('in')).toBeNull()
  await expect(filter.chip('Only what lies in Kherson Oblast')).toHaveCount(0)

  await caseboard.openStill('/?in=unit:SE')
  await expect(filter.chip('Only what lies in Sweden')).toBeVisible()
  await page.goto(new URL('/print/2022-10-annexation?in=unit:UA-65', page.url()).href)
  await expect(page.getByText('about what lies in Kherson Oblast')).toBeVisible()
  await expect(page.getByText('Outline of Kherson Oblast')).toBeVisible()
})

test('an outline is kept for ever by its version, and is asked for at this server alone', async ({ caseboard }) => {
  const { page } = caseboard
  const outline = page.waitForResponse(/\/api\/units\/FJ-N\?v=/)
  await caseboard.openReady('/?in=unit:FJ-N')
  const response = await outline
  expect(response.headers()['cache-control']).toContain('immutable')
  // Nothing of the case lies there: the outline says what it is called.
  await expect(new Filter(caseboard).chip('Only what lies in Northern')).toBeVisible()
  const address = new URL(response.url())
  for (const [path, status] of [
    [address.pathname, 200],
    ['/api/units/ZZ-99', 404],
    ['/api/units/a%20b', 400],
  ] as const)
    expect((await page.request.get(new URL(path, address).href)).status(), path).toBe(status)
  expect((await page.request.get(address.origin + address.pathname)).headers()['cache-control']).toBe('no-cache')
  expect(caseboard.complaints).toEqual([])
})
