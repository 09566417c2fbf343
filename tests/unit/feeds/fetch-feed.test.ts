import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { limits } from '@/lib/limits'
import { FeedFault } from '@/lib/server/feeds/feed-fault'
import { checkAddress, createFeedFetcher, readRetryAfter } from '@/lib/server/feeds/fetch-feed'
import { isPublicIp } from '@/lib/server/feeds/public-address'
import { serveFeed } from './feed-server'

const none = { etag: null, lastModified: null }
const fetchFeed = createFeedFetcher({ isAllowed: () => true })

describe('fetching a feed', () => {
  it('brings its bytes and what it is known by', async () => {
    const origin = await serveFeed((_request, response) =>
      response.writeHead(200, { etag: '"a1"', 'last-modified': 'Sat, 05 Mar 2030 10:00:00 GMT' }).end('words'),
    )
    const answer = await fetchFeed(origin, none)
    expect(answer).toMatchObject({
      kind: 'new',
      validators: { etag: '"a1"', lastModified: 'Sat, 05 Mar 2030 10:00:00 GMT' },
    })
    expect(answer.kind === 'new' && new TextDecoder().decode(answer.bytes)).toBe('words')
  })

  it('says what it has and hears that nothing has changed; sends nothing that tells who asks', async () => {
    const origin = await serveFeed((request, response) => {
      const { headers } = request
      const isKnown = headers['if-none-match'] === '"a1"' && headers['if-modified-since'] === 'yesterday'
      const tells = ['cookie', 'authorization', 'referer', 'origin'].some((name) => name in headers)
      response.writeHead(isKnown && !tells ? 304 : 500).end()
    })
    await expect(fetchFeed(origin, { etag: '"a1"', lastModified: 'yesterday' })).resolves.toEqual({ kind: 'same' })
  })

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const)('unpacks %s, and refuses what unpacked is too large', async (encoding, pack) => {
    const origin = await serveFeed((request, response) => {
      const body = request.url === '/bomb' ? Buffer.alloc(5_000_000) : 'words'
      response.writeHead(200, { 'content-encoding': encoding }).end(pack(body))
    })
    const answer = await fetchFeed(origin, none)
    expect(answer.kind === 'new' && new TextDecoder().decode(answer.bytes)).toBe('words')
    const small = createFeedFetcher({ isAllowed: () => true, bytes: 1_000_000 })
    await expect(small(`${origin}/bomb`, none)).rejects.toMatchObject({ kind: 'large' })
  })

  it('gives up what goes on for too long, and what says that it will', async () => {
    const small = createFeedFetcher({ isAllowed: () => true, bytes: 1000 })
    const origin = await serveFeed((request, response) => {
      if (request.url === '/said') response.writeHead(200, { 'content-length': 1001 })
      const more = setInterval(() => response.write('x'.repeat(400)), 5)
      response.on('close', () => clearInterval(more))
    })
    await expect(small(origin, none)).rejects.toMatchObject({ kind: 'large' })
    await expect(small(`${origin}/said`, none)).rejects.toMatchObject({ kind: 'large' })
  })

  it.each(['/silent', '/dripping'])('gives up what is too slow: %s', async (path) => {
    const origin = await serveFeed((request, response) => {
      if (request.url === '/silent') return
      response.writeHead(200)
      const more = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(more))
    })
    const hasty = createFeedFetcher({ isAllowed: () => true, ms: 200 })
    await expect(hasty(origin + path, none)).rejects.toMatchObject({ kind: 'slow' })
  })

  it('tells of an answer that is none, of one that breaks off, and of one packed unreadably', async () => {
    const origin = await serveFeed((request, response) => {
      if (request.url === '/gone') response.writeHead(410).end()
      else if (request.url === '/busy') response.writeHead(429, { 'retry-after': '90' }).end()
      else if (request.url === '/packed') response.writeHead(200, { 'content-encoding': 'zstd' }).end('x')
      else if (request.url === '/spoiled') response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip')
      else {
        response.writeHead(200, { 'content-length': 100 }).write('half')
        setTimeout(() => response.destroy(), 20)
      }
    })
    await expect(fetchFeed(`${origin}/gone`, none)).rejects.toMatchObject({ kind: 'answer', retryAfterMs: null })
    await expect(fetchFeed(`${origin}/busy`, none)).rejects.toMatchObject({ kind: 'answer', retryAfterMs: 90_000 })
    await expect(fetchFeed(`${origin}/packed`, none)).rejects.toMatchObject({ kind: 'answer' })
    await expect(fetchFeed(`${origin}/spoiled`, none)).rejects.toMatchObject({ kind: 'unreachable' })
    await expect(fetchFeed(`${origin}/half`, none)).rejects.toMatchObject({ kind: 'unreachable' })
  })

  it('says what the network said, and no address', async () => {
    const closed = createFeedFetcher({ isAllowed: () => true })
    await expect(closed('http://127.0.0.1:1/', none)).rejects.toMatchObject({
      kind: 'unreachable',
      message: 'it cannot be reached (ECONNREFUSED)',
    })
  })
})

