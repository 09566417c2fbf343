import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ReturnListener } from '@/lib/server/control/backend'
import { openEventStream } from '@/lib/server/control/event-stream'
import { createHub } from '@/lib/server/control/hub'
import { createMemoryBackend } from '@/lib/server/control/memory-backend'
import { createWall, keepWall, readWall, wallKey } from '@/lib/server/control/wall-document'
import { startTour } from '@/lib/wall/wall-state'
import { eventsOf } from './control-kit'

const tour = [
  { id: 'a', durationMs: 12_000 },
  { id: 'b', durationMs: 12_000 },
]

describe('a client’s stream', () => {
  it('gives a slow client the newest, and not what came between', async () => {
    let made = 0
    const stream = openEventStream(
      () => new Uint8Array([++made]),
      () => {},
      () => 0,
    )
    for (let n = 0; n < 100; n += 1) stream.push()
    expect(made).toBe(1)
    const reader = stream.body.getReader()
    expect((await reader.read()).value).toEqual(new Uint8Array([1]))
    expect((await reader.read()).value).toEqual(new Uint8Array([2]))
    expect(stream.waitingSince).toBeNull()
  })

  it('says once that it was closed, whoever closed it', async () => {
    const closed = vi.fn()
    const stream = openEventStream(
      () => new Uint8Array(),
      closed,
      () => 0,
    )
    await stream.body.cancel()
    stream.end()
    stream.push()
    expect(closed).toHaveBeenCalledOnce()
  })

  it('is cut off a second after its end where the client does not read', async () => {
    vi.useFakeTimers()
    const stream = openEventStream(
      () => new Uint8Array([1]),
      () => {},
      () => 0,
    )
    stream.push()
    stream.end()
    await vi.advanceTimersByTimeAsync(1000)
    vi.useRealTimers()
    await expect(stream.body.getReader().read()).rejects.toThrow('does not read')
  })
})

describe('streams of a wall', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })

  afterEach(() => {
    vi.useRealTimers()
  })

  async function hubWithWall() {
    const backend = createMemoryBackend({ now: () => Date.now() })
    const tokenHash = 'none'
    const wall = {
      ...createWall('w', 'valid'),
      state: startTour(tour, Date.now()),
      screens: [{ id: 's', role: 'mirror' as const, name: 'Screen 1', tokenHash }],
      remotes: [{ id: 'r', name: 'Phone', tokenHash }],
    }
    await backend.update(wallKey('w'), () => keepWall(wall))
    return { backend, wall, hub: createHub({ backend, release: 'r1', tourOf: async () => tour }) }
  }

  it('are never silent for ten seconds, and tell the next scene when it comes', async () => {
    const { hub } = await hubWithWall()
    const events = eventsOf(await hub.open('w', { kind: 'screen', id: 's' }))
    const times: [number, unknown][] = []
    const start = Date.now()
    void events.until(({ data }) => {
      times.push([Math.round((Date.now() - start) / 1000), data])
      return false
    })
    await vi.advanceTimersByTimeAsync(40_000)
    const gaps = times.slice(1).map(([at], index) => at - (times[index]?.[0] ?? 0))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(10)
    expect(times.find(([at]) => at === 12 || at === 13)?.[1]).toMatchObject({ state: { scene: 'b' } })
    hub.close()
  })

  it('go on where the case cannot be had for a while', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { backend, wall } = await hubWithWall()
    let broken = false
    const tourOf = async () => {
      if (broken) throw new Error('unreadable')
      return tour
    }
    const hub = createHub({ backend, release: 'r1', tourOf })
    const events = eventsOf(await hub.open('w', { kind: 'screen', id: 's' }))
    await vi.advanceTimersByTimeAsync(0)
    broken = true
    for (const scene of ['b', 'a']) {
      const state = { ...startTour(tour, Date.now()), scene }
      await backend.update(wallKey('w'), () => keepWall({ ...wall, state }))
      await vi.advanceTimersByTimeAsync(0)
      const told = await events.until(({ data }) => JSON.stringify(data).includes(`"scene":"${scene}"`))
      expect(told).not.toBeNull()
    }
    expect(log).toHaveBeenCalled()
    log.mockRestore()
    hub.close()
  })

  it('need one watch of the wall and one timer, however many they are', async () => {
    const { hub, backend } = await hubWithWall()
    const watch = vi.spyOn(backend, 'watch')
    const timers = vi.getTimerCount()
    const bodies = await Promise.all(Array.from({ length: 500 }, () => hub.open('w', { kind: 'screen', id: 's' })))
    expect(hub.counts()).toEqual({ screens: 1, remotes: 0, streams: 500 })
    expect(watch).toHaveBeenCalledOnce()
    // The end of a turn is a timer here too.
    await vi.advanceTimersByTimeAsync(0)
    expect(vi.getTimerCount()).toBe(timers)
    await Promise.all(bodies.map((body) => body.cancel()))
    expect(hub.counts().streams).toBe(0)
    hub.close()
  })

  it('that nobody reads for a minute are let go', async () => {
    const { hub } = await hubWithWall()
    await hub.open('w', { kind: 'remote', id: 'r' })
    await vi.advanceTimersByTimeAsync(90_000)
    expect(hub.counts().streams).toBe(0)
    hub.close()
  })

  it.each([
    ['is put back where the backend was restored with an older one', 5, 8, false],
    ['is left where another process has changed it meanwhile', 9, 9, true],
  ])('hold a wall that %s', async (_, there, then, sameEpoch) => {
    const { backend, wall } = await hubWithWall()
    const put = (revision: number) => backend.update(wallKey('w'), () => keepWall({ ...wall, revision }))
    await put(8)
    const listeners: ReturnListener[] = []
    const deaf = {
      ...backend,
      watch: async () => () => {},
      onReturn: (listener: ReturnListener) => void listeners.push(listener),
    }
    const hub = createHub({ backend: deaf, release: 'r1', tourOf: async () => tour })
    await hub.open('w', { kind: 'screen', id: 's' })
    await put(there)
    for (const listener of listeners) await listener(false, backend)
    const kept = readWall((await backend.read(wallKey('w'))).text)
    expect(kept?.revision).toBe(then)
    // What was said of the lost revisions must not count as newer than what follows.
    expect(kept?.epoch === wall.epoch).toBe(sameEpoch)
    hub.close()
  })

  it('are not opened for one who is no member', async () => {
    const { hub } = await hubWithWall()
    await expect(hub.open('w', { kind: 'remote', id: 's' })).rejects.toMatchObject({ status: 401 })
    await expect(hub.open('nothing', { kind: 'screen', id: 's' })).rejects.toMatchObject({ status: 401 })
    hub.close()
  })
})
