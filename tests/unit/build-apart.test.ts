import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { describe, expect, it, vi } from 'vitest'
import { listRecords } from '@/lib/derive/case-records'
import { BuildAborted, type BuildAnswer, type BuildOrder, createApartBuilder } from '@/lib/server/build-apart'
import { createFolderBuilder } from '@/lib/server/build-case'
import { listCaseFolders } from '@/lib/server/case-folder'
import { createCaseStore } from '@/lib/server/case-store'
import { inParts, joinPart } from '@/lib/server/in-parts'
import { OverBudget } from '@/lib/server/kept-threads'
import { fixtures } from './read-fixture'
import { startThread as threadOf } from './start-thread'

const startThread = (data: string) => threadOf('lib/server/build-worker.ts', { data })

async function folderOf(id: string) {
  const folder = (await listCaseFolders(fixtures))?.find((candidate) => candidate.id === id)
  if (folder === undefined) throw new Error(`there is no ${id}`)
  return folder
}

describe('a value in parts', () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => ({ index }))
  const join = (value: unknown) => [...inParts(value)].reduce<unknown>(joinPart, null)

  it('is the same once it is joined', () => {
    const value = {
      name: 'a',
      nothing: null,
      long: numbers(2501),
      lists: [{ long: numbers(1200), short: [1, 2] }],
      texts: new Map([['a', 'b']]),
      bytes: Buffer.from('ab'),
    }
    expect(join(value)).toEqual(value)
  })

  it('comes in slices that a thread can take in at once', () => {
    const parts = [...inParts({ long: numbers(2501) })]
    expect(parts).toHaveLength(7)
    expect(Math.max(...parts.map((part) => (part.kind === 'items' ? part.items.length : 0)))).toBe(500)
  })
})

describe('building apart', () => {
  it('gives what building here gives, and goes on with the next case', async () => {
    const build = createApartBuilder(fixtures, 30_000, startThread)
    const folder = await folderOf('valid')
    const [one, two] = await Promise.all([build(folder, new Map()), build(folder, new Map())])
    const here = await createFolderBuilder(fixtures)(folder, new Map())
    expect(one).toEqual(here)
    expect(two.loaded?.version).toBe(here.loaded?.version)
  })

  it('makes the records that each page asks for there too', async () => {
    const { loaded } = await createApartBuilder(fixtures, 30_000, startThread)(await folderOf('valid'), new Map())
    if (loaded === null) throw new Error('the case cannot be read')
    expect(globalThis.caseboardRecords?.has(loaded.linked)).toBe(true)
    expect(listRecords(loaded.linked)).toEqual(listRecords({ ...loaded.linked }))
  })

  it('sends each part when it is asked for: all that has been sent is taken in at once, before any request', async () => {
    const thread = startThread(fixtures)
    const answers: BuildAnswer[] = []
    thread.on('message', (answer: BuildAnswer) => answers.push(answer))
    const ask = (order: BuildOrder) => thread.postMessage(order)
    ask({ kind: 'build', folder: await folderOf('valid'), before: new Map() })
    await vi.waitFor(() => expect(answers).toHaveLength(1), 25_000)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(answers.map(({ kind }) => kind)).toEqual(['frame'])
    ask({ kind: 'next' })
    await vi.waitFor(() => expect(answers).toHaveLength(2))
    await thread.terminate()
  })

  it('gives a case up that takes too long, and goes on in a new thread', async () => {
    let started = 0
    const build = createApartBuilder(fixtures, 1500, () => {
      started++
      const code =
        started === 1
          ? 'for (;;);'
          : `const { parentPort } = require('node:worker_threads')
             parentPort.on('message', () => parentPort.postMessage({ kind: 'failed', reason: 'no room' }))`
      return new Worker(code, { eval: true })
    })
    const folder = await folderOf('valid')
    const [first, second] = await Promise.allSettled([build(folder, new Map()), build(folder, new Map())])
    expect(first).toMatchObject({ reason: { message: 'building took longer than 1.5 s' } })
    expect(second).toMatchObject({ reason: { message: 'no room' } })
    expect(started).toBe(2)
  })
})

