import { Story } from './driver/story'
import { expect, test } from './driver/test'

test('the story is told scene by scene: map and time follow, by buttons, by keys and by scrolling', async ({
  caseboard,
}) => {
  const story = new Story(caseboard)
  await caseboard.openReady('/')
  await story.begin.click()
  await expect(story.told).toHaveText('Four oblasts, claimed by Russia')
  expect(caseboard.query('scene')).toBe('annexation')
  expect(caseboard.query('layers')).toBe('annexed-oblasts')
  await expect.poll(() => (caseboard.query('map') === null ? 0 : caseboard.camera().lng)).toBeGreaterThan(28)
  await expect(story.pause).toBeVisible()
  await story.press('pause')

  await story.press('next')
  await expect(story.told).toContainText('the land or the people')
  expect(caseboard.query('t')).toMatch(/^2022-09-26/)
  await caseboard.page.keyboard.press('ArrowRight')
  await expect.poll(() => caseboard.query('scene')).not.toBe('forever')
  await caseboard.page.keyboard.press('ArrowLeft')
  await expect.poll(() => caseboard.query('scene')).toBe('forever')

  await story.press('go')
  await story.scrollTo('Four oblasts, claimed by Russia')
  const third = await caseboard.page
    .locator('li[aria-current=step] + li')
    .getByRole('heading', { level: 2 })
    .innerText()
  await story.scrollTo(third)
  await expect.poll(() => story.told.innerText()).toBe(third)
  // Whoever scrolls reads at their own pace.
  await expect(story.pause).toHaveCount(0)
})

test('the story is left and taken up where it was, and its address opens it there', async ({ caseboard, context }) => {
  const story = new Story(caseboard)
  await caseboard.openReady('/?layers=leaks')
  await story.begin.click()
  await story.press('pause')
  await story.press('next')
  const address = new URL(caseboard.page.url())
  await story.press('leave')
  await expect.poll(() => caseboard.query('scene')).toBeNull()
  expect(caseboard.query('layers')).toBe('leaks')
  expect(caseboard.query('t')).toBeNull()
  await expect(story.begin).toContainText('2 of 14')
  await story.begin.click()
  await expect.poll(() => caseboard.query('scene')).toBe('forever')

  const other = await context.newPage()
  await other.goto(`${address.origin}/?scene=forever`)
  await expect(other.locator('li[aria-current=step]')).toContainText('the land or the people')
  await expect.poll(() => new URL(other.url()).searchParams.get('layers')).toContain('annexed-oblasts')
})

test('a story plays on by itself, and stands still while a record is open', async ({ caseboard }) => {
  const story = new Story(caseboard)
  await caseboard.page.clock.install()
  await caseboard.openReady('/?scene=annexation')
  await story.press('go')
  await caseboard.page
    .getByRole('button', { name: /108,845/ })
    .first()
    .click()
  await caseboard.page.clock.runFor(60_000)
  expect(caseboard.query('scene')).toBe('annexation')
  await caseboard.page.keyboard.press('Escape')
  await caseboard.page.clock.runFor(60_000)
  await expect.poll(() => caseboard.query('scene')).not.toBe('annexation')
})
