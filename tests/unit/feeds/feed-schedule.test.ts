import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { limits } from '@/lib/limits'
import { type LayerDesign, layerSchema } from '@/lib/schema/layer'
import { type FeedLayer, hashLayer, pauseAfter } from '@/lib/server/feeds/check-feed'
import { FeedFault } from '@/lib/server/feeds/feed-fault'
import { createFeedSchedule, type FeedSchedule } from '@/lib/server/feeds/feed-schedule'
import { createFeedStore, type FeedStore } from '@/lib/server/feeds/feed-store'
import { createFeedFetcher, type FeedAnswer, type FetchFeed } from '@/lib/server/feeds/fetch-feed'
import { readFeed } from '@/lib/server/feeds/read-feed'
import { validFiles } from '../read-fixture'
import { serveFeed } from './feed-server'

const minute = 60_000
const rules = new Map([...validFiles()].filter(([file]) => !file.startsWith('layers')))
const collection = (...names: string[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: names.map((name) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [10, 50] },
      properties: { name },
    })),
  })

const answerOf = (text: string, etag: string | null = null): FeedAnswer => ({
  kind: 'new',
  bytes: new TextEncoder().encode(text),
  validators: { etag, lastModified: null },
  type: 'application/json',
})

function feedLayer(id: string, address: string, more: Partial<LayerDesign> = {}): FeedLayer {
  const layer = layerSchema.parse({
    id,
    name: 'Quakes',
    mark: 'symbol',
    symbol: 'dot',
    hue: 'azure',
    all: { kind: 'quake', basis: 'As the feed gives it', accuracyKm: null, sources: ['report'] },
    feed: { address, minutes: 5 },
    ...more,
  })
  const files = new Map([...rules, ['layers.json', JSON.stringify([layer])]])
  return { key: { caseId: 'story', layerId: id, address }, layer, minutes: 5, files: async () => files }
}

let folder = ''
let store: FeedStore
let now = 0
let listed: FeedLayer[] = []

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'caseboard-feeds-'))
  store = createFeedStore(folder)
  now = Date.parse('2030-03-05T10:00:00Z')
  listed = [feedLayer('quakes', 'https://example.org/quakes.geojson')]
  return () => rmSync(folder, { recursive: true, force: true })
})

const scheduleOf = (fetch: FetchFeed, own = store): FeedSchedule =>
  createFeedSchedule({
    list: async () => listed,
    fetch,
    read: (order) => readFeed(order).catch(() => Promise.reject(new FeedFault('unreadable', 'it is no feed'))),
    store: own,
    now: () => now,
    random: () => 0,
  })

async function pass(schedule: FeedSchedule, ms = 0): Promise<void> {
  now += ms
  await schedule.tick()
  await schedule.idle()
}

const first = () => listed[0] ?? feedLayer('none', 'https://none.example/')
const state = () => store.readState(first().key)
const text = () => store.readText(first().key)

