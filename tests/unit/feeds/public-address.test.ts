import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createFeedFetcher } from '@/lib/server/feeds/fetch-feed'
import { isPublicIp, type ResolveName } from '@/lib/server/feeds/public-address'
import { serveFeed } from './feed-server'

const none = { etag: null, lastModified: null }

describe('an address of the public internet', () => {
  it.each(['93.184.216.34', '8.8.8.8', '172.32.0.1', '100.63.255.255', '2606:4700::1111', '2a00:1450:4001::8a'])(
    'is %s',
    (address) => expect(isPublicIp(address)).toBe(true),
  )

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.170',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.251',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
    'nowhere',
    '',
  ])('is not %s', (address) => expect(isPublicIp(address)).toBe(false))
})

describe('a feed of a private network', () => {
  const asked: string[] = []
  const resolveTo =
    (...addresses: string[]): ResolveName =>
    (name, _options, answer) => {
      asked.push(name)
      answer(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )
    }

  it.each([
    '127.0.0.1',
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '0177.0.0.1',
    '127.1',
    '0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[fd00::1]',
    '169.254.169.254',
    '１２７.0.0.1',
  ])('is refused as %s, before anything is asked', async (host) => {
    let count = 0
    const origin = await serveFeed((_request, response) => {
      count++
      response.end('{}')
    })
    const fetchFeed = createFeedFetcher()
    await expect(fetchFeed(`http://${host}:${new URL(origin).port}/`, none)).rejects.toMatchObject({ kind: 'refused' })
    expect(count).toBe(0)
  })

  it.each([['127.0.0.1'], ['::1'], ['::ffff:10.0.0.1'], ['93.184.216.34', '10.0.0.1']])(
    'is refused where a name leads to %s',
    async (...addresses) => {
      let count = 0
      const origin = await serveFeed((_request, response) => {
        count++
        response.end('{}')
      })
      const fetchFeed = createFeedFetcher({ resolve: resolveTo(...addresses) })
      const { port } = new URL(origin)
      await expect(fetchFeed(`http://feed.example:${port}/`, none)).rejects.toMatchObject({ kind: 'refused' })
      expect(count).toBe(0)
    },
  )

  it('is refused by its own name, as the system resolves it', async () => {
    const origin = await serveFeed((_request, response) => response.end('{}'))
    const fetchFeed = createFeedFetcher()
    await expect(fetchFeed(origin.replace('127.0.0.1', 'localhost'), none)).rejects.toMatchObject({ kind: 'refused' })
  })

  it('is resolved once: another answer to a second question is connected to by nobody', async () => {
    asked.length = 0
    let answers = [['203.0.114.7'], ['127.0.0.1']]
    const resolve: ResolveName = (name, options, answer) => {
      const [first = [], ...rest] = answers
      answers = rest
      resolveTo(...first)(name, options, answer)
    }
    let count = 0
    const origin = await serveFeed((_request, response) => {
      count++
      response.end('{}')
    })
    const fetchFeed = createFeedFetcher({ resolve, ms: 300 })
    await expect(fetchFeed(`http://feed.example:${new URL(origin).port}/`, none)).rejects.toThrow()
    expect({ asked, count }).toEqual({ asked: ['feed.example'], count: 0 })
  })

  it('is fetched where the server’s operator allows it', async () => {
    const origin = await serveFeed((_request, response) => response.end('{}'))
    vi.stubEnv('CASEBOARD_FEEDS_PRIVATE', '1')
    onTestFinished(() => void vi.unstubAllEnvs())
    await expect(createFeedFetcher()(origin, none)).resolves.toMatchObject({ kind: 'new' })
  })
})
