import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { cached, cachedPicture } from '@/lib/server/http'

const large = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 7919) % 251))
const ask = (headers: Record<string, string> = {}) => new Request('http://localhost/', { headers })

it('sends what is large in pieces, the next one when the last was taken', async () => {
  const answer = await cachedPicture(ask(), large, {}, 'a')
  const reader = answer.body?.getReader()
  const first = await reader?.read()
  expect(first?.value?.length).toBe(65_536)
  // A copy: what a client's connection does with it changes nothing for the others.
  expect(first?.value?.buffer).not.toBe(large.buffer)
})

it('sends all of it, and says how much that is', async () => {
  const plain = await cached(ask(), large, { 'content-type': 'text/plain' }, 'a')
  expect(plain.headers.get('content-length')).toBe('300000')
  expect(Buffer.from(await plain.arrayBuffer()).equals(large)).toBe(true)
  const zipped = await cached(ask({ 'accept-encoding': 'gzip' }), large, {}, 'a')
  expect(gunzipSync(Buffer.from(await zipped.arrayBuffer())).equals(large)).toBe(true)
})
