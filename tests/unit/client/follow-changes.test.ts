// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followChanges } from '@/lib/client/follow-changes'

/** What the server sends to each stream that is open. */
let streams: ReadableStreamDefaultController<Uint8Array>[] = []
const asked = vi.fn()

function send(versions: Record<string, string>): void {
  for (const stream of streams)
    stream.enqueue(new TextEncoder().encode(`event: versions\ndata: ${JSON.stringify(versions)}\n\n`))
}

beforeEach(() => {
  streams = []
  asked.mockReset()
  vi.stubGlobal('fetch', async (address: string, { signal }: RequestInit) => {
    asked(address)
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        streams.push(controller)
        signal?.addEventListener('abort', () => controller.error(new Error('closed')))
      },
    })
    return new Response(body)
  })
})

afterEach(() => vi.unstubAllGlobals())

test('a page is told of its own case’s versions, over one stream for all cases of the page', async () => {
  const [flood, storm] = [vi.fn(), vi.fn()]
  const stops = [followChanges('flood', flood), followChanges('storm', storm)]
  await vi.waitFor(() => expect(streams).toHaveLength(1))
  send({ flood: '2' })
  await vi.waitFor(() => expect(flood).toHaveBeenCalledWith('2'))
  expect(storm).not.toHaveBeenCalled()
  expect(asked.mock.calls).toEqual([['/changes']])
  for (const stop of stops) stop()
})

test('where there are locks one page follows, and the others hear it from that one', async () => {
  const waiting: (() => unknown)[] = []
  let isHeld = false
  const request = (_name: string, _options: unknown, lead: () => Promise<void>) => {
    const begin = async () => {
      isHeld = true
      await lead()
      isHeld = false
      void waiting.shift()?.()
    }
    if (!isHeld) return begin()
    waiting.push(begin)
    return new Promise(() => undefined)
  }
  vi.stubGlobal('navigator', { locks: { request } })
  // Another page is another copy of the module.
  vi.resetModules()
  const { followChanges: followElsewhere } = await import('@/lib/client/follow-changes')
  const [here, there] = [vi.fn(), vi.fn()]
  const stopHere = followChanges('flood', here)
  const stopThere = followElsewhere('flood', there)
  await vi.waitFor(() => expect(streams).toHaveLength(1))
  send({ flood: '2' })
  await vi.waitFor(() => expect([here.mock.calls, there.mock.calls]).toEqual([[['2']], [['2']]]))
  expect(asked).toHaveBeenCalledTimes(1)

  stopHere()
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(2))
  stopThere()
})

test('what is no list of versions is passed over', async () => {
  const flood = vi.fn()
  const stop = followChanges('flood', flood)
  await vi.waitFor(() => expect(streams).toHaveLength(1))
  for (const data of ['nothing', 'null', '[]', '{"flood":7}'])
    streams[0]?.enqueue(new TextEncoder().encode(`event: versions\ndata: ${data}\n\n`))
  send({ flood: '2' })
  await vi.waitFor(() => expect(flood).toHaveBeenCalled())
  expect(flood.mock.calls).toEqual([['2']])
  stop()
})
