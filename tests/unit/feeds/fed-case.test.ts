import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { archiveCase } from '@/lib/server/case-archive'
import { createCaseStore } from '@/lib/server/case-store'
import { createFeedSchedule } from '@/lib/server/feeds/feed-schedule'
import { createFeedStore, type FeedState, type FeedStore } from '@/lib/server/feeds/feed-store'
import { createFeedFetcher } from '@/lib/server/feeds/fetch-feed'
import { readFeed } from '@/lib/server/feeds/read-feed'
import { reportFeeds } from '@/lib/server/feeds/report-feeds'
import { createFeedList } from '@/lib/server/feeds/start-feeds'
import { fixtures } from '../read-fixture'
import { serveFeed } from './feed-server'

const feed = { address: 'https://example.org/tremors', minutes: 5 }
const key = { caseId: 'valid', layerId: 'tremors', address: feed.address }
const known: FeedState = {
  address: feed.address,
  askedFor: '',
  etag: null,
  lastModified: null,
  asOf: Date.parse('2030-03-05T10:00:00Z'),
  checkedAt: 0,
  nextAt: 0,
  failures: 0,
  failingSince: null,
  fault: null,
  places: 1,
  faulty: 0,
  told: [],
}

let folder = ''
let data = ''
let feeds: FeedStore
let time = 0

const layersFile = () => path.join(data, 'cases/valid/layers.json')
const collection = (name: string) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', geometry: { type: 'Point', coordinates: [24, 50] }, properties: { name } }],
  })

async function setFeed(own: unknown): Promise<void> {
  const layers: { id: string }[] = JSON.parse(await readFile(layersFile(), 'utf8'))
  const layer = {
    id: 'tremors',
    name: 'Tremors',
    mark: 'symbol',
    symbol: 'dot',
    hue: 'azure',
    all: { kind: 'tremor', basis: 'As the feed gives it', accuracyKm: null, sources: ['report'] },
    feed: own,
  }
  await writeFile(layersFile(), JSON.stringify([...layers.filter(({ id }) => id !== 'tremors'), layer]))
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'caseboard-fed-'))
  data = path.join(folder, 'data')
  for (const part of ['cases', 'basemap'])
    await cp(path.join(fixtures, part), path.join(data, part), { recursive: true })
  feeds = createFeedStore(path.join(folder, 'state'))
  time = 0
  await setFeed(feed)
  return () => rm(folder, { recursive: true, force: true })
})

describe('a case with a feed', () => {
  const load = async (store: ReturnType<typeof createCaseStore>) => {
    time += 1000
    return store.loadCase('valid')
  }
  const storeOf = () => createCaseStore(data, { now: () => time, feeds })

  it('has its layer, empty, before anything was had', async () => {
    const loaded = await load(storeOf())
    expect(loaded?.linked.layers.find(({ id }) => id === 'tremors')).toMatchObject({ count: 0, feed })
    expect(loaded?.linked.setAside).toEqual([])
  })

  it('has what its feed gives, and another version with each', async () => {
    const store = storeOf()
    const versions = [(await load(store))?.version]
    for (const name of ['Off the cape', 'By the harbour']) {
      await feeds.write(key, known, collection(name))
      const loaded = await load(store)
      const places = loaded?.linked.places.filter(({ layer }) => layer === 'tremors')
      expect(places).toMatchObject([{ name, sources: ['report'] }])
      versions.push(loaded?.version)
    }
    expect(new Set(versions).size).toBe(3)
    await feeds.write(key, { ...known, asOf: 1 }, null)
    expect((await load(store))?.version).toBe(versions[2])
  })

  it('follows its address, all the way from a server to its places, and stays where that breaks', async () => {
    let body = collection('Off the cape')
    const origin = await serveFeed((_request, response) => response.end(body))
    await setFeed({ address: `${origin}/tremors`, minutes: 1 })
    let now = Date.parse('2030-03-05T10:00:00Z')
    const schedule = createFeedSchedule({
      list: createFeedList(data),
      fetch: createFeedFetcher({ isAllowed: () => true }),
      read: readFeed,
      store: feeds,
      now: () => now,
      random: () => 0,
    })
    const store = storeOf()
    const names: (string | undefined)[] = []
    for (const next of [body, collection('By the harbour'), '<html>Sorry</html>']) {
      body = next
      await schedule.tick()
      await schedule.idle()
      names.push((await load(store))?.linked.places.find(({ layer }) => layer === 'tremors')?.name)
      now += 60_000
    }
    expect(names).toEqual(['Off the cape', 'By the harbour', 'By the harbour'])
  })

  it('has nothing of another address, and shows its own file until that gives something', async () => {
    await feeds.write(key, known, collection('Off the cape'))
    await setFeed({ ...feed, address: 'https://example.org/others' })
    const store = storeOf()
    expect((await load(store))?.linked.layers.find(({ id }) => id === 'tremors')?.count).toBe(0)
    await writeFile(path.join(data, 'cases/valid/layers/tremors.geojson'), collection('Of the file'))
    expect((await load(store))?.linked.places.some(({ name }) => name === 'Of the file')).toBe(true)
    await setFeed(feed)
    expect((await load(store))?.linked.places.some(({ name }) => name === 'Of the file')).toBe(false)
  })

  it('is exported with what its feed has given', async () => {
    await feeds.write(key, known, collection('Off the cape'))
    const loaded = await load(storeOf())
    const files = unzipSync(archiveCase('valid', loaded?.files ?? new Map()))
    expect(new TextDecoder().decode(files['valid/layers/tremors.geojson'])).toContain('Off the cape')
  })

  it('says how old it is, and since when it is no newer', async () => {
    const layers = (await load(storeOf()))?.linked.layers ?? []
    expect(await reportFeeds('valid', layers, feeds)).toEqual({})
    const failingSince = Date.parse('2030-03-05T11:00:00Z')
    const fault = { kind: 'answer', reason: 'it answers 500' } as const
    await feeds.write(key, { ...known, failures: 2, failingSince, fault, faulty: 1, told: ['row 1'] }, null)
    expect(await reportFeeds('valid', layers, feeds)).toEqual({
      tremors: {
        asOf: '2030-03-05T10:00:00.000Z',
        failing: { since: '2030-03-05T11:00:00.000Z', kind: 'answer', reason: 'it answers 500' },
        faulty: 1,
        told: ['row 1'],
      },
    })
  })
})

describe('the feeds of all cases', () => {
  it('follow the files, and stay while these are half saved', async () => {
    const list = createFeedList(data)
    const names = async () =>
      (await list()).map(({ key: { caseId, layerId }, minutes }) => `${caseId}/${layerId} ${minutes}`)
    expect(await names()).toEqual(['valid/tremors 5'])
    const text = await readFile(layersFile(), 'utf8')
    await writeFile(layersFile(), text.slice(0, -20))
    expect(await names()).toEqual(['valid/tremors 5'])
    await setFeedless(text)
    expect(await names()).toEqual([])
  })

  const setFeedless = (text: string) =>
    writeFile(layersFile(), JSON.stringify(JSON.parse(text).filter(({ id }: { id: string }) => id !== 'tremors')))

  it('are judged by the case’s files but for those of places', async () => {
    const [first] = await createFeedList(data)()
    const files = [...((await first?.files()) ?? new Map()).keys()]
    expect(files).toContain('sources.json')
    expect(files.filter((file) => file.startsWith('layers/'))).toEqual([])
  })

  it('leave out one that is set aside, as its address is none', async () => {
    await setFeed({ address: 'file:///etc/passwd', minutes: 5 })
    expect(await createFeedList(data)()).toEqual([])
  })
})
