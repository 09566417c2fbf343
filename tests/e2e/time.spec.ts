import { expectAccessible } from './driver/axe'
import { Filter } from './driver/filter'
import { expect, test } from './driver/test'
import { TimelineDriver } from './driver/timeline'

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
  await time.button('All of time').click()
  await expect.poll(() => caseboard.query('t')).toBeNull()
})

test('steps go from event to event and playing goes on by itself', async ({ caseboard }) => {
  await caseboard.openStill('/?t=2014-01-01/2022-09-25')
  const time = new TimelineDriver(caseboard.page)
  await caseboard.page.keyboard.press('.')
  await expect(time.words(/26 September 2022, 00:03:24 UTC/)).toBeVisible()
  await caseboard.page.keyboard.press('.')
  await expect(time.words(/First shock near the seabed/)).toBeVisible()
  await expect(time.words(/02:03:24 in Copenhagen \(UTC\+2\)/)).toBeVisible()
  const before = await time.handle('End').getAttribute('aria-valuenow')
  await time.button('Play').click()
  await expect.poll(() => time.handle('End').getAttribute('aria-valuenow')).not.toBe(before)
  await time.button('Pause').click()
  await expect(time.mark(/Referendums.*known to the month, approximate/)).toHaveCount(1)
})

test('map, lists and charts agree at each step over 30 September, and so does a map that is still coming', async ({
  caseboard,
}) => {
  const time = new TimelineDriver(caseboard.page)
  const filter = new Filter(caseboard)
  const see = async () => {
    await caseboard.openTab('Places')
    const places = await filter.rows()
    await caseboard.openTab('Events')
    const events = await filter.rows()
    await caseboard.openTab('Overview')
    const faint = await caseboard.page.getByText(/and drawn faint/).allInnerTexts()
    return { map: await caseboard.restingPicture(kherson), places, events, faint }
  }
  await caseboard.openReady('/?map=5.5/46.6/33.5&t=2022-09-26/2022-09-29')
  const before = await see()
  await time.handle('End').press('ArrowRight')
  await expect(time.words('26–30 September 2022, UTC')).toBeVisible()
  const after = await see()
  expect(Buffer.compare(after.map, before.map)).not.toBe(0)
  expect(after).toMatchObject({ places: before.places + 4, events: before.events + 3, faint: before.faint })
  await time.handle('End').press('PageUp')
  const later = await see()
  expect(Buffer.compare(later.map, after.map)).toBe(0)
  expect(later).toMatchObject({ places: after.places, events: after.events })
  expect(later.faint).not.toEqual(after.faint)
  await time.handle('End').press('PageDown')
  await time.handle('End').press('ArrowLeft')
  expect(await see()).toEqual(before)

  await expect.poll(() => caseboard.query('t')).toBe('2022-09-26/2022-09-29')
  const release = await caseboard.holdLayer('border-queue')
  await caseboard.page.reload()
  await expect
    .poll(async () => Buffer.compare(await caseboard.pictureAround(kherson), before.map), { timeout: 30_000 })
    .toBe(0)
  await caseboard.mapIs('loading')
  release()
  await caseboard.mapIs('ready')
})

test('where there is no live map the still one follows time and filter', async ({ caseboard }) => {
  await caseboard.openStill('/?t=2022-09-26/2022-09-29&by=putin')
  const time = new TimelineDriver(caseboard.page)
  await expect(caseboard.stillMap).toHaveAttribute('src', /map\.svg\?.*t=2022-09-26\/2022-09-29&by=putin&/)
  await time.handle('End').press('ArrowRight')
  await expect(caseboard.stillMap).toHaveAttribute('src', /t=2022-09-26\/2022-09-30&/)
  await time.button('All of time').click()
  await expect(caseboard.stillMap).not.toHaveAttribute('src', /[?&]t=/)
})

for (const theme of ['light', 'dark'])
  test(`the timeline is accessible in the ${theme} theme`, async ({ caseboard }) => {
    await caseboard.openStill(`/?event=explosion-first&theme=${theme}&t=2022-09-21/2022-09-30`)
    await expectAccessible(caseboard.page, { within: '[data-time-plot]' })
  })
