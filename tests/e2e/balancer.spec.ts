import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import words from '@/lib/words/en.json' with { type: 'json' }
import { NginxProxy } from '../nginx'
import { TestPostgres, whyWithoutPostgres } from '../postgres'
import { createRedis, type TestRedis } from '../redis'
import { Caseboard } from './driver/caseboard'
import { addIncidents, copyFixtures } from './driver/incidents'
import { Remote } from './driver/remote'
import { Server } from './driver/server'
import { expect, test } from './driver/test'
import { Wall } from './driver/wall'

const without = whyWithoutPostgres()
// biome-ignore lint/suspicious/noSkippedTests: of what is not on the machine nothing can be said
test.skip(without !== null, `PostgreSQL with PostGIS is ${without}`)
test.use({ ignoreHTTPSErrors: true })
test.describe.configure({ mode: 'serial' })

const servers: Server[] = []
let redis: TestRedis | undefined
let postgres: TestPostgres | undefined
let proxy: NginxProxy | undefined
let front = ''
let data = ''

/** Two servers with one folder of cases, one database and one Valkey, each with a state folder of its own, behind nginx. */
test.beforeAll(async () => {
  test.setTimeout(120_000)
  redis = await createRedis()
  await redis.start()
  postgres = await TestPostgres.launch()
  data = copyFixtures()
  const environment = { CASEBOARD_DATABASE_URL: postgres.url, CASEBOARD_PROXIES: '2' }
  addIncidents(data, 'load', environment)
  const shared = { data, valkey: redis.url, environment }
  // One of them as it is put on many machines, where it was built so.
  const standalone = existsSync('.next/standalone/server.js')
  for (const own of [{}, { standalone }]) servers.push(await Server.launch({ ...shared, ...own }))
  proxy = await NginxProxy.launch(...servers.map(({ origin }) => origin))
  front = proxy.origin
})
test.afterAll(async () => {
  // What was started before something failed is ended, too.
  await proxy?.close()
  await Promise.all(servers.map((server) => server.close()))
  await postgres?.close()
  await redis?.kill()
  rmSync(data, { recursive: true, force: true })
})

const tileOf = (version: string) => `/api/cases/valid/layers/incidents/3/4/2?v=${version}`

test('tiles, rows and pages are the same from both, and may be kept in between by their version', async ({
  request,
}) => {
  const linked = await (await request.get(`${front}/api/cases/valid`)).json()
  const { version } = linked.layers.find(({ id }: { id: string }) => id === 'incidents').tiles
  const direct = await Promise.all(servers.map(({ origin }) => request.get(origin + tileOf(version))))
  const [one, other] = await Promise.all(direct.map((answer) => answer.body()))
  expect(one?.length).toBeGreaterThan(100)
  expect(other?.equals(one ?? Buffer.alloc(0))).toBe(true)
  const between = await request.get(front + tileOf(version))
  expect(between.headers()).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    etag: direct[1]?.headers().etag,
  })
  const again = await request.get(front + tileOf(version), {
    headers: { 'if-none-match': between.headers().etag ?? '' },
  })
  expect(again.status()).toBe(304)
  const rows = await Promise.all(
    servers.map(async ({ origin }) =>
      (await request.get(`${origin}/api/cases/valid/layers/incidents/rows?words=itself`)).json(),
    ),
  )
  expect(rows[0].rows).toHaveLength(1)
  expect(rows[1]).toEqual(rows[0])
})

test('a wall and its phone are one, whichever server each is at, and go on when one server ends', async ({
  page,
  browser,
}) => {
  const wall = new Wall(page, front)
  await wall.openJoined('/wall/valid')
  const context = await browser.newContext({ ignoreHTTPSErrors: true })
  const phone = await context.newPage()
  const remote = new Remote(phone, front)
  await remote.pair(await wall.code())
  await remote.joined()
  await servers[0]?.stop()
  const board = new Caseboard(await context.newPage(), front)
  await board.openReady('/cases/valid?map=9/50/20')
  await wall.joined()
  await remote.joined()
  await servers[0]?.start()
  await context.close()
})

test('a file of the shared folder that changes is seen by both', async ({ request }) => {
  const versions = async () =>
    Promise.all(
      servers.map(async ({ origin }) => {
        const { cases } = await (await request.get(`${origin}/healthz`)).json()
        return cases.find(({ id }: { id: string }) => id === 'valid')?.version
      }),
    )
  const before = await versions()
  expect(before[0]).toBe(before[1])
  const file = join(data, 'cases', 'valid', 'case.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/("title": ")/, '$1Now: '))
  await expect
    .poll(versions, { timeout: 15_000 })
    .toEqual([expect.not.stringMatching(before[0]), expect.not.stringMatching(before[0])])
  const after = await versions()
  expect(after[0]).toBe(after[1])
})

test('a database that is away costs its layer alone, which the legend names until it is there again', async ({
  page,
}) => {
  await postgres?.stop()
  const board = new Caseboard(page, front)
  await board.openReady('/cases/valid?map=6/40/10')
  const row = page.locator('[data-map-panel] li').filter({ has: page.getByRole('switch', { name: 'Incidents' }) })
  await board.openReady('/cases/valid?map=6/50/22')
  await expect(row.getByRole('status')).toHaveText(words.rows.tilesFailed)
  const health = await (await page.request.get(`${front}/healthz`)).json()
  expect(health).toMatchObject({ status: 'ok', database: { reachable: false } })
  await postgres?.start()
  await expect(row.getByRole('status')).toBeHidden({ timeout: 20_000 })
})
