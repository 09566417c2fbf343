import { expectAccessible } from './driver/axe'
import { expect, test } from './driver/test'

/** On the line itself, where no feature of the case is. */
const lineOfControl = { lng: 73.8, lat: 34.33 }

test('a click on a disputed line or area tells who administers and who claims', async ({ caseboard }) => {
  await caseboard.openReady('/?map=6/34.4/76')
  await test.step('an area', async () => {
    await caseboard.clickOnEarth({ lng: 79.2, lat: 35.1 })
    const card = caseboard.panel('Aksai Chin')
    await expect(card.getByText(/Administered by:?\s*China/)).toBeVisible()
    await expect(card.getByText(/Claimed by:?\s*India/)).toBeVisible()
    await expect(card.getByRole('link').first()).toBeVisible()
    await expectAccessible(caseboard.page, { within: 'main section section' })
  })
  await test.step('a line, with the areas to both its sides', async () => {
    await caseboard.clickOnEarth(lineOfControl)
    const card = caseboard.panel('Line of Control, Jammu and Kashmir')
    await expect(card.getByText(/not a recognised border/)).toBeVisible()
    await expect(card.getByText(/Claimed by:?\s*India and Pakistan/)).toBeVisible()
  })
  await test.step('Escape closes it', async () => {
    await caseboard.page.keyboard.press('Escape')
    await expect(caseboard.panel('Line of Control, Jammu and Kashmir')).toHaveCount(0)
  })
})
