import { expectAccessible } from './driver/axe'
import { spokenFocus, tabTo } from './driver/keyboard'
import { Story } from './driver/story'
import { expect, test } from './driver/test'
import { TimelineDriver } from './driver/timeline'

test('with a keyboard and a screen reader: into the story, on through it and out again', async ({ caseboard }) => {
  const { page } = caseboard
  const story = new Story(caseboard)
  const says = page.getByRole('status').filter({ hasText: /of 14:/ })
  await caseboard.openStill('/')
  await page.keyboard.press('Tab')
  expect(await spokenFocus(page)).toBe('link "Skip the map"')
  await page.keyboard.press('Enter')
  expect(await spokenFocus(page)).toBe('complementary "The case"')
  await tabTo(page, /^link "Story"/)
  await tabTo(page, /^button "Play the story/)
  for (const thread of ['Annexation', 'Exodus', 'Sabotage']) await tabTo(page, new RegExp(thread))
  await tabTo(page, /^button "Play the story/, 'Shift+Tab')

  await page.keyboard.press('Enter')
  await expect(says).toHaveText(/^1 of 14: .?Four oblasts, claimed by Russia/)
  await expect(story.pause).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(story.pause).toHaveCount(0)
  expect(await spokenFocus(page)).toBe('button "Play"')
  await tabTo(page, /^button "Next scene"/)
  await page.keyboard.press('Enter')
  await expect(says).toHaveText(/^2 of 14: .*the land or the people/)
  await page.keyboard.press('ArrowRight')
  await expect(says).toHaveText(/^3 of 14: /)
  await expectAccessible(page, { within: 'aside' })
  await tabTo(page, /^button "Leave the story"/, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(story.begin).toBeFocused()
  expect(await spokenFocus(page)).toContain('3 of 14')
})

test('with a keyboard and a screen reader: along the timeline, into a record and back', async ({ caseboard }) => {
  const { page } = caseboard
  const time = new TimelineDriver(page)
  await caseboard.openStill('/')
  await time.button('Play').focus()
  await tabTo(page, /^button "Previous event"/)
  await tabTo(page, /^button "Next event"/)
  await tabTo(page, /^button "As a list"/)
  await time.records.focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  const first = await time.records.getAttribute('aria-activedescendant')
  expect(await page.locator(`[id="${first}"]`).getAttribute('aria-label')).toMatch(
    /, dated to the|, over this|, at some/,
  )
  await page.keyboard.press('Enter')
  await expect.poll(() => caseboard.query('event')).not.toBeNull()
  expect(await spokenFocus(page)).toMatch(/^heading /)
  await page.keyboard.press('Escape')
  await expect.poll(() => caseboard.query('event')).toBeNull()

  await time.button('As a list').press('Enter')
  await expect(time.list).toMatchAriaSnapshot(`
    - region "Records by day":
      - list:
        - listitem:
          - heading /26 September 2022/ [level=3]
          - list:
            - listitem:
              - button /First explosion under the Baltic Sea/
  `)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('with a screen reader: search and menu, then time, then the sheet with its stops and its parts', async ({
    caseboard,
  }) => {
    const { page } = caseboard
    await caseboard.openStill('/')
    await tabTo(page, /^button "Search/)
    await tabTo(page, /^button "More/)
    await page.keyboard.press('Enter')
    for (const tool of ['Filter', 'Measure', 'Share & export']) await tabTo(page, new RegExp(`^button "${tool}"`))
    await page.keyboard.press('Escape')
    expect(await spokenFocus(page)).toMatch(/^button "More/)
    await tabTo(page, /^button "As a list"/)
    await tabTo(page, /^listbox "Records in time"/)
    for (const end of ['Start', 'End']) await tabTo(page, new RegExp(`^slider "${end} of the window"`))
    await tabTo(page, /^button "Panel: half/)
    await page.keyboard.press('Enter')
    await expect.poll(() => spokenFocus(page)).toMatch(/^button "Panel: full/)
    for (const part of ['Story', 'Evidence', 'Places', 'Disputes']) await tabTo(page, new RegExp(`^link "${part}"`))
    await tabTo(page, /^button "Play the story/)
  })
})
