import { expectAccessible } from './driver/axe'
import { Filter } from './driver/filter'
import { watchFrames } from './driver/frame-watch'
import { expect, test } from './driver/test'
import { TimelineDriver } from './driver/timeline'

const firstLine = (text: string) => text.split('\n')[0]?.trim() ?? ''
const kherson = { lng: 33.5, lat: 46.6 }

test('a window is scrubbed by keyboard and by hand, and its link brings it back', async ({ caseboard }) => {
  await caseboard.openStill('/?t=2022-09-26/2022-09-28')
  const time = new TimelineDriver(caseboard.page)
  await expect(time.words('26–28 September 2022, UTC')).toBeVisible()
  await time.handle('End').press('ArrowRight')
  await expect(time.words('26–29 September 2022, UTC')).toBeVisible()
  await time.handle('Start').press('PageDown')
  await expect.poll(() => caseboard.query('t')).toBe('2022-09-19/2022-09-29')
  await time.dragEnd(-120)
  await expect.poll(() => caseboard.query('t')).not.toBe('2022-09-19/2022-09-29')
  const dragged = caseboard.query('t')
  await caseboard.page.reload()
  await expect(time.handle('Start')).toHaveAttribute('aria-valuetext', '19 September 2022')
  expect(caseboard.query('t')).toBe(dragged)
  await time.button('Whole period').click()
  await expect.poll(() => caseboard.query('t')).toBeNull()
})

test('steps go from event to event and playing goes on by itself', async ({ caseboard }) => {
  await caseboard.openStill('/?t=2014-01-01/2022-09-25')
  const time = new TimelineDriver(caseboard.page)
  await caseboard.page.keyboard.press('.')
  await expect(time.words(/26 September 2022, 00:03:25 UTC/)).toBeVisible()
  await expect(time.words(/First explosion under the Baltic Sea/)).toBeVisible()
  await expect(time.words(/02:03:24 in Copenhagen \(UTC\+2\)/)).toBeVisible()
  const before = await time.handle('End').getAttribute('aria-valuenow')
  await caseboard.page.keyboard.press('.')
  await expect(time.words(/Second explosion under the Baltic Sea/)).toBeVisible()
  await time.button('Play').click()
  await expect(time.words(/Second explosion under the Baltic Sea/)).toBeHidden()
  await expect.poll(() => time.handle('End').getAttribute('aria-valuenow')).not.toBe(before)
  await time.button('Pause').click()
  await expect(time.mark(/send warships.*about 26 September 2022, dated to the day, approximate/)).toHaveCount(1)
  await expect(time.mark(/Referendums.*23–27 September 2022, over this period/)).toHaveCount(1)

  await caseboard.openStill('/?by=biden')
  await expect(time.mark(/Referendums.*hidden by the filter/)).toHaveCount(1)
  await caseboard.page.keyboard.press('.')
  await expect(time.words(/President Biden rejects the claim/)).toBeVisible()
})

test('what nobody dates says whose date it has, and several of one day open their list until Back', async ({
  caseboard,
}) => {
  await caseboard.openStill('/?page=events&t=2022-09-30/2022-10-02')
  const time = new TimelineDriver(caseboard.page)
  await time.button('As a list').click()
  await time.entry(/quotations: 2 October 2022, date of the report/).click()
  await expect
    .poll(() => [caseboard.query('page'), caseboard.query('t')])
    .toEqual(['quotations', '2022-10-02/2022-10-02'])
  await expect(caseboard.page.getByText('Undated; placed at the date of the report, 2 October 2022')).not.toHaveCount(0)
  await caseboard.page.goBack()
  const backAtEvents = () =>
    expect.poll(() => [caseboard.query('page'), caseboard.query('t')]).toEqual(['events', '2022-09-30/2022-10-02'])
  await backAtEvents()
  // Other statements of the same day have a line of their own.
  await time.entry(/other statements: 2 October 2022, date of the report/).click()
  await expect.poll(() => caseboard.query('page')).toBe('statements')
  await caseboard.page.goBack()
  await backAtEvents()

  await time.button('As a plot').click()
  await time.records.focus()
  await caseboard.page.keyboard.press('ArrowRight')
  await caseboard.page.keyboard.press('ArrowRight')
  const reached = await time.records.getAttribute('aria-activedescendant')
  // Another mark may lie over its middle: then it is that one which lights up.
  await time.mark(/Denmark warns ships/).hover({ force: true })
  await expect(time.lit).not.toHaveCount(0)
  await caseboard.mouseAway()
  await expect(time.lit).toHaveCount(0)
  await expect(time.records).toHaveAttribute('aria-activedescendant', reached ?? '')
})

