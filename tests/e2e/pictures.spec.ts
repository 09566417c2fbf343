import { rmSync } from 'node:fs'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import words from '@/lib/words/en.json' with { type: 'json' }
import { flood, makePictureArchive, plainPicture, tiledFlood, withPicture } from '../picture-layer'
import { Caseboard } from './driver/caseboard'
import { Legend } from './driver/legend'
import { downloadPicture } from './driver/picture'
import { Server } from './driver/server'
import { expect, test } from './driver/test'
import { named } from './driver/words'

const layer = { ...flood, picture: { ...flood.picture, bounds: [9, 55, 13, 57] } }
let data = ''
let server: Server | undefined

test.beforeAll(async () => {
  data = withPicture(layer, await plainPicture('webp', { width: 64, height: 64 }), 'data/basemap')
  server = await Server.launch({ data })
})
test.afterAll(async () => {
  await server?.close()
  rmSync(data, { recursive: true, force: true })
})

/** The share of an image's pixels that have the picture's own colour, magenta. */
async function shareOfPicture(image: Buffer): Promise<number> {
  const { data: pixels, info } = await sharp(image).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  let count = 0
  for (let at = 0; at < pixels.length; at += 3)
    if ((pixels[at] ?? 0) > 225 && (pixels[at + 1] ?? 0) < 60 && (pixels[at + 2] ?? 0) > 225) count++
  return count / (info.width * info.height)
}

const onScreen = async (page: Page) => shareOfPicture(await page.locator('[data-map-frame]').screenshot())

test('a picture lies on the map, is switched, leaves with its day, and says whose it is', async ({ page }) => {
  const board = new Caseboard(page, server?.origin ?? '')
  const legend = new Legend(board)
  await board.openReady('/cases/valid?map=6/56/11')
  await expect.poll(() => onScreen(page)).toBeGreaterThan(0.05)

  await legend.layer(flood.name).click()
  await expect.poll(() => onScreen(page)).toBe(0)
  await legend.layer(flood.name).click()
  await expect.poll(() => onScreen(page)).toBeGreaterThan(0.05)

  const credit = page.locator('[data-map-panel] [data-picture-credit]')
  await expect(credit).toContainText('5 March 2030')
  await expect(credit).toContainText('Bulletin')
  await credit.getByRole('button', { name: words.pictureLayer.about }).click()
  const panel = page.getByRole('complementary').filter({ hasText: flood.key })
  await expect(panel).toContainText('Harbour office')
  await expect(panel).toContainText(flood.all.basis)

  await board.openReady('/cases/valid?map=6/56/11&t=2030-03-08/2030-03-09')
  await expect.poll(() => onScreen(page)).toBe(0)
  expect(board.foreignRequests).toEqual([])
  expect(board.complaints).toEqual([])
})

test('a picture is on still maps and on the picture that is taken away, and both say whose it is', async ({ page }) => {
  const origin = server?.origin ?? ''
  for (const [address, isThere] of [
    ['map.webp?map=6/56/11', true],
    ['map.svg?map=6/56/11', true],
    ['map.webp?map=6/56/11&t=2030-03-08/2030-03-09', false],
  ] as const) {
    const share = await shareOfPicture(await (await page.request.get(`${origin}/api/cases/valid/${address}`)).body())
    expect(share > 0.05, address).toBe(isThere)
  }
  await page.goto(`${origin}/print/valid?map=6/56/11`)
  await expect(page.getByText(`${flood.name} (5 March 2030, Harbour office)`).first()).toBeVisible()

  const board = new Caseboard(page, origin)
  await board.openReady('/cases/valid?map=6/56/11')
  await board.press(named.shareTool)
  expect(await shareOfPicture((await downloadPicture(board, 1)).png)).toBeGreaterThan(0.02)
})

test('a picture on tiles lies on the live map down to its last zoom, is switched, and is on still maps', async ({
  page,
}) => {
  const archive = await makePictureArchive({ bounds: [10.9, 55.9, 11.1, 56.1], minZoom: 5, maxZoom: 13 })
  const folder = withPicture(tiledFlood, archive, 'data/basemap')
  const own = await Server.launch({ data: folder })
  try {
    const board = new Caseboard(page, own.origin)
    const legend = new Legend(board)
    const tile = page.waitForResponse((answer) => /\/picture\/1[23]\/\d+\/\d+\?v=/.test(answer.url()))
    await board.openReady('/cases/valid?map=13/56/11')
    expect((await tile).headers()['cache-control']).toContain('immutable')
    await expect.poll(() => onScreen(page)).toBeGreaterThan(0.2)
    await legend.layer(tiledFlood.name).click()
    await expect.poll(() => onScreen(page)).toBe(0)
    await legend.layer(tiledFlood.name).click()
    await expect.poll(() => onScreen(page)).toBeGreaterThan(0.2)
    await expect(page.locator('[data-map-panel] [data-picture-credit]')).toContainText('5 March 2030')
    expect(board.foreignRequests).toEqual([])
    expect(board.complaints).toEqual([])

    for (const [address, isThere] of [
      ['map.webp?map=11/56/11', true],
      ['map.svg?map=11/56/11', true],
      ['map.webp?map=11/56/11&t=2030-03-08/2030-03-09', false],
    ] as const) {
      const share = await shareOfPicture(
        await (await page.request.get(`${own.origin}/api/cases/valid/${address}`)).body(),
      )
      expect(share > 0.05, address).toBe(isThere)
    }
    await board.openReady('/cases/valid?map=11/56/11')
    await board.press(named.shareTool)
    expect(await shareOfPicture((await downloadPicture(board, 1)).png)).toBeGreaterThan(0.02)
  } finally {
    await own.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
