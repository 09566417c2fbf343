import { gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { GET, POST } from '@/app/api/gazetteer/route'
import { GET as askStreet } from '@/app/api/street/route'
import { GET as getFile } from '@/app/basemap/gazetteer.gz/route'
import { Gazetteer } from '@/lib/gazetteer/gazetteer'
import { limits } from '@/lib/limits'

const ask = async (query: string) => {
  const answer = await GET(new Request(`http://localhost/api/gazetteer?${query}`))
  return { status: answer.status, body: await answer.json(), headers: answer.headers }
}

describe('GET /api/gazetteer', () => {
  it('answers places, in the reader’s language and near where they are asked for', async () => {
    const { status, body } = await ask('q=Odessa&near=-102,31.5&lang=de&limit=3')
    expect(status).toBe(200)
    expect(body.places).toHaveLength(3)
    expect(body.places[0]).toMatchObject({ region: 'Texas', country: 'Vereinigte Staaten', kind: 'city', fit: 'same' })
  })

  it.each(['__proto__', 'constructor'])('has no names in a language called %s', async (lang) => {
    const places = await ask(`q=Odessa&limit=1&lang=${lang}`)
    expect(places.body.places[0]).toMatchObject({ name: 'Odesa', country: 'Ukraine' })
    const position = await ask(`at=35.52,33.903&lang=${lang}`)
    expect(position.body).toMatchObject({ country: 'Lebanon', nearest: { place: { name: expect.any(String) } } })
  })

  it('answers what is known of a position', async () => {
    const { body } = await ask('at=35.52,33.903')
    expect(body).toMatchObject({ country: 'Lebanon', timeZone: 'Asia/Beirut' })
  })

  it.each([
    '',
    'q=',
    `q=${'x'.repeat(limits.gazetteer.typedCharacters + 1)}`,
    'q=x&near=here',
    'q=x&limit=0',
    `q=x&limit=${limits.gazetteer.places + 1}`,
    'at=999,1',
  ])('refuses ?%s', async (query) => {
    const { status, headers } = await ask(query)
    expect(status).toBe(400)
    expect(headers.get('content-type')).toBe('application/problem+json')
  })

  it('is only read', async () => {
    expect((await POST(new Request('http://localhost/api/gazetteer', { method: 'POST' }))).status).toBe(405)
  })

  it('takes names that break patterns, and answers none for them', async () => {
    for (const name of ['(', '\\', '%00', '%F0%9F%91%8D', '%2C%2C%2C', 'a%2C'.repeat(20)])
      expect((await ask(`q=${name}`)).status).toBe(200)
  })
})

it('the whole gazetteer is sent as it is kept, once for each version', async () => {
  const address = 'http://localhost/basemap/gazetteer.gz'
  const answer = await getFile(new Request(address))
  expect(new Gazetteer(gunzipSync(await answer.arrayBuffer())).named('Berlin')[0]?.place.country).toBe('Germany')
  const headers = { 'if-none-match': answer.headers.get('etag') ?? '' }
  expect((await getFile(new Request(address, { headers }))).status).toBe(304)
})

describe('GET /api/street', () => {
  afterEach(() => {
    delete process.env.CASEBOARD_BASEMAP
  })
  const statusOf = async (named: string | undefined) => {
    if (named !== undefined) process.env.CASEBOARD_BASEMAP = named
    return (await askStreet(new Request('http://localhost/api/street?theme=dark&lang=en'))).status
  }

  it('has none where none is named, and says where one cannot be had', async () => {
    expect(await statusOf(undefined)).toBe(404)
    expect(await statusOf('/nowhere/town.pmtiles')).toBe(503)
  })
})
