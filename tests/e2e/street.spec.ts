import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { themes } from '@/lib/map/theme'
import words from '@/lib/words/en.json' with { type: 'json' }
import { makeStreetArchive, makeStreetStyle, openMapTiles, streetAt } from '../street-archive'
import { Caseboard } from './driver/caseboard'
import { holdBack } from './driver/hold-back'
import { Server } from './driver/server'
import { expect, test } from './driver/test'

test('a street map is drawn from near with whose it is, asks nobody else, and one that cannot be had is missed quietly', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'caseboard-street-'))
  const file = join(folder, 'town.pmtiles')
  writeFileSync(file, makeStreetArchive())
  const environment = (named: string) => ({ environment: { CASEBOARD_BASEMAP: named } })
  const [server, without] = await Promise.all([
    Server.launch(environment(file)),
    Server.launch(environment(join(folder, 'none.pmtiles'))),
  ])
  try {
    const [lng, lat] = streetAt
    const caseboard = new Caseboard(page, server.origin)
    const tile = page.waitForResponse(
      (answer) => answer.url().includes('/basemap/street/15/') && answer.status() === 200,
    )
    const told = await holdBack(page, '**/api/street?*')
    await caseboard.openReady(`/?map=16/${lat}/${lng}`)
    // The map waits for it where the link leads, and no farther away.
    told.letGo()
    await tile
    await expect(page.getByText('Protomaps © OpenStreetMap')).toBeVisible()
    expect(caseboard.foreignRequests).toEqual([])
    expect(caseboard.complaints).toEqual([])

    const missing = new Caseboard(page, without.origin)
    await missing.openReady('/')
    await expect(page.getByText(words.map.streetFailed)).toBeVisible()
  } finally {
    await Promise.all([server.close(), without.close()])
    rmSync(folder, { recursive: true })
  }
})

/** The share of the map's pixels that have a colour, in hex. */
async function shareOf(page: Page, hex: string): Promise<number> {
  const image = await page.locator('[data-map-frame]').screenshot()
  const { data, info } = await sharp(image).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const wanted = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  let count = 0
  for (let at = 0; at < data.length; at += 3)
    if (wanted.every((part, of) => Math.abs((data[at + of] ?? 0) - part) <= 2)) count++
  return count / (info.width * info.height)
}

test('a style is drawn from near in the colours of our theme, with whose its tiles are, and asks nobody else', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'caseboard-style-'))
  const file = join(folder, 'style.json')
  writeFileSync(join(folder, 'town.pmtiles'), makeStreetArchive(openMapTiles))
  writeFileSync(file, JSON.stringify(makeStreetStyle({ url: 'pmtiles://town.pmtiles' })))
  const server = await Server.launch({ environment: { CASEBOARD_BASEMAP: file } })
  try {
    const [lng, lat] = streetAt
    const caseboard = new Caseboard(page, server.origin)
    const tile = page.waitForResponse(
      (answer) => answer.url().includes('/basemap/street/15/') && answer.status() === 200,
    )
    await caseboard.openReady(`/?map=16/${lat}/${lng}`)
    await tile
    await expect(page.getByText('Protomaps © OpenStreetMap')).toBeVisible()
    await expect.poll(() => shareOf(page, themes.light.lake)).toBeGreaterThan(0.05)
    expect(await shareOf(page, '#fe0101')).toBe(0)
    expect(caseboard.foreignRequests).toEqual([])
    expect(caseboard.complaints).toEqual([])
  } finally {
    await server.close()
    rmSync(folder, { recursive: true })
  }
})
