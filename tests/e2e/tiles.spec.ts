import { rmSync } from 'node:fs'
import words from '@/lib/words/en.json' with { type: 'json' }
import { TestPostgres, whyWithoutPostgres } from '../postgres'
import { Caseboard } from './driver/caseboard'
import { addIncidents, addShapes, copyFixtures } from './driver/incidents'
import { Server } from './driver/server'
import { expect, test } from './driver/test'

for (const verb of ['tile', 'load'] as const)
  test.describe(verb === 'tile' ? 'from an archive' : 'from a database', () => {
    const without = verb === 'tile' ? null : whyWithoutPostgres()
    // biome-ignore lint/suspicious/noSkippedTests: of what is not on the machine nothing can be said
    test.skip(without !== null, `PostgreSQL with PostGIS is ${without}`)
    let server: Server | undefined
    let origin = ''
    let postgres: TestPostgres | null = null
    let data = ''

    test.beforeAll(async () => {
      postgres = verb === 'tile' ? null : await TestPostgres.launch()
      const environment: Record<string, string> = postgres === null ? {} : { CASEBOARD_DATABASE_URL: postgres.url }
      data = copyFixtures()
      addIncidents(data, verb, environment)
      server = await Server.launch({ data, environment })
      origin = server.origin
    })
    test.afterAll(async () => {
      await server?.close()
      await postgres?.close()
      rmSync(data, { recursive: true, force: true })
    })

    test('a layer on tiles is counted, filtered by time, and opened point by point', async ({ page }) => {
      const board = new Caseboard(page, origin)
      await board.openReady('/cases/valid?map=9/50/20&layers=incidents')
      const row = page
        .locator('[data-map-panel] li[data-rest]')
        .filter({ has: page.getByRole('switch', { name: 'Incidents' }) })
      await expect(row).toContainText('301')
      const map = await page.locator('[data-map-frame]').boundingBox()
      if (map === null) throw new Error('there is no map')
      const [x, y] = [map.x + map.width / 2, map.y + map.height / 2]
      await page.mouse.click(x, y)
      const card = page.locator('[data-rows-card]')
      await expect(card.getByRole('heading')).toHaveText('By itself')
      await expect(card).toContainText('5 March 2030')

      await board.openReady('/cases/valid?map=5/50/24.15&layers=incidents&t=2030-01/2030-01')
      await expect(row).toContainText('100 of 301')
      await page.mouse.click(x, y)
      await expect(page).toHaveURL(/map=7/)
      expect(board.foreignRequests).toEqual([])
      expect(board.complaints).toEqual([])
    })

    test('a layer whose tiles cannot be had is named in the legend, asked for again, and costs nothing else', async ({
      page,
    }) => {
      const board = new Caseboard(page, origin)
      let isAway = true
      await page.route('**/layers/incidents/*/*/*', (route) =>
        isAway ? route.fulfill({ status: 503 }) : route.continue(),
      )
      await board.openReady('/cases/valid?map=9/50/20')
      const row = page.locator('[data-map-panel] li').filter({ has: page.getByRole('switch', { name: 'Incidents' }) })
      await expect(row.getByRole('status')).toHaveText(words.rows.tilesFailed)
      await expect(page.locator('[data-tiles-failed]:visible')).toHaveCount(1)
      isAway = false
      await expect(row.getByRole('status')).toBeHidden({ timeout: 15_000 })
    })
  })

test.describe('lines and areas', () => {
  let server: Server | undefined
  let origin = ''
  let data = ''

  test.beforeAll(async () => {
    data = copyFixtures()
    addShapes(data)
    server = await Server.launch({ data })
    origin = server.origin
  })
  test.afterAll(async () => {
    await server?.close()
    rmSync(data, { recursive: true, force: true })
  })

  test('on tiles are drawn, counted, filtered by time and kind, and opened by a click', async ({ page }) => {
    const board = new Caseboard(page, origin)
    const open = async (query: string) => {
      await board.openReady(`/cases/valid?map=6/50/20&layers=floods,roads${query}`)
      const map = await page.locator('[data-map-frame]').boundingBox()
      if (map === null) throw new Error('there is no map')
      return { x: map.x + map.width / 2, y: map.y + map.height / 2 }
    }
    const row = page
      .locator('[data-map-panel] li[data-rest]')
      .filter({ has: page.getByRole('switch', { name: 'Floods' }) })
    const card = page.locator('[data-rows-card]')

    const { x, y } = await open('')
    await expect(row).toContainText('4')
    await page.mouse.click(x, y)
    await expect(card.getByRole('heading')).toHaveText('The eastern meadow')
    await expect(card).toContainText('5 March 2030')
    await expect(card).toContainText('depth')
    await card.getByRole('button', { name: words.rows.close }).click()

    // The road lies one and a half degrees farther north: at this zoom 216 px.
    await page.mouse.click(x, y - 216)
    await expect(card.getByRole('heading')).toHaveText('The long road')

    await open('&t=2030-01/2030-01')
    await expect(row).toContainText('3 of 4')
    await page.mouse.click(x, y)
    await expect(card).toBeHidden()

    // Without what has the kind of the one in the middle nothing is there to be clicked.
    await open('&off=floods.0,floods.1')
    await page.mouse.click(x, y)
    await expect(card).toBeHidden()
    expect(board.foreignRequests).toEqual([])
    expect(board.complaints).toEqual([])
  })
})
