import { expect, test } from './driver/test'

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
  await caseboard.layerSwitch('Reactions').click()
  await caseboard.settled()
  const { zoom } = caseboard.camera()
  await caseboard.page.reload()
  await caseboard.mapIs('ready')
  await expect(caseboard.panel('Kherson')).toBeVisible()
  await expect(caseboard.layerSwitch('Reactions')).not.toBeChecked()
  expect(caseboard.camera().zoom).toBeCloseTo(zoom, 1)
})

test('a shared link restores all of it in a new window', async ({ caseboard, context, server }) => {
  const link = '/cases/2022-10-annexation?quotation=nato-sabotage&layers=nord-stream-leaks&map=6.5/55.2/15.6&theme=dark'
  const other = await context.newPage()
  await other.goto(server.origin + link)
  await caseboard.openReady(link)
  await expect(caseboard.quotation('willful, reckless and irresponsible act of sabotage')).toBeVisible()
  await expect(caseboard.layerSwitch('Leaks')).toBeChecked()
  await expect(caseboard.layerSwitch('Claimed territory')).not.toBeChecked()
  const leak = await caseboard.pixelOf({ lng: 15.6, lat: 55.2 })
  expect(Math.round(leak.x)).toBe(720)
  expect(await caseboard.colourScheme()).toBe('dark')
  await other.close()
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
  await expect(caseboard.page.getByRole('heading', { name: 'Nothing here has this address' })).toBeVisible()
})

async function originOf(caseboard: { open(): Promise<void>; page: { url(): string } }): Promise<string> {
  await caseboard.open()
  return caseboard.page.url()
}