describe('a feed that is looked after', () => {
  it('is fetched at once, and again after its minutes and no sooner', async () => {
    let count = 0
    const schedule = scheduleOf(async () => answerOf(collection(`Place ${++count}`)))
    await pass(schedule)
    expect(await text()).toContain('Place 1')
    expect(await state()).toMatchObject({ asOf: now, nextAt: now + 5 * minute, places: 1, failures: 0 })
    await pass(schedule, 5 * minute - 1)
    expect(count).toBe(1)
    await pass(schedule, 1)
    expect(await text()).toContain('Place 2')
  })

  it('says what it has, and is told of as of now where nothing has changed; its file is left alone', async () => {
    const origin = await serveFeed((request, response) => {
      if (request.headers['if-none-match'] === '"one"') response.writeHead(304).end()
      else response.writeHead(200, { etag: '"one"', 'content-type': 'application/geo+json' }).end(collection('Here'))
    })
    listed = [feedLayer('quakes', `${origin}/quakes`)]
    const schedule = scheduleOf(createFeedFetcher({ isAllowed: () => true }))
    await pass(schedule)
    const looked = await store.look('story')
    await pass(schedule, 5 * minute)
    expect(await state()).toMatchObject({ asOf: now, checkedAt: now, places: 1, failures: 0 })
    expect(await store.look('story')).toEqual(looked)
  })

  it('leaves its file alone where it gives the same anew', async () => {
    const schedule = scheduleOf(async () => answerOf(collection('Here')))
    await pass(schedule)
    const looked = await store.look('story')
    await pass(schedule, 5 * minute)
    expect(await state()).toMatchObject({ asOf: now })
    expect(await store.look('story')).toEqual(looked)
  })

  it('keeps what was last good while it fails, says since when, and recovers', async () => {
    const answers = [
      async () => answerOf(collection('Here'), '"one"'),
      async () => answerOf('<html>we are sorry</html>', '"two"'),
      async () => Promise.reject(new FeedFault('unreachable', 'it cannot be reached')),
      async () => answerOf(collection('There')),
    ]
    const asked: (string | null)[] = []
    const schedule = scheduleOf((_address, { etag }) => {
      asked.push(etag)
      return answers[asked.length - 1]?.() ?? Promise.reject(new Error('asked too often'))
    })
    await pass(schedule)
    const good = now
    await pass(schedule, 5 * minute)
    const since = now
    expect(await text()).toContain('Here')
    expect(await state()).toMatchObject({ asOf: good, failures: 1, failingSince: since, fault: { kind: 'unreadable' } })
    await pass(schedule, 5 * minute)
    expect(await state()).toMatchObject({ failures: 2, failingSince: since, fault: { kind: 'unreachable' } })
    await pass(schedule, 5 * minute)
    expect(await text()).toContain('There')
    expect(await state()).toMatchObject({ asOf: now, failures: 0, failingSince: null, fault: null })
    // What could not be read is not what was had.
    expect(asked).toEqual([null, '"one"', '"one"', '"one"'])
  })

  it('says of rows that are left out how many and which', async () => {
    const bad = collection('Here').replace(
      '"features":[',
      '"features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[10,95]},"properties":{"name":"Off"}},',
    )
    await pass(scheduleOf(async () => answerOf(bad)))
    expect(await state()).toMatchObject({ places: 1, faulty: 1, told: [expect.stringContaining('row 1')] })
  })

  it('is asked for anew where its layer has changed, as other rows may stand then', async () => {
    const asked: (string | null)[] = []
    const schedule = scheduleOf(async (_address, { etag }) => {
      asked.push(etag)
      return answerOf(collection('Here'), '"one"')
    })
    await pass(schedule)
    listed = [feedLayer('quakes', first().key.address, { name: 'Earthquakes' })]
    await pass(schedule, 1)
    expect(asked).toEqual([null, null])
  })

  it('that fails is asked at once where its layer was mended, for all that it has', async () => {
    const asked: (string | null)[] = []
    const schedule = scheduleOf(async (_address, { etag }) => {
      asked.push(etag)
      if (asked.length === 2) throw new FeedFault('answer', 'it answers 500', 60 * minute)
      return answerOf(collection('Here'), '"one"')
    })
    await pass(schedule)
    listed = [feedLayer('quakes', first().key.address, { name: 'Earthquakes' })]
    await pass(schedule, 1)
    expect(await state()).toMatchObject({ failures: 1 })
    listed = [feedLayer('quakes', first().key.address, { name: 'Quakes of today' })]
    await pass(schedule, 1)
    expect(await state()).toMatchObject({ failures: 0 })
    expect(asked).toEqual([null, null, null])
  })

  it('of another address has nothing of what the one before gave', async () => {
    const schedule = scheduleOf(async (address) => {
      if (address.includes('other')) throw new FeedFault('answer', 'it answers 404')
      return answerOf(collection('Here'))
    })
    await pass(schedule)
    listed = [feedLayer('quakes', 'https://example.org/other.geojson')]
    await pass(schedule, 1)
    expect(await text()).toBe(null)
    expect(await state()).toMatchObject({ asOf: null, fault: { kind: 'answer', reason: 'it answers 404' } })
    expect(await readdir(path.join(folder, 'feeds', 'story'))).toHaveLength(1)
  })

  it('that is gone is asked no more, and nothing is kept of it', async () => {
    let count = 0
    const schedule = scheduleOf(async () => answerOf(collection(`Place ${++count}`)))
    await pass(schedule)
    listed = []
    await pass(schedule, 60 * minute)
    expect(count).toBe(1)
    expect(await readdir(path.join(folder, 'feeds'))).toEqual([])
  })

  it('is asked no sooner by a server that was started anew', async () => {
    let count = 0
    const fetch = async () => answerOf(collection(`Place ${++count}`))
    await pass(scheduleOf(fetch))
    const again = scheduleOf(fetch, createFeedStore(folder))
    await pass(again, minute)
    expect(count).toBe(1)
    await pass(again, 4 * minute)
    expect(count).toBe(2)
  })

  it('is asked for where what was kept of it is spoiled or gone', async () => {
    const asked: (string | null)[] = []
    const fetch: FetchFeed = async (_address, { etag }) => {
      asked.push(etag)
      return answerOf(collection('Here'), '"one"')
    }
    await pass(scheduleOf(fetch))
    const below = path.join(folder, 'feeds', 'story')
    const [textFile = '', stateFile = ''] = (await readdir(below)).sort()
    writeFileSync(path.join(below, stateFile), '{"half')
    await pass(scheduleOf(fetch))
    rmSync(path.join(below, textFile))
    await pass(scheduleOf(fetch), 5 * minute)
    expect(asked).toEqual([null, null, null])
    expect(JSON.parse(await readFile(path.join(below, stateFile), 'utf8'))).toMatchObject({ asOf: now })
  })

  it('that cannot be kept says so', async () => {
    const full: FeedStore = {
      ...store,
      write: (key, own, kept) =>
        kept === null ? store.write(key, own, kept) : Promise.reject(new Error('the disk is full')),
    }
    await pass(scheduleOf(async () => answerOf(collection('Here')), full))
    expect(await state()).toMatchObject({ asOf: null, failures: 1, fault: { kind: 'unkept' } })
  })
})