test('what came before the period is named in a fold, and opened to scale', async ({ caseboard }) => {
  await caseboard.openStill('/')
  const time = new TimelineDriver(caseboard.page)
  await time.button('Larger timeline').click()
  const invasion = time.mark(/Russia invades Ukraine/)
  await expect(invasion).toHaveAttribute('data-shape', 'word')
  await time.button('Before').click()
  await expect(invasion).toHaveAttribute('data-shape', 'bar')
  await time.button('Before').click()
  await expect(invasion).toHaveAttribute('data-shape', 'word')
  await invasion.click()
  await expect.poll(() => caseboard.query('event')).toBe('invasion')
  await time.button(/without a day/).click()
  await expect(time.entry(/quotations: 2 October 2022, date of the report/)).toBeInViewport()
})

test('a key says by keyboard what the shapes on it mean, and no others', async ({ caseboard }) => {
  await caseboard.openStill('/')
  const time = new TimelineDriver(caseboard.page)
  await time.button('Key').press('Enter')
  await expect(time.key).toContainText('On one day')
  await expect(time.key).not.toContainText('How many there were')
  await expectAccessible(caseboard.page, { within: 'section[aria-label="Time"]' })
  await time.button('Key').press('Escape')
  await expect(time.key).toBeHidden()
})

test('its size is as it was chosen on the next visit', async ({ caseboard }) => {
  await caseboard.openStill('/')
  const time = new TimelineDriver(caseboard.page)
  const heightOf = async () => (await time.region.boundingBox())?.height ?? 0
  expect(await heightOf()).toBeGreaterThan(200)
  await time.button('Smaller timeline').click()
  await expect.poll(heightOf).toBe(66)
  await caseboard.page.reload()
  await expect.poll(heightOf).toBe(66)
  await time.button('Larger timeline').click()
  await expect.poll(heightOf).toBeGreaterThan(200)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('a tap on the line of time opens the records day by day, and chooses none', async ({ caseboard }) => {
    await caseboard.openStill('/')
    const time = new TimelineDriver(caseboard.page)
    expect((await time.region.boundingBox())?.height).toBe(54)
    await time.plot.tap()
    await expect(time.list).toBeVisible()
    await expect(time.entry(/Russia annexes Crimea/)).toBeInViewport()
    expect(caseboard.query('event')).toBeNull()
    await time.entry(/First explosion under the Baltic Sea/).tap()
    await expect.poll(() => caseboard.query('event')).toBe('explosion-first')
    await expect(time.list).toBeHidden()
  })
})

test('a mark leaves the map outside of the days of its own record, and what nobody dates stays', async ({
  caseboard,
}) => {
  const filter = new Filter(caseboard)
  const undated = ['Queue to Georgia, 40 km, undated', 'Queue to Verkhny Lars, more than 25 km, undated']
  const arrivals = ['Into the EU', 'Into Georgia', 'Into Kazakhstan']
  const withinKm = { lng: 44.637, lat: 42.829 }
  const chooser = caseboard.page.getByRole('region', { name: 'Also here' })
  const queuesAt = async () => {
    await caseboard.clickOnEarth(withinKm)
    await expect(chooser).toBeVisible()
    const rows = await chooser.getByRole('button').allInnerTexts()
    return rows.map(firstLine).filter((name) => name.startsWith('Queue'))
  }
  const sees = async () => ({
    arrivals: (await filter.placesOf('Arrivals from Russia')).map(firstLine).sort(),
    queues: (await filter.placesOf('Border queue')).map(firstLine).sort(),
    leaks: await filter.placesOf('Leaks'),
    shocks: await filter.placesOf('Seismic events'),
  })

  await caseboard.openReady('/?t=2022-09-22/2022-09-24&map=10.3/42.85/44.64')
  // Of the Frontex week of 19–25 September; the queues of 25 and 26 September, the shocks and the leaks come later.
  expect(await sees()).toEqual({ arrivals: [...arrivals].sort(), queues: [...undated].sort(), leaks: [], shocks: [] })
  expect((await queuesAt()).sort()).toEqual([...undated].sort())

  await caseboard.openReady('/?t=2022-09-26/2022-09-26&map=10.3/42.85/44.64')
  const later = await sees()
  expect(later.arrivals).toEqual(['Into Georgia', 'Into Kazakhstan'])
  expect(later.queues).toEqual([...undated, 'Queue to Verkhny Lars, 26 September'].sort())
  expect(later.shocks).toHaveLength(2)
  expect(later.leaks).toHaveLength(4)
  expect((await queuesAt()).sort()).toEqual([...undated, 'Queue to Verkhny Lars, 26 September'].sort())
})

