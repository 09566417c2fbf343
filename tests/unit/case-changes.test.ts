import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createCaseChanges } from '@/lib/server/case-changes'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** On the test's clock. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 250))

/** What a client of the stream has been sent so far, as text. */
function follow(body: ReadableStream<Uint8Array>) {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  const read = async (): Promise<void> => {
    const { done, value } = await reader.read()
    if (done) return
    text += decoder.decode(value, { stream: true })
    await read()
  }
  void read()
  return { text: () => text, leave: () => reader.cancel() }
}

describe('a stream of changes', () => {
  test('says the version of every case first, and then only what is another', async () => {
    const cases = [
      { id: 'flood', version: '1' },
      { id: 'storm', version: '1' },
    ]
    const changes = createCaseChanges({ pause, list: async () => cases.map((each) => ({ ...each })) })
    const client = follow(changes.open(() => undefined))
    await vi.advanceTimersByTimeAsync(600)
    expect(client.text()).toContain('event: versions\ndata: {"flood":"1","storm":"1"}\n\n')

    cases[1] = { id: 'storm', version: '2' }
    await vi.advanceTimersByTimeAsync(600)
    expect(client.text().split('event: versions').slice(1)).toEqual([
      '\ndata: {"flood":"1","storm":"1"}\n\n',
      '\ndata: {"storm":"2"}\n\n',
    ])
    await client.leave()
  })

  test('says within ten seconds that the server is still there', async () => {
    const changes = createCaseChanges({ pause, list: async () => [{ id: 'flood', version: '1' }] })
    const client = follow(changes.open(() => undefined))
    await vi.advanceTimersByTimeAsync(1000)
    const before = client.text()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(client.text().slice(before.length)).toBe(': still here\n\n')
    await client.leave()
  })

  test('costs one look for all who follow, and none when nobody does', async () => {
    const list = vi.fn(async () => [{ id: 'flood', version: '1' }])
    const changes = createCaseChanges({ pause, list })
    const clients = Array.from({ length: 50 }, () => follow(changes.open(() => undefined)))
    await vi.advanceTimersByTimeAsync(1000)
    expect(list.mock.calls.length).toBeLessThanOrEqual(5)
    expect(changes.count()).toBe(50)

    await Promise.all(clients.map(({ leave }) => leave()))
    await vi.advanceTimersByTimeAsync(1000)
    list.mockClear()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(list).not.toHaveBeenCalled()
    expect(changes.count()).toBe(0)
  })

  test('goes on when the cases could not be looked at', async () => {
    const list = vi
      .fn(async () => [{ id: 'flood', version: '1' }])
      .mockRejectedValueOnce(new Error('the folder is away'))
    const changes = createCaseChanges({ pause, list })
    const client = follow(changes.open(() => undefined))
    await vi.advanceTimersByTimeAsync(1000)
    expect(client.text()).toContain('{"flood":"1"}')
    await client.leave()
  })

  test('of a client that does not read is ended, and its place given back', async () => {
    const closed = vi.fn()
    const changes = createCaseChanges({ pause, list: async () => [{ id: 'flood', version: '1' }], now: Date.now })
    changes.open(closed)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(closed).toHaveBeenCalledTimes(1)
    expect(changes.count()).toBe(0)
  })

  test('ends with the server', async () => {
    const closed = vi.fn()
    const changes = createCaseChanges({ pause, list: async () => [] })
    follow(changes.open(closed))
    changes.close()
    expect(closed).toHaveBeenCalledTimes(1)
  })
})
