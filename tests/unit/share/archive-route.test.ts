import { gunzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET } from '@/app/api/cases/[case]/archive.zip/route'
import { GET as getPlaces } from '@/app/api/cases/[case]/places.geojson/route'
import { createCaseStore } from '@/lib/server/case-store'
import { createDrawThreads } from '@/lib/server/draw-threads'
import { startThread } from '../start-thread'

const id = '2022-10-annexation'
const about = (caseId: string) => ({ params: Promise.resolve({ case: caseId }) })
const ask = (headers: Record<string, string> = {}) => new Request(`http://board.example/api/cases/${id}`, { headers })

// The server's own builds and draws in threads of its own, from what Next has bundled.
beforeAll(() => {
  globalThis.caseboardStore = createCaseStore('data')
  globalThis.caseboardDrawThreads = createDrawThreads(() => startThread('app/drawing/draw-worker.ts'), 30_000)
})
afterAll(() => {
  globalThis.caseboardDrawThreads?.end()
})

describe('GET /api/cases/{case}/archive.zip', () => {
  it('answers with a file to keep, compressed again where next.config.mjs promises gzip', async () => {
    const plain = await GET(ask(), about(id))
    expect(plain.headers.get('content-type')).toBe('application/zip')
    expect(plain.headers.get('content-disposition')).toBe(`attachment; filename="${id}.zip"`)
    const bytes = Buffer.from(await plain.arrayBuffer())
    expect(Object.keys(unzipSync(bytes))).toContain(`${id}/layers/arrivals.geojson`)
    const gzipped = await GET(ask({ 'accept-encoding': 'gzip' }), about(id))
    expect(gunzipSync(Buffer.from(await gzipped.arrayBuffer())).equals(bytes)).toBe(true)
  })

  it('answers 304 to who has these bytes, and 404 where there is no case', async () => {
    const tag = (await GET(ask(), about(id))).headers.get('etag') ?? ''
    expect((await GET(ask({ 'if-none-match': tag }), about(id))).status).toBe(304)
    expect((await GET(ask(), about('nothing'))).status).toBe(404)
  })
})

describe('GET /api/cases/{case}/places.geojson', () => {
  it('has every place once, with its own geometry', async () => {
    const answer = await getPlaces(ask(), about(id))
    expect(answer.headers.get('content-type')).toContain('application/geo+json')
    const { features } = await answer.json()
    expect(features).toHaveLength(61)
    expect(new Set(features.map(({ id: place }: { id: string }) => place)).size).toBe(61)
  })
})