describe('a feed that leads elsewhere', () => {
  const leadTo = (location: string) =>
    serveFeed((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://here')
      const left = Number(searchParams.get('left') ?? 0)
      if (pathname === '/chain' && left > 0) response.writeHead(307, { location: `/chain?left=${left - 1}` }).end()
      else if (pathname === '/chain') response.end('there')
      else response.writeHead(302, { location }).end()
    })

  it('is followed five times, and not a sixth', async () => {
    const origin = await leadTo('')
    const { redirects } = limits.feed
    await expect(fetchFeed(`${origin}/chain?left=${redirects}`, none)).resolves.toMatchObject({ kind: 'new' })
    await expect(fetchFeed(`${origin}/chain?left=${redirects + 1}`, none)).rejects.toMatchObject({ kind: 'refused' })
  })

  it.each(['http://me:secret@127.0.0.1:1/', 'file:///etc/passwd', 'ftp://127.0.0.1/', 'http://'])(
    'is not followed to %s',
    async (location) => {
      await expect(fetchFeed(await leadTo(location), none)).rejects.toMatchObject({ kind: 'refused' })
    },
  )

  it.each(['http://169.254.169.254/latest/meta-data', 'http://[::ffff:10.0.0.1]/', 'http://0x0a000001/'])(
    'is not followed into a private network: %s',
    async (location) => {
      // The server of the test stands for one of the internet.
      const strict = createFeedFetcher({ isAllowed: (ip) => ip === '127.0.0.1' || isPublicIp(ip) })
      await expect(strict(await leadTo(location), none)).rejects.toMatchObject({ kind: 'refused' })
    },
  )

  it('is not followed into a private network by a host that is itself in one, and is trusted', async () => {
    const origin = await leadTo('http://169.254.169.254/latest/meta-data')
    const trusting = createFeedFetcher({ isAllowed: isPublicIp, trustedHost: new URL(origin).host })
    await expect(trusting(`${origin}/chain?left=2`, none)).resolves.toMatchObject({ kind: 'new' })
    await expect(trusting(origin, none)).rejects.toMatchObject({ kind: 'refused' })
  })

  it('is not followed to a name that leads into a private network', async () => {
    const origin = await leadTo('http://inside.example/')
    const asked: string[] = []
    const strict = createFeedFetcher({
      isAllowed: (ip) => ip === '127.0.0.1' || isPublicIp(ip),
      resolve: (name, _options, answer) => {
        asked.push(name)
        answer(null, [{ address: name === 'inside.example' ? '10.0.0.1' : '127.0.0.1', family: 4 }])
      },
    })
    const { port } = new URL(origin)
    await expect(strict(`http://feed.example:${port}/`, none)).rejects.toMatchObject({ kind: 'refused' })
    expect(asked).toEqual(['feed.example', 'inside.example'])
  })

  it('is not followed from https to http, and may be the other way', () => {
    const [secure, plain] = [new URL('https://feed.example/'), new URL('http://feed.example/')]
    expect(() => checkAddress('http://feed.example/', secure, isPublicIp)).toThrow(FeedFault)
    expect(checkAddress('/next', secure, isPublicIp).href).toBe('https://feed.example/next')
    expect(checkAddress('https://feed.example/', plain, isPublicIp).href).toBe('https://feed.example/')
  })
})

it('reads how long a server asks to be left alone', () => {
  const now = Date.parse('2030-03-05T10:00:00Z')
  expect(readRetryAfter('120', now)).toBe(120_000)
  expect(readRetryAfter('Tue, 05 Mar 2030 10:02:00 GMT', now)).toBe(120_000)
  expect(readRetryAfter('Tue, 05 Mar 2030 09:00:00 GMT', now)).toBe(limits.feed.leastRetryAfterMs)
  expect(readRetryAfter('999999999', now)).toBe(limits.feed.mostRetryAfterMs)
  expect(readRetryAfter('soon', now)).toBe(null)
  expect(readRetryAfter(undefined, now)).toBe(null)
})
