import { describe, expect, it } from 'vitest'
import { type LayerDesign, layerSchema } from '@/lib/schema/layer'
import { FeedFault } from '@/lib/server/feeds/feed-fault'
import { readApart } from '@/lib/server/feeds/read-apart'
import { feedName, readFeed } from '@/lib/server/feeds/read-feed'
import { validFiles } from '../read-fixture'
import { startThread } from '../start-thread'

const feed = { address: 'https://example.org/quakes', minutes: 5 }
const layer: LayerDesign = layerSchema.parse({
  id: 'quakes',
  name: 'Quakes',
  mark: 'symbol',
  symbol: 'dot',
  hue: 'azure',
  all: { kind: 'quake', basis: 'As the feed gives it', accuracyKm: null, sources: ['report'] },
  feed,
})

const point = (name: string, ...coordinates: unknown[]) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates },
  properties: { name },
})
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })

function order(text: string, name = 'quakes', own: LayerDesign = layer) {
  const files = new Map([...validFiles()].filter(([file]) => !file.startsWith('layers/')))
  files.set('layers.json', JSON.stringify([own]))
  return { caseId: 'valid', layer: own, files, name, bytes: new TextEncoder().encode(text) }
}

const names = (text: string): string[] =>
  JSON.parse(text).features.map((feature: { properties: { name: string } }) => feature.properties.name)

describe('reading a feed', () => {
  it('keeps the rows that stand, and counts and names those that do not', async () => {
    const line = {
      type: 'LineString',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    }
    const read = await readFeed(
      order(
        collection(
          point('Here', 10, 50),
          point('Nowhere', 10, 95),
          { ...point('Wide'), geometry: line },
          point('There', 11, 51),
        ),
      ),
    )
    expect(names(read.text)).toEqual(['Here', 'There'])
    expect(read).toMatchObject({ places: 2, faulty: 2 })
    expect(read.told.join('\n')).toMatch(/row 2.*95/)
    expect(read.told.join('\n')).toMatch(/row 3.*LineString in a layer of mark “symbol”/)
  })

  it.each([
    ['CSV', 'name,lat,lng\nHere,50,10\nThere,51,11\n', 'quakes.csv'],
    [
      'GeoRSS',
      `<rss version="2.0" xmlns:georss="http://www.georss.org/georss"><channel>
        <item><title>Here</title><georss:point>50 10</georss:point></item>
        <item><title>There</title><georss:point>51 11</georss:point></item></channel></rss>`,
      'quakes.xml',
    ],
    [
      'CAP',
      `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>1</identifier><sender>x</sender><sent>2030-03-05T10:00:00+00:00</sent>
        <status>Actual</status><msgType>Alert</msgType><info><category>Geo</category><event>Quake</event><urgency>Past</urgency><severity>Minor</severity><certainty>Observed</certainty>
        <headline>Here</headline><area><areaDesc>Here</areaDesc><polygon>50,10 50,11 51,11 50,10</polygon></area></info></alert>`,
      'alert.xml',
    ],
  ])('reads %s', async (kind, text, name) => {
    const own: LayerDesign = kind === 'CAP' ? { ...layer, mark: 'area', symbol: undefined } : layer
    const read = await readFeed(order(text, name, own))
    expect(names(read.text)).toEqual(kind === 'CAP' ? ['Here, Here'] : ['Here', 'There'])
    expect(read.faulty).toBe(0)
  })

  it('takes one without a row for empty, and not one of whose rows none can be shown', async () => {
    expect(await readFeed(order(collection()))).toMatchObject({ places: 0, faulty: 0 })
    await expect(readFeed(order(collection(point('Nowhere', 10, 95))))).rejects.toThrow(/1 rows, of which none.*95/)
  })

  it('asks what nobody can know, and reads it as the layer says', async () => {
    const text = 'name,lat,lng,date\nHere,50,10,03/04/2030\nThere,51,11,05/06/2030\n'
    await expect(readFeed(order(text, 'quakes.csv'))).rejects.toThrow(/“dates”/)
    const read = await readFeed(order(text, 'quakes.csv', { ...layer, feed: { ...feed, dates: 'dmy' } }))
    expect(read.text).toContain('2030-04-03')
  })

  it.each(['<html><body>Log in</body></html>', '{"type":"FeatureCol', '', '\u0000\u0001'])(
    'says of %j that it is no feed',
    async (text) => {
      await expect(readFeed(order(text))).rejects.toMatchObject({ name: 'ImportFault' })
    },
  )

  it('is called as its address ends, with what the answer says it is', () => {
    expect(feedName('https://example.org/a/quakes.geojson?key=1', 'application/json')).toBe('quakes.geojson')
    expect(feedName('https://example.org/export?as=csv', 'text/csv; charset=utf-8')).toBe('export.csv')
    expect(feedName('https://example.org/', null)).toBe('example.org')
  })
})

describe('the thread that reads a feed', () => {
  const start = () => startThread('lib/server/feeds/feed-worker.ts')

  it('answers what was read, or why not', async () => {
    await expect(readApart(order(collection(point('Here', 10, 50))), start)).resolves.toMatchObject({ places: 1 })
    await expect(readApart(order('{'), start)).rejects.toBeInstanceOf(FeedFault)
  })

  it('is given up after a while', async () => {
    await expect(readApart(order(collection()), start, 1)).rejects.toMatchObject({ kind: 'unreadable' })
  })
})
