import { PaletteDriver } from './driver/palette'
import { expect, test } from './driver/test'

test.describe('on a desk', () => {
  test.use({ viewport: { width: 1440, height: 900 } })

  test('what is opened replaces the column, and the map keeps its width', async ({ caseboard }) => {
    await caseboard.openReady('/?map=6/47/34')
    const before = await caseboard.map.boundingBox()
    expect(before?.width).toBe(1048)
    await caseboard.clickOnEarth({ lng: 33.5, lat: 46.9 })
    await expect(caseboard.panel('Kherson')).toBeVisible()
    expect(await caseboard.map.boundingBox()).toEqual(before)
    await expect(caseboard.page.getByRole('heading', { level: 1 })).toBeHidden()
    // A part of the case puts away what lies over it, and Back brings it again.
    await caseboard.openTab('Figures')
    await expect(caseboard.panel('Kherson')).toHaveCount(0)
    await caseboard.page.goBack()
    await expect(caseboard.panel('Kherson')).toBeVisible()
  })

  test('keys: a slash searches, a digit goes to its thread, a question mark tells the keys', async ({ caseboard }) => {
    await caseboard.openReady('/')
    const { keyboard } = caseboard.page
    await keyboard.press('3')
    await expect.poll(() => (caseboard.query('map') === null ? 90 : caseboard.camera().lng)).toBeLessThan(20)
    await keyboard.press('?')
    await expect(caseboard.page.getByText('go to a thread of the story')).toBeVisible()
    await keyboard.press('/')
    await expect(caseboard.page.getByRole('dialog')).toBeVisible()
    await keyboard.type('1')
    await new PaletteDriver(caseboard.page).press('Escape')
    expect(caseboard.camera().lng).toBeLessThan(20)
  })
})

test.describe('on a wide display', () => {
  test.use({ viewport: { width: 1760, height: 1000 } })

  test('a second column stands beside the first, and covers nothing of the timeline', async ({ caseboard }) => {
    await caseboard.openStill('/?place=UA-65')
    await expect(caseboard.page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(caseboard.panel('Kherson')).toBeVisible()
    const time = caseboard.page.getByRole('region', { name: 'Time', exact: true })
    await time.getByRole('button', { name: 'Play', exact: true }).click({ trial: true })
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('at rest the map has three fifths of the window and three buttons, and the story its figures', async ({
    caseboard,
  }) => {
    await caseboard.openReady('/')
    const strip = await caseboard.page.getByRole('region', { name: 'Time', exact: true }).boundingBox()
    expect(strip?.y).toBeGreaterThanOrEqual(0.6 * 844)
    const buttons = caseboard.page.getByRole('button').filter({ visible: true })
    const over = await buttons.evaluateAll(
      (all, edge) => all.filter((button) => button.getBoundingClientRect().bottom <= edge).length,
      strip?.y ?? 0,
    )
    expect(over).toBeLessThanOrEqual(3)
    for (const numeral of ['4', '220,000']) {
      const box = await caseboard.page
        .getByText(numeral, { exact: true })
        .filter({ visible: true })
        .first()
        .boundingBox()
      expect(box?.y).toBeLessThan(844 - 52)
    }
    // The rest comes by the three dots, within a thumb's reach or two.
    await caseboard.press('More tools')
    await caseboard.press('Legend')
    await expect(caseboard.page.getByRole('region', { name: 'Legend', exact: true })).toBeVisible()
  })
})
