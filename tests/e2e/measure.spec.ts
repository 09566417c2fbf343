import { expectAccessible } from './driver/axe'
import { Filter } from './driver/filter'
import { MeasureCards } from './driver/measure'
import { expect, test } from './driver/test'
import { named } from './driver/words'

/** The southern leak of Nord Stream 2. */
const leak = { lng: 15.41, lat: 54.8766667 }

/** Positions of a measured line, or of a laid shape, as an address has them. */
function positions(text: string | null): number[][] {
  return (text ?? '').split(';').map((point) => point.split(',').map(Number))
}

test('a line is measured on the map, snaps to a leak, becomes an area, and stays in the address', async ({
  caseboard,
}) => {
  await caseboard.openReady('/?map=7/55.2/14.6')
  const cards = new MeasureCards(caseboard.page)
  await cards.openTool('measure')
  const card = cards.card('measure')
  await caseboard.settled()
  const near = await caseboard.pixelOf(leak)
  // The features that a point snaps to are on their way when the card opens.
  await caseboard.drawn()
  await caseboard.page.mouse.click(near.x + 5, near.y + 4)
  await expect(cards.points.first()).toContainText('Nord Stream 2, string A, south')
  await caseboard.clickOnEarth({ lng: 16.4, lat: 55.6 })
  await expect(card.getByRole('status').first()).toContainText(/10\d\s*km/)
  await caseboard.clickOnEarth({ lng: 15.2, lat: 55.5 })
  await caseboard.page.mouse.click(near.x, near.y)
  await expect(card).toContainText('Area')
  await expect(card).toContainText('Perimeter')
  await expect(caseboard.map).toHaveAttribute('data-state', 'ready')
  expect(caseboard.query('measure')?.split(';')).toHaveLength(4)

  await caseboard.drag(await caseboard.pixelOf({ lng: 16.4, lat: 55.6 }), { x: -60, y: 60 })
  const pulled = caseboard.onEarth({ lng: 16.4, lat: 55.6 }, { x: -60, y: 60 })
  await expect.poll(() => positions(caseboard.query('measure'))[1]?.[0]).toBeCloseTo(pulled.lng, 2)
  expect(positions(caseboard.query('measure'))[1]?.[1]).toBeCloseTo(pulled.lat, 2)
  const link = caseboard.query('measure')
  await caseboard.page.keyboard.press('Escape')
  await expect(card).toBeHidden()
  expect(caseboard.query('measure')).toBe(link)

  await cards.openTool('compare')
  await cards.chooseShape('5 nautical miles: Nord Stream 2, string A, south')
  await expect.poll(() => positions(caseboard.query('over')?.split('@')[1] ?? null)[0]?.[0]).toBeCloseTo(leak.lng, 2)
  await caseboard.drawn()
  await caseboard.drag(await caseboard.pixelOf(leak), { x: 60, y: -80 })
  const laid = caseboard.onEarth(leak, { x: 60, y: -80 })
  await expect.poll(() => positions(caseboard.query('over')?.split('@')[1] ?? null)[0]?.[0]).toBeCloseTo(laid.lng, 2)
  expect(positions(caseboard.query('over')?.split('@')[1] ?? null)[0]?.[1]).toBeCloseTo(laid.lat, 2)
})

test('what lies in a drawn area, or within a distance of a place, is all that is shown, on every page and in the link', async ({
  caseboard,
  server,
}) => {
  const around = '15,54.4;16,54.4;16,55.9;15,55.9;15,54.4'
  await caseboard.openStill(`/?measure=${around}`)
  const cards = new MeasureCards(caseboard.page)
  const filter = new Filter(caseboard)
  await cards.card('measure').getByRole('button', { name: 'Show only what lies inside' }).click()
  await expect.poll(() => caseboard.query('in')).toBe('area')
  await expect(filter.chip('Only what lies inside the drawn area or circle')).toBeVisible()
  const inside = await filter.placesOf('Leaks')
  expect(inside.map((row) => row.split('\n')[0])).toContain('Nord Stream 2, string A, south')
  expect(await filter.placesOf('Border crossings')).toEqual([])
  await expectAccessible(caseboard.page)
  // On paper, which the server writes, there is no more.
  const paper = await caseboard.page.request.get(`${server.origin}/print/2022-10-annexation?in=area&measure=${around}`)
  const counts =
    /Only: about what lies inside the drawn area or circle · 0 quotations, 1 other statement, 13 figures, 4 events/
  expect(counts.test(await paper.text())).toBe(true)

  await cards.card('measure').getByRole('button', { name: 'Stop limiting to this area' }).click()
  await expect.poll(() => caseboard.query('in')).toBeNull()

  await caseboard.openStill('/?measure=15.41,54.8767;15.6,54.8767&in=area')
  expect(await filter.placesOf('Leaks')).toEqual([expect.stringMatching(/^Nord Stream 2, string A, south/)])
  await cards.card('measure').getByRole('button', { name: 'Clear', exact: true }).click()
  await expect.poll(() => caseboard.page.url()).not.toMatch(/in=area|measure=/)
})

test('without a pointer on the map: from place to place, to the nearest coast, and with a link', async ({
  caseboard,
}) => {
  await caseboard.openStill('/?place=ns2a-south')
  const cards = new MeasureCards(caseboard.page)
  await cards.openTool('measure')
  const card = cards.card('measure')
  await cards.press(/^Nord Stream 2, string A, south to the nearest coast/)
  await expect(card).toContainText('Denmark')
  await expect(card.getByRole('status').first()).toContainText('Distance24.6 km')
  await cards.press('Clear')
  await cards.find('Add a place', 'Berln', /^Berlin/)
  await cards.find('Add a place', 'Moscow', /^Moscow/)
  await expect(cards.points).toHaveCount(2)
  await expect(card).toContainText(/1,6\d\d\s*km/)
  await caseboard.page.reload()
  await expect(card).toContainText(/1,6\d\d\s*km/)
})

test('a shape is laid over another country at its true size, moved by keys, and shared by its link', async ({
  caseboard,
}) => {
  await caseboard.openStill('/')
  const cards = new MeasureCards(caseboard.page)
  await cards.openTool('compare')
  const card = cards.card('compare')
  await cards.chooseShape('Luhansk, Donetsk, Zaporizhzhia, and Kherson together')
  await expect(card).toContainText('108,845')
  await cards.find('Compare size with', 'over Portugl', /^Portugal/)
  await expect(card).toContainText(/1\.2 × Portugal/)
  expect(caseboard.query('over')).toMatch(/^annexation-2022@-8\.1,39\.75,0$/)
  await card.getByRole('button', { name: 'Move north' }).press('ArrowRight')
  await card.getByRole('button', { name: 'Move north' }).press(']')
  await expect.poll(() => caseboard.query('over')).toMatch(/^annexation-2022@-7\.5\d*,39\.7\d*,5$/)
  await caseboard.page.reload()
  await expect(card).toContainText('turned 5°')
  await expect(card).toContainText('Not a claim about borders here')
})

for (const theme of ['light', 'dark'] as const)
  test(`both cards pass axe, ${theme}`, async ({ caseboard }) => {
    for (const [card, query] of [
      [named.measureTool, 'measure=15.41,54.87667;16.4,55.6'],
      [named.compareTool, 'over=annexation-2022@-8.1,39.75,0'],
    ] as const) {
      await caseboard.openStill(`/?${query}&theme=${theme}`)
      await expect(caseboard.page.getByRole('region', { name: card, exact: true })).toContainText(/km/)
      await expectAccessible(caseboard.page, { within: 'section' })
    }
  })
