import words from '@/lib/words/en.json' with { type: 'json' }
import { onFile } from './driver/case-counts'
import { Filter } from './driver/filter'
import { MeasureCards } from './driver/measure'
import { expect, test } from './driver/test'
import { named } from './driver/words'

test('back and forward go through the choices', async ({ caseboard }) => {
  await caseboard.openReady('/?map=6/47/34')
  await caseboard.clickOnEarth({ lng: 33.5, lat: 46.9 })
  await expect(caseboard.panel('Kherson')).toBeVisible()
  await caseboard.openTab('Places')
  await caseboard.press(/^Donetsk/)
  await expect(caseboard.panel('Donetsk')).toBeVisible()
  await caseboard.page.goBack()
  await expect(caseboard.panel('Kherson')).toBeVisible()
  await caseboard.page.goBack()
  await expect(caseboard.panel('Kherson')).toHaveCount(0)
  await caseboard.page.goForward()
  await expect(caseboard.panel('Kherson')).toBeVisible()
})

test('a reload keeps the view', async ({ caseboard }) => {
  await caseboard.openReady('/?map=7/46.9/33.5')
  await caseboard.clickOnEarth({ lng: 33.5, lat: 46.9 })
  // None of them is in view here, so their row stands with the rest.
  await caseboard.press(words.panel.legendWhole)
  await caseboard.layerSwitch('Reactions').click()
  await caseboard.settled()
  const { zoom } = caseboard.camera()
  await caseboard.page.reload()
  await caseboard.mapIs('ready')
  await expect(caseboard.panel('Kherson')).toBeVisible()
  await expect(caseboard.layerSwitch('Reactions')).not.toBeChecked()
  expect(caseboard.camera().zoom).toBeCloseTo(zoom, 1)
})

test('a link with everything in it restores all of it in a new window', async ({ caseboard }) => {
  const { page } = caseboard
  const link = [
    '/cases/2022-10-annexation?place=UA-65&page=figures&t=2022-09-20/2022-10-02&kind=quotation,figure&by=putin',
    'side=russia&status=claimed&wording=differs&at=UA-65,moscow&in=view&layers=annexed-oblasts,nord-stream-leaks',
    'lines=voices&measure=15.41,54.87667;16.4,55.6;15,55.5&over=annexation-2022@-8.1,39.75,15&map=4.5/48/20&theme=dark',
  ].join('&')
  await caseboard.openReady(link)
  await expect(caseboard.panel('Kherson')).toBeVisible()
  await expect(caseboard.casePage('Figures')).toBeVisible()
  await expect(page.getByText('No figure is shown.')).toBeVisible()
  const filter = new Filter(caseboard)
  for (const asked of [
    'Quotations',
    'Figures',
    'Who: Vladimir Putin',
    'Side: Russia',
    'Figures: Claimed',
    'Wording differs',
    'Place: Kherson',
    'Place: Moscow',
    'Only what the map shows now',
    `2 of ${onFile.layers} layers`,
    '20 September – 2 October 2022',
  ])
    await expect(filter.chip(asked), asked).toBeVisible()
  // The legend is under the card of the tool that the link has open.
  const layerSwitch = (name: string) => page.getByRole('switch', { name, exact: true, includeHidden: true })
  await expect(layerSwitch('Leaks')).toBeChecked()
  await expect(layerSwitch('Reactions')).not.toBeChecked()
  await caseboard.openTab('Quotations')
  await expect(page.getByRole('button', { name: named.linesTool })).toHaveAttribute('aria-pressed', 'true')
  const cards = new MeasureCards(page)
  await expect(cards.points).toHaveCount(3)
  await expect(cards.points.first()).toContainText('Nord Stream 2, string A, south')
  await cards.openTool('compare')
  await expect(cards.card('compare')).toContainText(/Over Portugal, .*; turned 15°/)
  const centre = await caseboard.pixelOf({ lng: 20, lat: 48 })
  const map = await caseboard.map.boundingBox()
  expect(centre.x).toBeCloseTo((map?.x ?? 0) + (map?.width ?? 0) / 2, 0)
  expect(await caseboard.colourScheme()).toBe('dark')
  // Nothing of it is lost by opening it.
  const { pathname, search } = new URL(page.url())
  expect(`${pathname}${search}`).toBe(link.replace('page=figures', 'page=quotations'))
})

test('links of before words changed are understood: a state of comparison, and a layer', async ({ caseboard }) => {
  const filter = new Filter(caseboard)
  await caseboard.openStill('/?page=quotations&wording=not-corroborated')
  for (const state of ['Looked for, not found', 'Not yet compared'])
    await expect(filter.chip(state), state).toBeVisible()
  const both = await filter.rows()
  await caseboard.openStill('/?page=quotations&wording=not-found,not-compared')
  expect(both).toBeGreaterThan(0)
  expect(await filter.rows()).toBe(both)
  await caseboard.openStill('/?layers=departures,border-queue')
  await expect(filter.chip(`2 of ${onFile.layers} layers`)).toBeVisible()
  await expect(caseboard.layerSwitch('Arrivals from Russia')).toBeChecked()
  await expect(caseboard.layerSwitch('Border queue')).toBeChecked()
  await expect(caseboard.layerSwitch('Claimed territory')).not.toBeChecked()
})

test('junk in the address is ignored', async ({ caseboard }) => {
  await caseboard.openStill(
    '/?place=%00%3Cscript%3E&layers=nope,%20&map=NaN/1e999/x&theme=pink&utm_source=x&__proto__=1',
  )
  await expect(caseboard.page.getByRole('heading', { level: 1, name: 'Annexation, exodus, sabotage' })).toBeVisible()
  await expect(caseboard.layerSwitch('Claimed territory')).toBeChecked()
})

test('a link to a record that is not there opens the case without a panel', async ({ caseboard }) => {
  await caseboard.openStill('/?place=UA-99')
  await expect(caseboard.page.getByRole('complementary')).toHaveCount(1)
})

test('a case that is not there is a 404 with words', async ({ caseboard }) => {
  const answer = await caseboard.page.goto(`${new URL('/cases/no-such-case', await originOf(caseboard))}`)
  expect(answer?.status()).toBe(404)
  await expect(caseboard.page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
})

async function originOf(caseboard: { open(): Promise<void>; page: { url(): string } }): Promise<string> {
  await caseboard.open()
  return caseboard.page.url()
}
