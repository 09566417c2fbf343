import { expectAccessible } from './driver/axe'
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

test('what has not happened yet is not on the map', async ({ caseboard }) => {
  await caseboard.openReady('/?map=5.5/46.6/33.5&t=2022-09-01/2022-09-29')
  await caseboard.clickOnEarth(kherson)
  expect(caseboard.query('place')).not.toBe('UA-65')
  await caseboard.openReady('/?map=5.5/46.6/33.5&t=2022-09-01/2022-09-30')
  await caseboard.clickOnEarth(kherson)
  await expect.poll(() => caseboard.query('place')).toBe('UA-65')
})

for (const theme of ['light', 'dark'])
  test(`the timeline is accessible in the ${theme} theme`, async ({ caseboard }) => {
    await caseboard.openStill(`/?event=explosion-first&theme=${theme}&t=2022-09-21/2022-09-30`)
    await expectAccessible(caseboard.page, { within: '[data-time-plot]' })
  })
