import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Caseboard } from './driver/caseboard'
import { Server } from './driver/server'
import { expect, test } from './driver/test'

const quake = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [24, 50] },
      properties: { name: 'Tremor off the cape' },
    },
  ],
}

test('a layer is fetched: an open page says that its feed gives nothing, then shows its place and how old it is', async ({
  page,
}) => {
  let gives = false
  const feed = createServer((request, response) => {
    if (gives && request.headers['if-none-match'] === '"1"') response.writeHead(304).end()
    else if (gives)
      response.writeHead(200, { 'content-type': 'application/geo+json', etag: '"1"' }).end(JSON.stringify(quake))
    else response.writeHead(503, { 'retry-after': '10' }).end()
  })
  await new Promise<void>((resolve) => feed.listen(0, '127.0.0.1', resolve))
  const { port } = feed.address() as AddressInfo
  const data = mkdtempSync(join(tmpdir(), 'caseboard-feeds-'))
  cpSync('tests/fixtures/cases', join(data, 'cases'), { recursive: true })
  cpSync('data/basemap', join(data, 'basemap'), { recursive: true, filter: (file) => !/pmtiles$|sources/.test(file) })
  const file = join(data, 'cases/valid/layers.json')
  const layer = {
    id: 'tremors',
    name: 'Tremors',
    mark: 'symbol',
    symbol: 'dot',
    hue: 'azure',
    all: { kind: 'tremor', basis: 'As the feed gives it', accuracyKm: null, sources: ['report'] },
    feed: { address: `http://127.0.0.1:${port}/tremors.geojson`, minutes: 1 },
  }
  writeFileSync(file, JSON.stringify([...JSON.parse(readFileSync(file, 'utf8')), layer]))
  const server = await Server.launch({ data, environment: { CASEBOARD_FEEDS_PRIVATE: '1' } })
  try {
    const board = new Caseboard(page, server.origin)
    // What comes is also among what the part of the map that is seen has.
    await board.openReady('/cases/valid?in=view&map=5/50/24')
    const row = page
      .locator('[data-map-panel] li[data-rest]')
      .filter({ has: page.getByRole('switch', { name: 'Tremors' }) })
    await expect(row).toContainText(/from .*127\.0\.0\.1:\d+.*: nothing yet/, { timeout: 40_000 })
    await expect(row).toContainText(/Nothing new since \d\d:\d\d: it answers with an error/)
    await page.evaluate(() => document.documentElement.setAttribute('data-not-loaded-anew', ''))
    await board.openTab('Places')
    const place = board.casePage('Places').getByText('Tremor off the cape')
    await expect(place).toBeHidden()

    gives = true
    await expect(place).toBeVisible({ timeout: 30_000 })
    await expect(row).toContainText(/from .*127\.0\.0\.1:\d+.*, as of \d\d:\d\d\.$/)
    await expect(page.locator('html')).toHaveAttribute('data-not-loaded-anew', '')
    const reports = await (await page.request.get(`${server.origin}/api/cases/valid/feeds`)).json()
    expect(reports).toEqual({ tremors: { asOf: expect.any(String), failing: null, faulty: 0, told: [] } })
    expect(board.foreignRequests).toEqual([])
    expect(board.complaints).toEqual([])
  } finally {
    await server.close()
    feed.closeAllConnections()
    feed.close()
    rmSync(data, { recursive: true, force: true })
  }
})
