import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LinkedCase } from '@/lib/derive/linked-case'
import type { ControlBackend } from '@/lib/server/control/backend'
import type { Control } from '@/lib/server/control/control'
import { createMemoryBackend } from '@/lib/server/control/memory-backend'
import { createValkeyBackend } from '@/lib/server/control/valkey-backend'
import { createRedis, type TestRedis } from '../../redis'
import { ADDRESS, codeOf, controlOver, eventsOf, newDisplay, newRemote, otherCode, readValidCase } from './control-kit'

let linked: LinkedCase
let redis: TestRedis
let backend: ControlBackend
let control: Control

beforeAll(async () => {
  linked = await readValidCase()
  redis = await createRedis()
  await redis.start()
}, 120_000)

afterAll(() => redis.kill())

const refused = (status: number) => expect.objectContaining({ name: 'Refusal', status })

describe.each([
  ['in this process', () => createMemoryBackend()],
  ['on Valkey', () => createValkeyBackend(redis.url)],
])('the control plane %s', (_, create) => {
  beforeEach(() => {
    backend = create()
    control = controlOver(backend, linked)
  })

  afterEach(() => control.close())

  it('begins a wall for a display that it does not know', async () => {
    const { snapshot } = await newDisplay(control)
    expect(snapshot).toMatchObject({
      caseId: 'valid',
      release: 'r1',
      state: { scene: 'tour-title' },
      screens: [{ role: 'mirror', name: 'Screen 1' }],
      offer: null,
    })
    expect(snapshot.self).toBe(snapshot.screens[0]?.id)
  })

  it('takes what a fresh display shows as the state', async () => {
    const { state } = (await newDisplay(control)).snapshot
    const wish = { case: 'valid', role: 'map', state: { ...state, scene: 'shock', elapsedMs: 4000 } } as const
    const { snapshot } = await control.register(wish, null)
    expect(snapshot.state.scene).toBe('shock')
    expect(snapshot.state.elapsedMs).toBeGreaterThanOrEqual(4000)
    expect(snapshot.state.elapsedMs).toBeLessThan(5000)
  })

  it('confirms a display it knows in its new role, and keeps the state that it has itself', async () => {
    const { credential, snapshot } = await newDisplay(control)
    const state = { ...snapshot.state, scene: 'shock' }
    const again = await control.register({ case: 'valid', role: 'evidence', state }, credential.token)
    expect(again.token).toBeNull()
    expect(again.snapshot).toMatchObject({
      wall: snapshot.wall,
      state: { scene: 'tour-title' },
      screens: [{ role: 'evidence' }],
    })
  })

  it('knows no display of a case that is not there', async () => {
    await expect(control.register({ case: 'nothing', role: 'map' }, null)).rejects.toEqual(refused(404))
  })

  it('does not steer a display that was never paired', async () => {
    const { snapshot } = await newDisplay(control)
    const forged = { as: 'remote', token: `${snapshot.wall}.${'A'.repeat(43)}` } as const
    await expect(control.command(forged, { kind: 'play' })).rejects.toEqual(refused(401))
    await expect(control.stream({ as: 'remote', token: 'nonsense' })).rejects.toEqual(refused(401))
  })

  it('knows nobody by a token that only looks like one', async () => {
    const { credential } = await newDisplay(control)
    await newRemote(control, credential)
    const token = credential.token.slice(0, -43) + 'A'.repeat(43)
    await expect(control.command({ ...credential, token }, { kind: 'play' })).rejects.toEqual(refused(401))
    await expect(control.command({ as: 'remote', token }, { kind: 'play' })).rejects.toEqual(refused(401))
    // Nor is a display's token a remote's.
    const swapped = { as: 'remote', token: credential.token } as const
    await expect(control.command(swapped, { kind: 'play' })).rejects.toEqual(refused(401))
  })

  it('takes a display’s token for its own case only', async () => {
    const { credential } = await newDisplay(control)
    const elsewhere = { as: 'screen', caseId: 'other', token: credential.token } as const
    await expect(control.command(elsewhere, { kind: 'play' })).rejects.toEqual(refused(401))
  })

  it('frees the first characters of a used code for other displays', async () => {
    const { credential } = await newDisplay(control)
    const code = await codeOf(control, credential)
    expect((await backend.read(`offer:${code.slice(0, 3)}`)).text).not.toBeNull()
    await control.pair(code, 'remote', 'Phone')
    expect((await backend.read(`offer:${code.slice(0, 3)}`)).text).toBeNull()
  })

  it('tells each change as a higher revision of one epoch, in the answer and on the stream', async () => {
    const { credential, snapshot } = await newDisplay(control)
    const remote = await newRemote(control, credential)
    const told = [snapshot]
    for (const by of [1, -1, 1] as const) told.push(await control.command(remote, { kind: 'step', by }))
    told.push(await control.offer(credential, ADDRESS), await control.withdraw(credential))
    const self = told[1]?.self ?? ''
    told.push((await control.revoke(credential, self)) ?? snapshot)
    const revisions = told.map(({ revision }) => revision)
    expect(revisions).toEqual([...new Set(revisions)].sort((a, b) => a - b))
    expect(new Set(told.map(({ epoch }) => epoch)).size).toBe(1)
    const events = eventsOf(await control.stream(credential))
    expect(await events.next()).toMatchObject({ data: { revision: revisions.at(-1), epoch: snapshot.epoch } })
    await events.cancel()
  })

  it('gives commands that come at once each a revision of its own', async () => {
    const { credential } = await newDisplay(control)
    const sent = Array.from({ length: 12 }, () => control.command(credential, { kind: 'step', by: 1 }))
    const revisions = (await Promise.all(sent)).map(({ revision }) => revision)
    expect(new Set(revisions).size).toBe(12)
  })

  it('lets a paired remote steer, and says so', async () => {
    const { credential } = await newDisplay(control)
    const remote = await newRemote(control, credential)
    const snapshot = await control.command(remote, { kind: 'step', by: 1 })
    expect(snapshot).toMatchObject({ state: { scene: 'start' }, remotes: [{ name: 'Anna’s phone' }], offer: null })
    expect(snapshot.steering).toBe(snapshot.self)
  })

  it.each([
    { kind: 'go', scene: 'nothing' },
    { kind: 'select', place: 'nothing' },
  ] as const)('refuses what the case does not have: %j', async (command) => {
    const { credential } = await newDisplay(control)
    await expect(control.command(credential, command)).rejects.toEqual(refused(422))
  })

  it('tells every screen which time a remote looks at, and that it looks no longer', async () => {
    const { credential } = await newDisplay(control)
    const remote = await newRemote(control, credential)
    const window = { start: 0, end: 86_400_000 }
    const looked = await control.command(remote, { kind: 'time', window })
    expect(looked.state).toMatchObject({ time: window, holdKind: 'looking' })
    expect(looked.state.playedMs).toBeGreaterThanOrEqual(0)
    const back = await control.command(credential, { kind: 'time', window: null })
    expect(back.state).toMatchObject({ time: null, holdKind: 'looking' })
  })

  it('takes a code typed in any case, with spaces and hyphens', async () => {
    const { credential } = await newDisplay(control)
    const code = await codeOf(control, credential)
    const typed = ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3, 6)} ${code.slice(6)}`
    expect(await control.pair(typed, 'remote', 'Phone')).toMatchObject({ kind: 'remote' })
  })

  it('lets a code be used once', async () => {
    const { credential } = await newDisplay(control)
    const code = await codeOf(control, credential)
    const both = await Promise.allSettled([control.pair(code, 'remote', 'One'), control.pair(code, 'remote', 'Two')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(control.pair(code, 'remote', 'Three')).rejects.toEqual(refused(403))
  })

  it('does not take a code that was taken back or replaced', async () => {
    const { credential } = await newDisplay(control)
    const first = await codeOf(control, credential)
    const second = await codeOf(control, credential)
    await expect(control.pair(first, 'remote', 'Phone')).rejects.toEqual(refused(403))
    expect((await control.withdraw(credential)).offer).toBeNull()
    await expect(control.pair(second, 'remote', 'Phone')).rejects.toEqual(refused(403))
  })

  it('locks the display after five wrong codes, though they come at once, and gives it no code', async () => {
    const { credential } = await newDisplay(control)
    const code = await codeOf(control, credential)
    const tries = Array.from({ length: 5 }, () => control.pair(otherCode(code), 'remote', 'Mallory'))
    const results = await Promise.allSettled(tries)
    expect(results.map((result) => result.status === 'rejected' && result.reason.status).sort()).toEqual([
      403, 403, 403, 403, 429,
    ])
    await expect(control.pair(code, 'remote', 'Anna')).rejects.toEqual(refused(429))
    expect((await control.offer(credential, ADDRESS)).offer).toMatchObject({ kind: 'locked' })
  })

  it('lets one display of two be locked alone', async () => {
    const [one, two] = [await newDisplay(control), await newDisplay(control)]
    const code = await codeOf(control, one.credential)
    for (let n = 0; n < 5; n += 1) await control.pair(otherCode(code), 'remote', 'Mallory').catch(() => {})
    expect(await newRemote(control, two.credential)).toMatchObject({ as: 'remote' })
  })

  it('lets a second screen join the wall in its own role', async () => {
    const { credential, snapshot } = await newDisplay(control)
    const paired = await control.pair(await codeOf(control, credential), 'evidence', 'Left screen')
    expect(paired).toMatchObject({ kind: 'screen', caseId: 'valid', role: 'evidence' })
    const joined = await control.register({ case: 'valid', role: 'evidence' }, paired.token)
    expect(joined.snapshot).toMatchObject({
      wall: snapshot.wall,
      screens: [{}, { name: 'Left screen', role: 'evidence' }],
    })
  })

  it('makes a display’s own browser a remote', async () => {
    const { credential } = await newDisplay(control)
    const { token } = await control.pairOwn(credential, 'Presenter')
    expect(await control.command({ as: 'remote', token }, { kind: 'hold' })).toMatchObject({
      remotes: [{ name: 'Presenter' }],
    })
  })

  it('drops a remote: its stream is told and closed, its token is worth nothing', async () => {
    const { credential } = await newDisplay(control)
    const remote = await newRemote(control, credential)
    const events = eventsOf(await control.stream(remote))
    const { self } = await control.command(remote, { kind: 'hold' })
    await control.revoke(credential, self)
    expect(await events.until(({ event }) => event === 'gone')).not.toBeNull()
    expect(await events.next()).toBeNull()
    await expect(control.command(remote, { kind: 'play' })).rejects.toEqual(refused(401))
  })

  it('lets a remote end its own pairing, and nobody else’s', async () => {
    const { credential, snapshot } = await newDisplay(control)
    const remote = await newRemote(control, credential)
    await expect(control.revoke(remote, snapshot.self)).rejects.toEqual(refused(403))
    const { self } = await control.command(remote, { kind: 'hold' })
    expect(await control.revoke(remote, self)).toBeNull()
    await expect(control.revoke(credential, self)).rejects.toEqual(refused(404))
  })

  it('ends a wall with its last screen', async () => {
    const { credential, snapshot } = await newDisplay(control)
    const remote = await newRemote(control, credential)
    expect(await control.revoke(credential, snapshot.self)).toBeNull()
    await expect(control.command(remote, { kind: 'play' })).rejects.toEqual(refused(401))
  })

  it('tells every screen of a command, and of who is connected', async () => {
    const { credential, snapshot } = await newDisplay(control)
    const events = eventsOf(await control.stream(credential))
    expect(await events.next()).toMatchObject({
      event: 'wall',
      data: { wall: snapshot.wall, state: { scene: 'tour-title' } },
    })
    expect(await events.until(({ data }) => JSON.stringify(data).includes('"connected":true'))).not.toBeNull()
    await control.command(credential, { kind: 'go', scene: 'shock' })
    expect(await events.until(({ data }) => JSON.stringify(data).includes('"scene":"shock"'))).not.toBeNull()
    await events.cancel()
  })

  it('tells the code to the displays’ streams and not to a remote’s', async () => {
    const { credential } = await newDisplay(control)
    const remote = await newRemote(control, credential)
    const [onScreen, onRemote] = [eventsOf(await control.stream(credential)), eventsOf(await control.stream(remote))]
    const code = await codeOf(control, credential)
    expect(await onScreen.until(({ data }) => JSON.stringify(data).includes(code))).not.toBeNull()
    await control.command(credential, { kind: 'blank', on: true })
    const told = await onRemote.until(({ data }) => JSON.stringify(data).includes('"blank":true'))
    expect(told).toMatchObject({ data: { offer: null } })
  })

  it('counts who is connected, and no longer once they have left', async () => {
    const { credential } = await newDisplay(control)
    const events = eventsOf(await control.stream(credential))
    expect(control.hub.counts()).toEqual({ screens: 1, remotes: 0, streams: 1 })
    expect(await control.hub.connections()).toMatchObject({ screens: 1 })
    await events.cancel()
    await expect.poll(() => control.hub.counts()).toEqual({ screens: 0, remotes: 0, streams: 0 })
  })

  it('ends every stream when it closes, and opens none', async () => {
    const { credential } = await newDisplay(control)
    const events = eventsOf(await control.stream(credential))
    control.hub.close()
    expect(await events.until(() => false)).toBeNull()
    await expect(control.stream(credential)).rejects.toEqual(refused(503))
  })
})