describe('a feed that fails', () => {
  const pause = (failures: number, retryAfterMs: number | null = null, minutes = 1, random = 0) =>
    pauseAfter(minutes, failures, { retryAfterMs, random }) / minute

  it('is asked after pauses that double up to an hour', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 1000].map((failures) => pause(failures))).toEqual([
      1, 1, 2, 4, 8, 16, 32, 60, 60, 60,
    ])
  })

  it('is never asked more often than one that does not, unless its server says so', () => {
    expect([pause(1, null, 30), pause(6, null, 30), pause(8, null, 1440)]).toEqual([30, 32, 1440])
    expect([pause(1, 3 * minute), pause(8, 3 * minute), pause(1, 300 * minute)]).toEqual([3, 3, 300])
  })

  it('waits for a little longer by chance, as does one that does not fail', () => {
    expect(pause(0, null, 10, 1)).toBeCloseTo(11)
    expect(pause(1, 10 * minute, 1, 0.5)).toBeCloseTo(10.5)
  })

  it('is asked when its server says', async () => {
    let count = 0
    const schedule = scheduleOf(async () => {
      count++
      throw new FeedFault('answer', 'it answers 503', 12 * minute)
    })
    await pass(schedule)
    await pass(schedule, 12 * minute - 1)
    expect(count).toBe(1)
    await pass(schedule, 1)
    expect(count).toBe(2)
  })
})

describe('many feeds', () => {
  it('are fetched one at a time of one host, and few in all', async () => {
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const asked: string[] = []
    const schedule = scheduleOf(async (address) => {
      asked.push(new URL(address).host)
      await held
      return answerOf(collection('Here'))
    })
    const hosts = Array.from({ length: limits.feed.atOnce + 2 }, (_, index) => `host-${index}.example`)
    listed = hosts.flatMap((host, index) => [
      feedLayer(`a-${index}`, `https://${host}/a`),
      feedLayer(`b-${index}`, `https://${host}/b`),
    ])
    await schedule.tick()
    await schedule.tick()
    await vi.waitFor(() => expect(asked).toHaveLength(limits.feed.atOnce))
    expect(asked.toSorted()).toEqual(hosts.slice(0, limits.feed.atOnce))
    release()
    await schedule.idle()
    for (let round = 0; round < 6; round++) await pass(schedule)
    expect(asked).toHaveLength(listed.length)
  })

  it('of more than there may be the first are fetched', async () => {
    const asked = new Set<string>()
    const schedule = scheduleOf(async (address) => {
      asked.add(address)
      return answerOf(collection())
    })
    listed = Array.from({ length: limits.feed.feeds + 1 }, (_, index) =>
      feedLayer(`l-${index}`, `https://host-${index}.example/`),
    )
    for (let round = 0; round <= limits.feed.feeds / limits.feed.atOnce; round++) await pass(schedule)
    expect(asked.size).toBe(limits.feed.feeds)
  })

  it('go on where one of them breaks', async () => {
    listed = [feedLayer('one', 'https://one.example/'), feedLayer('two', 'https://two.example/')]
    await pass(
      scheduleOf(async (address) => {
        if (address.includes('one')) throw new TypeError('nobody thought of this')
        return answerOf(collection('Here'))
      }),
    )
    expect(await state()).toMatchObject({ failures: 1, fault: { kind: 'unreadable', reason: 'it cannot be read' } })
    expect(await store.readText(feedLayer('two', 'https://two.example/').key)).toContain('Here')
  })
})

it('knows a layer by all that is said of it', () => {
  const { layer } = first()
  expect(hashLayer(layer)).toBe(hashLayer(structuredClone(layer)))
  expect(hashLayer({ ...layer, hue: 'ochre' })).not.toBe(hashLayer(layer))
})
