import { PMTiles } from 'pmtiles'
import { describe, expect, it } from 'vitest'
import { GET } from '@/app/basemap/world.pmtiles/route'

function ask(headers: Record<string, string>): Promise<Response> {
  return GET(new Request('http://localhost/basemap/world.pmtiles', { headers }))
}

describe('the archive by ranges', () => {
  it('is what a reader of the format needs', async () => {
    const archive = new PMTiles({
      getKey: () => 'world',
      getBytes: async (at, length) => ({
        data: await (await ask({ range: `bytes=${at}-${at + length - 1}` })).arrayBuffer(),
      }),
    })
    expect(await archive.getHeader()).toMatchObject({ minZoom: 0, specVersion: 3 })
    expect((await archive.getZxy(3, 1, 3))?.data.byteLength).toBeGreaterThan(1000)
  })

  it('answers a range with 206 and says which', async () => {
    const response = await ask({ range: 'bytes=0-6' })
    expect([response.status, await response.text()]).toEqual([206, 'PMTiles'])
    expect(response.headers.get('content-range')).toMatch(/^bytes 0-6\/\d{8}$/)
    const tag = response.headers.get('etag') ?? ''
    expect((await ask({ range: 'bytes=0-6', 'if-range': tag })).status).toBe(206)
  })

  it('answers with the whole where the archive is another by now, and with 416 beyond its end', async () => {
    const whole = await ask({ range: 'bytes=0-6', 'if-range': '"another"' })
    expect(whole.status).toBe(200)
    await whole.body?.cancel()
    expect((await ask({ range: 'bytes=99999999-' })).status).toBe(416)
  })

  it('holds nothing for those who take nothing of it, and no file for those who only look', async () => {
    const bufferedBytes = () => process.memoryUsage().arrayBuffers
    const before = bufferedBytes()
    const slow = await Promise.all(Array.from({ length: 10 }, () => ask({})))
    await new Promise((resolve) => setTimeout(resolve, 300))
    // All of the archive for each would be more than 200 MB.
    expect(bufferedBytes() - before).toBeLessThan(20e6)
    const [first] = slow
    const reader = first?.body?.getReader()
    expect((await reader?.read())?.value?.length).toBe(64 * 1024)
    await reader?.cancel()
    for (const each of slow.slice(1)) await each.body?.cancel()
    const head = await GET(new Request('http://localhost/basemap/world.pmtiles', { method: 'HEAD' }))
    expect([head.body, Number(head.headers.get('content-length')) > 1e6]).toEqual([null, true])
  })
})