test('map, lists and charts agree at each step over 30 September', async ({ caseboard }) => {
  const time = new TimelineDriver(caseboard.page)
  const filter = new Filter(caseboard)
  const see = async () => ({
    places: await filter.rowsOf('Places'),
    events: await filter.rowsOf('Events'),
    faint: await caseboard.faintNotes(),
  })
  const picture = () => caseboard.restingPicture(kherson)
  await caseboard.openReady('/?map=5.5/46.6/33.5&t=2022-09-26/2022-09-29')
  const [before, unclaimed] = [await see(), await picture()]
  await time.handle('End').press('ArrowRight')
  await expect(time.words('26–30 September 2022, UTC')).toBeVisible()
  const declared = { ...before, places: before.places + 4, events: before.events + 4 }
  await expect.poll(see).toEqual(declared)
  const claimed = await picture()
  expect(Buffer.compare(claimed, unclaimed)).not.toBe(0)
  await time.handle('End').press('PageUp')
  // The week after has one event more, and the undated numbers of the report, which had been faint.
  await expect.poll(see).toEqual({ ...declared, events: declared.events + 1, faint: expect.any(Array) })
  expect((await see()).faint).not.toEqual(before.faint)
  expect(Buffer.compare(await picture(), claimed)).toBe(0)
  await time.handle('End').press('PageDown')
  await time.handle('End').press('ArrowLeft')
  await expect.poll(see).toEqual(before)
  expect(Buffer.compare(await picture(), unclaimed)).toBe(0)
})

test('where there is no live map the still one follows time and filter', async ({ caseboard }) => {
  await caseboard.openStill('/?t=2022-09-26/2022-09-29&by=putin')
  const time = new TimelineDriver(caseboard.page)
  await expect(caseboard.stillMap).toHaveAttribute('src', /map\.webp\?.*t=2022-09-26\/2022-09-29&by=putin&/)
  await time.handle('End').press('ArrowRight')
  await expect(caseboard.stillMap).toHaveAttribute('src', /t=2022-09-26\/2022-09-30&/)
  await time.button('Whole period').click()
  await expect(caseboard.stillMap).not.toHaveAttribute('src', /[?&]t=/)
})

for (const theme of ['light', 'dark'])
  test(`the timeline is accessible in the ${theme} theme`, async ({ caseboard }) => {
    await caseboard.openStill(`/?event=explosion-first&theme=${theme}&t=2022-09-21/2022-09-30`)
    await expectAccessible(caseboard.page, { within: '[data-time-plot]' })
  })

test.describe('with motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } })

  test('a step and a moment that is played are on the map in the very frame in which the lists have them', async ({
    caseboard,
  }) => {
    const { page } = caseboard
    const time = new TimelineDriver(page)
    const behind = () => page.evaluate(() => window.frameWatch.behind())
    const openAtRest = async () => {
      await caseboard.openReady('/?page=places&t=2022-09-19/2022-09-25')
      await caseboard.restingPicture()
      await page.evaluate(() => window.frameWatch.start())
    }
    await watchFrames(page)

    await openAtRest()
    for (let day = 26; day <= 30; day++) {
      await time.handle('End').press('ArrowRight')
      await expect(time.words(`19–${day} September 2022, UTC`)).toBeVisible()
    }
    await expect.poll(async () => (await behind()).length).toBeGreaterThan(1)
    const stepped = await behind()
    expect(stepped).toEqual(stepped.map(() => 0))

    await openAtRest()
    await time.button('Play').click()
    await expect.poll(async () => (await behind()).length, { timeout: 30_000 }).toBeGreaterThan(1)
    await time.button('Pause').click()
    const played = await behind()
    expect(played).toEqual(played.map(() => 0))
  })
})
