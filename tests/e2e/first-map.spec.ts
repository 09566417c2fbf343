import sharp from 'sharp'
import words from '@/lib/words/en.json' with { type: 'json' }
import { countTransfers } from '../bench/transfers'
import { Caseboard } from './driver/caseboard'
import { FirstMap } from './driver/first-map'
import { launchHaltingServer } from './driver/halting-server'
import { holdBack } from './driver/hold-back'
import { expect, test } from './driver/test'

const inset = 'Off Bornholm, 26 September'
/** Of scripts before the map's first idle, as they are sent: MapLibre is 231 kB of it, React and Next's router 112. */
const SCRIPT_BYTES = 435_000

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  for (const [what, viewport] of [
    ['a desk', { width: 1440, height: 900 }],
    ['a low window', { width: 1280, height: 720 }],
    ['a phone', { width: 390, height: 844 }],
    ['a phone on its side', { width: 844, height: 390 }],
  ] as const) {
    test(`the map stands on ${what}`, async ({ page, server }) => {
      await page.setViewportSize(viewport)
      await new Caseboard(page, server.origin).open('/')
      const first = new FirstMap(page)
      await expect.poll(() => first.fillsTheMap(), { timeout: 15_000 }).toBe(true)
    })
  }

  test('on a phone what a record is about is framed above its sheet, which is higher than the story’s', async ({
    page,
    server,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await new Caseboard(page, server.origin).open('/?event=explosion-first')
    const first = new FirstMap(page)
    await expect.poll(() => first.fillsTheMap(), { timeout: 15_000 }).toBe(true)
    expect(await first.freeBottom()).toBeLessThan(await first.sheetTop())
  })

  test('its places are links to their pages', async ({ page, server }) => {
    const caseboard = new Caseboard(page, server.origin)
    await caseboard.open('/?theme=dark&map=6/47.6/34')
    // A browser that is only told not to run them does not show what stands in <noscript>.
    const html = await (await page.request.get(`${server.origin}/`)).text()
    expect(html).toMatch(new RegExp(`<noscript><p[^>]*>${words.map.noScript}`))
    await new FirstMap(page).place('Kherson').click()
    await expect(page).toHaveURL(/\?place=UA-65&theme=dark/)
    await expect(caseboard.panel('Kherson')).toBeVisible()
  })
})

test('a picture of the map is of pixels, as many as the screen has, and smaller than its drawing', async ({
  page,
  server,
}) => {
  const address = `${server.origin}/api/cases/2022-10-annexation/map`
  const ask = async (what: string) => {
    const answer = await page.request.get(`${address}${what}`)
    return { type: answer.headers()['content-type'], bytes: await answer.body() }
  }
  const [drawing, pixels, finer] = [
    await ask('.svg?size=900x600'),
    await ask('.webp?size=900x600'),
    await ask('.webp?size=900x600&density=2'),
  ]
  expect([drawing.type, pixels.type, finer.type]).toEqual(['image/svg+xml; charset=utf-8', 'image/webp', 'image/webp'])
  expect(pixels.bytes.length).toBeLessThan(drawing.bytes.length)
  const widthOf = async ({ bytes }: { bytes: Buffer }) => (await sharp(bytes).metadata()).width
  expect([await widthOf(pixels), await widthOf(finer)]).toEqual([900, 1800])
})

test('the live map begins where the picture is, and takes its place without a shift', async ({
  page,
  caseboard,
  server,
  browser,
}) => {
  const still = await browser.newContext({ javaScriptEnabled: false, viewport: page.viewportSize() })
  const stillPage = await still.newPage()
  await new Caseboard(stillPage, server.origin).open('/')
  const at = await new FirstMap(stillPage).at('Chernyshevskoye / Kybartai')
  await still.close()

  const first = new FirstMap(page)
  await first.watchShifts()
  await caseboard.openReady('/')
  await expect(first.picture).toHaveCount(0)
  expect(await first.shifted()).toBeLessThanOrEqual(0.02)
  await page.mouse.click(at.x, at.y)
  await expect(caseboard.panel('Chernyshevskoye / Kybartai')).toBeVisible()
})

test('below the picture the live map is left out of the page’s frames until it is whole, or somebody moves it', async ({
  page,
  caseboard,
}) => {
  const first = new FirstMap(page)
  const tiles = await holdBack(page, '**/basemap/**')
  await caseboard.open('/')
  await expect(first.canvas).toHaveCSS('opacity', '0')
  tiles.letGo()
  await caseboard.mapIs('ready')
  await expect(first.picture).toHaveCount(0)
  await expect(first.canvas).toHaveCSS('opacity', '1')

  await holdBack(page, '**/basemap/**')
  await page.reload()
  await expect(first.canvas).toHaveCSS('opacity', '0')
  await caseboard.press(words.map.controls.zoomIn)
  await expect(first.picture).toHaveCount(0)
  await expect(first.canvas).toHaveCSS('opacity', '1')
})

test('a page of which only the first half has come does not show a map that the rest moves', async ({
  page,
  server,
}) => {
  const first = new FirstMap(page)
  await first.watchShifts()
  const halting = await launchHaltingServer(server.origin, `aria-label="${words.timeline.name}"`, 2_000)
  try {
    await page.goto(halting.origin)
    await expect.poll(() => first.fillsTheMap()).toBe(true)
    expect(await first.shifted()).toBeLessThanOrEqual(0.02)
  } finally {
    halting.close()
  }
})

test('an inset shows what is too small beside the rest, and goes there', async ({ page, caseboard }) => {
  const first = new FirstMap(page)
  await caseboard.openReady('/')
  await expect(first.inset(inset)).toBeVisible()
  await first.insetPlace(inset, 'First shock').click()
  await expect(caseboard.panel('First shock')).toBeVisible()
  await page.goBack()
  await first.goToInset(inset)
  await expect(first.inset(inset)).toBeHidden()
  await expect(page).toHaveURL(/map=\d[\d.]*\/5[45]\.\d+\/15\.\d+/)
})

test('an inset is gone where its part of the map is out of sight', async ({ page, caseboard }) => {
  await caseboard.openReady('/?map=7/46.9/33.5')
  await expect(new FirstMap(page).inset(inset)).toBeHidden()
})

test('the head of the page asks for the map’s code before any script has run, and the page uses what it asked for', async ({
  page,
  caseboard,
}) => {
  await caseboard.open('/')
  const asked = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLLinkElement>('head link[rel=preload][as=script]')].map(({ href }) => href),
  )
  const html = await (await page.request.get(page.url())).text()
  const early = asked.filter((href) => html.includes(`href="${new URL(href).pathname}"`))
  const answers = await Promise.all(early.map((href) => page.request.get(href)))
  expect(answers.map((answer) => answer.status())).toEqual(early.map(() => 200))
  const scripts = await Promise.all(answers.map((answer) => answer.text()))
  expect(scripts.filter((script) => script.includes('webglcontextrestored'))).toHaveLength(1)
  const used = await page.evaluate(() => [...document.scripts].map(({ src }) => src))
  expect(used).toEqual(expect.arrayContaining(early))
})

test('no more scripts come before the map than it and the first view need', async ({ page, server }) => {
  const transfersUntil = countTransfers(page)
  const { js } = await transfersUntil(await new Caseboard(page, server.origin).openUntilIdle('/'))
  expect(js).toBeGreaterThan(SCRIPT_BYTES / 2)
  expect(js).toBeLessThanOrEqual(SCRIPT_BYTES)
})