describe('a thread that needs more memory than it may', () => {
  it('ends alone, and its case is said to be too large', async () => {
    const build = createApartBuilder(fixtures, 30_000, () => {
      const code = 'const all = []; for (;;) all.push(new Array(1e5).fill(all.length).map(String))'
      return new Worker(code, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 32 } })
    })
    await expect(build(await folderOf('valid'), new Map())).rejects.toThrow('MB of memory')
  })
})

describe('a store whose cases are built apart', () => {
  it('shows what it has while a newer version is being built, and that one afterwards', async () => {
    const data = await mkdtemp(path.join(tmpdir(), 'caseboard-'))
    await cp(path.join(fixtures, 'cases', 'valid'), path.join(data, 'cases', 'valid'), { recursive: true })
    let time = 0
    let builds = 0
    let release: () => void = () => undefined
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    const here = createFolderBuilder(data)
    const store = createCaseStore(data, {
      now: () => time,
      patienceMs: 5,
      build: async (folder, before) => {
        builds++
        if (builds > 1) await released
        return here(folder, before)
      },
    })
    const old = await store.loadCase('valid')
    await writeFile(path.join(data, 'cases', 'valid', 'events.json'), '[]')
    time += 5000
    expect((await store.loadCase('valid'))?.version).toBe(old?.version)
    time += 5000
    expect((await store.loadCase('valid'))?.version).toBe(old?.version)
    await vi.waitFor(() => expect(builds).toBe(2))
    release()
    await vi.waitFor(async () => expect((await store.loadCase('valid'))?.version).not.toBe(old?.version), 10_000)
    expect(builds).toBe(2)
    await rm(data, { recursive: true })
  })

  it('lists, for whoever cannot wait, what there is while a first case is being built', async () => {
    const here = createFolderBuilder(fixtures)
    const store = createCaseStore(fixtures, {
      build: (folder, before) => (folder.id === 'valid' ? new Promise(() => undefined) : here(folder, before)),
    })
    expect((await store.listCases(500)).map(({ id }) => id)).not.toContain('valid')
  })

  it('builds a small case beside a large one, and remembers which was over its budget', async () => {
    const here = createFolderBuilder(fixtures)
    const fail = () => Promise.reject(new OverBudget('building took longer than 1 s'))
    const never = () => new Promise<never>(() => undefined)
    const large = createCaseStore(fixtures, { build: never, buildSmall: here })
    expect((await large.loadCase('valid'))?.linked.id).toBe('valid')
    const failing = createCaseStore(fixtures, { build: fail })
    expect(await failing.loadCase('valid')).toBeNull()
    expect(failing.listFaults()).toContainEqual({
      id: 'valid',
      reason: 'it is too large: building took longer than 1 s',
    })
  })

  it('gives up what is built of files that have changed since, once', async () => {
    const data = await mkdtemp(path.join(tmpdir(), 'caseboard-'))
    await cp(path.join(fixtures, 'cases', 'valid'), path.join(data, 'cases', 'valid'), { recursive: true })
    let time = 0
    let builds = 0
    const here = createFolderBuilder(data)
    const store = createCaseStore(data, {
      now: () => time,
      build: (folder, before, signal) => {
        builds++
        if (builds > 1) return here(folder, before)
        return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new BuildAborted())))
      },
    })
    void store.loadCase('valid')
    await vi.waitFor(() => expect(builds).toBe(1))
    await writeFile(path.join(data, 'cases', 'valid', 'events.json'), '[]')
    time += 6000
    void store.listCases(0)
    await vi.waitFor(async () => {
      time += 1000
      await store.listCases(20)
      expect(builds).toBe(2)
    }, 10_000)
    expect((await store.loadCase('valid'))?.linked.events).toEqual([])
    await rm(data, { recursive: true })
  })

  it('says of a case that cannot be built that there is none, and does not try again before its files change', async () => {
    let time = 0
    let builds = 0
    const store = createCaseStore(fixtures, {
      now: () => time,
      build: async () => {
        builds++
        throw new Error('too large')
      },
    })
    expect(await store.loadCase('valid')).toBeNull()
    const first = builds
    time += 5000
    expect(await store.loadCase('valid')).toBeNull()
    expect(builds).toBe(first)
  })
})
