import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Control, Credential } from '@/lib/server/control/control'
import { createMemoryBackend, createStateFile } from '@/lib/server/control/memory-backend'
import { lastingPart, restoredPart } from '@/lib/server/control/wall-document'
import { ADDRESS, codeOf, controlOver, newDisplay, newRemote, otherCode, readValidCase } from './control-kit'

let folder = ''
const file = () => path.join(folder, 'walls.json')

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'caseboard-state-'))
})

afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

const put =
  (text: string, keepMs = 1000) =>
  () => ({ text, keepMs })

describe('documents in one process', () => {
  it('end when their time has come', async () => {
    let time = 0
    const backend = createMemoryBackend({ now: () => time })
    await backend.update('a', put('1'))
    time = 999
    expect((await backend.read('a')).text).toBe('1')
    time = 1000
    expect((await backend.read('a')).text).toBeNull()
  })

  it('are told of after each change, until nobody watches', async () => {
    const backend = createMemoryBackend()
    const heard: (string | null)[] = []
    const unwatch = await backend.watch('a', ({ text }) => heard.push(text))
    await backend.update('a', put('1'))
    await backend.update('a', () => undefined)
    await backend.update('a', () => ({ text: null }))
    unwatch()
    await backend.update('a', put('2'))
    expect(heard).toEqual(['1', null])
  })

  it('stay as they were when a change throws', async () => {
    const backend = createMemoryBackend()
    await backend.update('a', put('1'))
    const failing = backend.update('a', () => {
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect((await backend.read('a')).text).toBe('1')
  })

  it('are no more than a given number: those that would end soonest go', async () => {
    const backend = createMemoryBackend({ mostDocuments: 10 })
    await backend.update('kept', put('1', 1_000_000))
    for (let n = 0; n < 50; n += 1) await backend.update(`flood-${n}`, put('1', 1000 + n))
    expect((await backend.read('kept')).text).toBe('1')
    expect((await backend.read('flood-0')).text).toBeNull()
  })
})

describe('a flood of displays that begin walls', () => {
  it('takes neither a code, nor a paired wall, nor the count of displays, and leaves nothing after minutes', async () => {
    let time = 1_790_000_000_000
    const file = { read: () => ({}), write: vi.fn() }
    const backend = createMemoryBackend({ now: () => time, mostDocuments: 100, lasting: lastingPart, file })
    const control = controlOver(backend, await readValidCase())
    const lone = await newDisplay(control)
    const { credential } = await newDisplay(control)
    const remote = await newRemote(control, credential)
    const code = await codeOf(control, credential)
    await backend.update('processes', put('{}', 45_000))
    await control.command(lone.credential, { kind: 'hold' })
    for (let n = 0; n < 2000; n += 1) await newDisplay(control)
    expect(await control.command(remote, { kind: 'hold' })).toMatchObject({ remotes: [{}] })
    expect((await backend.read('processes')).text).toBe('{}')
    // One that has only just been begun goes before one at which something has happened.
    await control.command(lone.credential, { kind: 'play' })
    expect(await control.pair(code, 'remote', 'Second phone')).toMatchObject({ kind: 'remote' })
    const flooded = await newDisplay(control)
    time += 120_000
    await expect(control.command(flooded.credential, { kind: 'hold' })).rejects.toMatchObject({ status: 401 })
    control.close()
    expect(Object.keys(file.write.mock.lastCall?.[0] ?? {})).toHaveLength(2)
  })
})

describe('a control plane that was restarted', () => {
  it('still knows its screens and remotes, and takes the state from the display', async () => {
    const linked = await readValidCase()
    const start = () =>
      controlOver(createMemoryBackend({ lasting: lastingPart, file: createStateFile(folder) }), linked)
    const before = start()
    const { credential, snapshot } = await newDisplay(before)
    const remote = await newRemote(before, credential)
    before.close()
    const after = start()
    await expect(after.stream(credential)).rejects.toMatchObject({ status: 401 })
    const state = { ...snapshot.state, scene: 'shock' }
    const registered = await after.register({ case: 'valid', role: 'mirror', state }, credential.token)
    expect(registered.snapshot).toMatchObject({ wall: snapshot.wall, state: { scene: 'shock' }, remotes: [{}] })
    expect(await after.command(remote, { kind: 'hold' })).toMatchObject({ state: { scene: 'shock' } })
    after.close()
  })

  it('is as locked as it was, and locks for longer the next time', async () => {
    const linked = await readValidCase()
    let time = 1_790_000_000_000
    const start = () =>
      controlOver(
        createMemoryBackend({
          lasting: lastingPart,
          restored: restoredPart,
          file: createStateFile(folder),
          now: () => time,
        }),
        linked,
      )
    const lock = async (control: Control, display: Credential) => {
      const code = await codeOf(control, display)
      for (let n = 0; n < 5; n += 1) await control.pair(otherCode(code), 'remote', 'Mallory').catch(() => {})
      return (await control.offer(display, ADDRESS)).offer
    }
    const before = start()
    const { credential } = await newDisplay(before)
    expect(await lock(before, credential)).toEqual({ kind: 'locked', forMs: 60_000 })
    before.close()
    time += 20_000
    const after = start()
    expect((await after.offer(credential, ADDRESS)).offer).toEqual({ kind: 'locked', forMs: 40_000 })
    time += 40_000
    expect(await lock(after, credential)).toEqual({ kind: 'locked', forMs: 120_000 })
    after.close()
  })

  it('has written neither token nor code, in a file for its user only', async () => {
    const backend = createMemoryBackend({ lasting: lastingPart, file: createStateFile(folder) })
    const control = controlOver(backend, await readValidCase())
    const { credential } = await newDisplay(control)
    const code = await codeOf(control, credential)
    control.close()
    const text = readFileSync(file(), 'utf8')
    expect(text).toContain('tokenHash')
    expect(text).not.toContain(credential.token.split('.')[1])
    expect(text).not.toContain(code)
    expect(statSync(file()).mode & 0o777).toBe(0o600)
  })

  it.each(['', '{', '{"wall:x":{"text":5,"keepMs":1}}', '[]'])('begins empty with %j in its file', (text) => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    writeFileSync(file(), text)
    expect(createStateFile(folder).read()).toEqual({})
    expect(console.error).toHaveBeenCalledOnce()
  })

  it('goes on in memory where it cannot write, and says so once', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    writeFileSync(path.join(folder, 'taken'), '')
    const state = createStateFile(path.join(folder, 'taken', 'state'))
    state.write({})
    state.write({})
    expect(console.error).toHaveBeenCalledOnce()
  })
})

describe('documents that make room', () => {
  it('are not those that somebody watches, nor others before the expendable', async () => {
    const backend = createMemoryBackend({ mostDocuments: 10, now: () => 0 })
    await backend.update('watched', () => ({ text: '1', keepMs: 1, expendable: true }))
    await backend.watch('watched', () => undefined)
    await backend.update('paired', () => ({ text: '1', keepMs: 1000 }))
    for (let index = 0; index < 100; index++)
      await backend.update(`flood-${index}`, () => ({ text: '1', keepMs: 1e6, expendable: true }))
    expect((await backend.read('watched')).text).toBe('1')
    expect((await backend.read('paired')).text).toBe('1')
  })

  it('are read each by itself, whatever has become of another', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    writeFileSync(file(), JSON.stringify({ a: { text: '1', keepMs: 1000 }, b: { text: 2 }, c: null }))
    expect(createStateFile(folder).read()).toEqual({ a: { text: '1', keepMs: 1000, expendable: false } })
  })
})
