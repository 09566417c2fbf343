import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { LinkedCase } from '@/lib/derive/linked-case'
import type { Control } from '@/lib/server/control/control'
import { createValkeyBackend } from '@/lib/server/control/valkey-backend'
import { createRedis, type TestRedis } from '../../redis'
import { codeOf, controlOver, eventsOf, newDisplay, newRemote, readValidCase } from './control-kit'

let linked: LinkedCase
let redis: TestRedis
let one: Control
let two: Control

beforeAll(async () => {
  linked = await readValidCase()
  redis = await createRedis()
}, 120_000)

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  await redis.start()
  one = controlOver(createValkeyBackend(redis.url), linked)
  two = controlOver(createValkeyBackend(redis.url), linked)
})

afterEach(async () => {
  one.close()
  two.close()
  await redis.kill()
})

afterAll(() => vi.restoreAllMocks())

const says = (words: string) => (event: { data: unknown }) => JSON.stringify(event.data).includes(words)

describe('two processes on one Valkey', () => {
  it('steer each other’s displays', async () => {
    const { credential } = await newDisplay(one)
    const events = eventsOf(await one.stream(credential))
    const remote = await newRemote(two, credential)
    await two.command(remote, { kind: 'go', scene: 'shock' })
    expect(await events.until(says('"scene":"shock"'))).not.toBeNull()
    await events.cancel()
  })

  it('pair by a code of the other', async () => {
    const { credential } = await newDisplay(one)
    const code = await codeOf(one, credential)
    expect(await two.pair(code, 'map', 'Second screen')).toMatchObject({ kind: 'screen', role: 'map' })
  })

  it('know each other’s connected displays', async () => {
    const { credential } = await newDisplay(one)
    const events = eventsOf(await one.stream(credential))
    await events.until(says('"connected":true'))
    const { snapshot } = await two.register({ case: 'valid', role: 'mirror' }, credential.token)
    expect(snapshot.screens).toMatchObject([{ connected: true }])
    await expect.poll(() => two.hub.connections(), { timeout: 4000 }).toEqual({ screens: 1, remotes: 0 })
    await events.cancel()
  })

  it('send a dropped remote away from the other', async () => {
    const { credential } = await newDisplay(one)
    const remote = await newRemote(one, credential)
    const events = eventsOf(await two.stream(remote))
    const { self } = await two.command(remote, { kind: 'hold' })
    await one.revoke(credential, self)
    expect(await events.until(({ event }) => event === 'gone')).not.toBeNull()
  })

  it('lose no change though both write at once', async () => {
    const backends = [createValkeyBackend(redis.url), createValkeyBackend(redis.url)]
    const add = (text: string | null) => ({ text: String(Number(text ?? 0) + 1), keepMs: 10_000 })
    await Promise.all(Array.from({ length: 40 }, (_, n) => backends[n % 2]?.update('count', add)))
    expect((await backends[0]?.read('count'))?.text).toBe('40')
    for (const backend of backends) backend.close()
  })

  it('read one clock', async () => {
    const [a, b] = [createValkeyBackend(redis.url), createValkeyBackend(redis.url)]
    const [atA, atB] = [await a.read('x'), await b.read('x')]
    expect(Math.abs(atA.now - a.now() - (atB.now - b.now()))).toBeLessThan(100)
    a.close()
    b.close()
  })
})

describe('when Valkey is gone', () => {
  it('streams stay open, and both go on where they were once it is back, though it has lost all', async () => {
    const { credential } = await newDisplay(one)
    const remote = await newRemote(one, credential)
    const events = eventsOf(await two.stream(credential))
    await one.command(remote, { kind: 'go', scene: 'shock' })
    await events.until(says('"scene":"shock"'))
    await redis.kill()
    await expect(one.command(remote, { kind: 'play' })).rejects.toMatchObject({ name: 'BackendAway' })
    await redis.start()
    await expect
      .poll(() => one.command(remote, { kind: 'blank', on: true }).catch(() => null), { timeout: 10_000 })
      .toMatchObject({ state: { scene: 'shock' }, remotes: [{}] })
    expect(await events.until(says('"blank":true'))).not.toBeNull()
    await events.cancel()
  }, 20_000)

  it('is said to be away within seconds', async () => {
    const { credential } = await newDisplay(one)
    await redis.kill()
    const start = performance.now()
    await expect(one.command(credential, { kind: 'play' })).rejects.toMatchObject({ name: 'BackendAway' })
    expect(performance.now() - start).toBeLessThan(4000)
    expect(await one.hub.connections()).toMatchObject({ screens: 0, remotes: 0 })
  }, 15_000)
})
