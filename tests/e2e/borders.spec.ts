import { expectAccessible } from './driver/axe'
import { expect, test } from './driver/test'

test('a click on a disputed line or area tells who administers and who claims', async ({ caseboard }) => {
  await caseboard.openReady('/?map=6/34.6/76')
  await test.step('an area', async () => {
    await caseboard.clickOnEarth({ lng: 79.2, lat: 35.1 })
    const card = caseboard.panel('Aksai Chin')
    await expect(card.getByText('Administered by', { exact: true }).locator('..')).toHaveText(/China/)
    await expect(card.getByText('Claimed by', { exact: true }).locator('..')).toHaveText(/India/)
    await expect(card.getByText(/Status as of November 2026/)).toBeVisible()
    await expect(card.getByRole('link').first()).toBeVisible()
    await expectAccessible(caseboard.page)
  })
  await test.step('a line, and the area under it one click away', async () => {
    await caseboard.clickOnEarth({ lng: 75.2369, lat: 34.6319 })
    const card = caseboard.panel('Line of Control, Jammu and Kashmir')
    await expect(card.getByText('Line of control; not a recognised border')).toBeVisible()
    await expect(card.getByText('Administered by', { exact: true }).locator('..')).toHaveText(/Pakistan.*India/)
    await expect(card.getByText('Claimed by', { exact: true }).locator('..')).toHaveText(/India and Pakistan/)
    await card.getByRole('button', { name: /Jammu and Kashmir, and Ladakh|Gilgit-Baltistan/ }).click()
    await expect(caseboard.panel('Jammu and Kashmir, and Ladakh').or(caseboard.panel('Gilgit-Baltistan'))).toBeVisible()
  })
  await test.step('Escape closes it, and a click beside it', async () => {
    await caseboard.page.keyboard.press('Escape')
    await expect(caseboard.page.getByText('Claimed by', { exact: true })).toHaveCount(0)
    await caseboard.clickOnEarth({ lng: 79.2, lat: 35.1 })
    await expect(caseboard.panel('Aksai Chin')).toBeVisible()
    await caseboard.clickOnEarth({ lng: 80.5, lat: 37 })
    await expect(caseboard.panel('Aksai Chin')).toHaveCount(0)
  })
})

test('what is of the case goes before the ground, and closes its card', async ({ caseboard }) => {
  await caseboard.openReady('/?place=lars-queue-road&map=8.4/42.6/44.4')
  await expect(caseboard.panel('Queue to Georgia, 40 km, undated')).toBeVisible()
  await caseboard.clickOnEarth({ lng: 44.1, lat: 42.4 })
  await expect(caseboard.panel('South Ossetia (Tskhinvali region)')).toBeVisible()
  await expect(caseboard.panel('Queue to Georgia, 40 km, undated')).toHaveCount(0)
  await caseboard.clickOnEarth({ lng: 44.675, lat: 43.012 })
  await expect(caseboard.panel('Queue to Georgia, 40 km, undated')).toBeVisible()
  await expect(caseboard.panel('South Ossetia (Tskhinvali region)')).toHaveCount(0)
  await caseboard.page.keyboard.press('Escape')
  await expect(caseboard.panel('Queue to Georgia, 40 km, undated')).toHaveCount(0)
  await expect(caseboard.panel('South Ossetia (Tskhinvali region)')).toHaveCount(0)
})

test('the list tells the same, and moves the map there', async ({ caseboard }) => {
  await caseboard.openReady('/?map=5/50/30')
  await caseboard.openTab('Borders')
  const list = caseboard.panel('Disputed borders on this map')
  const golan = list.getByRole('listitem').filter({ hasText: 'Golan Heights' }).first()
  await expect(golan.getByText('Syria; occupied by Israel')).toBeVisible()
  await expect(golan.getByText('Administered by', { exact: true }).locator('..')).toHaveText(
    /Israel, as the occupying power/,
  )
  await expect(golan.getByText('Claimed by', { exact: true }).locator('..')).toHaveText(/Syria and Israel/)
  await expect(golan.getByRole('link', { name: /resolution 497/ })).toHaveAttribute('href', /undocs\.org/)
  await caseboard.press('Show Golan Heights on the map')
  await expect.poll(() => caseboard.camera().lat, { timeout: 15_000 }).toBeLessThan(34)
  expect(caseboard.camera().zoom).toBeGreaterThan(7)
  expect(Math.abs(caseboard.camera().lng - 35.7)).toBeLessThan(3)
})

test('without WebGL the list stands beside the still map', async ({ caseboard }) => {
  await caseboard.openStill('/?page=borders')
  await expect(caseboard.stillMap).toBeVisible()
  const list = caseboard.panel('Disputed borders on this map')
  await expect(list.getByRole('listitem').filter({ hasText: 'East Jerusalem' }).first()).toBeVisible()
  await expectAccessible(caseboard.page)
})
