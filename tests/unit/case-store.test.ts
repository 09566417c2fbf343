import { execFileSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { limits } from '@/lib/limits'
import { lookAtCase } from '@/lib/server/case-folder'
import { createCaseStore } from '@/lib/server/case-store'
import { createLastValidStore } from '@/lib/server/last-valid-store'
import { fixtures } from './read-fixture'

let data = ''
let time = 0
const now = () => time
const inCase = (...names: string[]) => path.join(data, 'cases', 'valid', ...names)

beforeEach(async () => {
  time = 0
  data = await mkdtemp(path.join(tmpdir(), 'caseboard-'))
  await cp(path.join(fixtures, 'cases'), path.join(data, 'cases'), { recursive: true })
  await cp(path.join(fixtures, 'basemap'), path.join(data, 'basemap'), { recursive: true })
})

afterEach(() => rm(data, { recursive: true }))

/** Replaces words in a file of the case. */
async function edit(file: string, from: string, to: string) {
  const text = await readFile(inCase(file), 'utf8')
  expect(text).toContain(from)
  await writeFile(inCase(file), text.replace(from, to))
}

describe('a case store', () => {
  it('loads a case, its layers and their versions', async () => {
    const loaded = await createCaseStore(data, { now }).loadCase('valid')
    expect(loaded?.version).toMatch(/^[0-9a-f]{12}$/)
    expect(JSON.parse(String(loaded?.body))).toMatchObject({ id: 'valid', version: loaded?.version, setAside: [] })
    const crossings = loaded?.layers.get('border-crossings')
    const layer = JSON.parse(String(crossings?.body))
    expect(layer).toMatchObject({
      type: 'FeatureCollection',
      features: [
        { properties: { place: 'harbour', part: 'accuracy' } },
        { properties: { place: 'harbour', part: 'point' } },
      ],
    })
    // The basemap's one border runs by the harbour.
    expect(layer.features[1].properties.borderBearing).toBeGreaterThan(20)
    expect(loaded?.linked.layers.find(({ id }) => id === 'border-crossings')?.version).toBe(crossings?.version)
  })

  it('lists the cases that can be read', async () => {
    await mkdir(path.join(data, 'cases', 'empty'))
    const [summary, ...others] = await createCaseStore(data, { now }).listCases()
    expect(summary).toMatchObject({ id: 'valid', title: 'The ferry', period: '2030-03-01/2030-03-10', setAside: 0 })
    expect(others).toEqual([])
  })

  it('lists them in the order that an editor gave, the others after that by their ids, and tells what in it names none', async () => {
    for (const id of ['aaa', 'zzz']) {
      await cp(inCase(), path.join(data, 'cases', id), { recursive: true })
      const head = path.join(data, 'cases', id, 'case.json')
      await writeFile(head, (await readFile(head, 'utf8')).replace('"valid"', `"${id}"`))
    }
    const store = createCaseStore(data, { now })
    const listed = async (order: string) => {
      await writeFile(path.join(data, 'cases', 'order.json'), order)
      time += 1000
      return { ids: (await store.listCases()).map(({ id }) => id), faults: store.listFaults() }
    }
    expect((await store.listCases()).map(({ id }) => id)).toEqual(['zzz', 'valid', 'aaa'])
    expect(await listed('["valid", "aaa"]')).toEqual({ ids: ['valid', 'aaa', 'zzz'], faults: [] })
    expect(await listed('["gone", "aaa"]')).toEqual({
      ids: ['aaa', 'zzz', 'valid'],
      faults: [{ id: 'order.json', reason: 'there is no case “gone”' }],
    })
    for (const broken of ['["aaa"', '{"aaa": 1}', '[1]'])
      expect(await listed(broken)).toMatchObject({ ids: ['zzz', 'valid', 'aaa'], faults: [{ id: 'order.json' }] })
  })

  it.each(['../cases/valid', 'valid/', '..', '', 'nothing', '__proto__', 'constructor', 'VALID', 'valid\0'])(
    'has no case %j',
    async (id) => {
      expect(await createCaseStore(data, { now }).loadCase(id)).toBeNull()
    },
  )

  it('skips a folder that leads out of the data, and a file that does', async () => {
    await cp(inCase(), path.join(data, 'elsewhere'), { recursive: true })
    await symlink(path.join(data, 'elsewhere'), path.join(data, 'cases', 'elsewhere'))
    await rm(inCase('scenes.json'))
    await symlink(path.join(data, 'elsewhere', 'scenes.json'), inCase('scenes.json'))
    const store = createCaseStore(data, { now })
    expect((await store.listCases()).map(({ id }) => id)).toEqual(['valid'])
    expect((await store.loadCase('valid'))?.linked.setAside).toMatchObject([
      { file: 'scenes.json', rule: 'unreadable' },
    ])
  })

  it('answers from memory for half a second, and then sees what changed', async () => {
    const store = createCaseStore(data, { now })
    const before = await store.loadCase('valid')
    await edit('case.json', 'The ferry', 'The boat')
    time = 499
    expect(await store.loadCase('valid')).toBe(before)
    time = 1000
    const after = await store.loadCase('valid')
    expect(after?.linked.title).toBe('The boat')
    expect(after?.version).not.toBe(before?.version)
    expect(after?.layers.get('reactions')?.version).toBe(before?.layers.get('reactions')?.version)
  })

  it('gives a changed layer a new version', async () => {
    const store = createCaseStore(data, { now })
    const before = await store.loadCase('valid')
    await edit('layers/reactions.geojson', '"capital"', '"capital", "colour": 1')
    time = 1000
    const after = await store.loadCase('valid')
    expect(after?.layers.get('reactions')?.version).not.toBe(before?.layers.get('reactions')?.version)
  })

  it('keeps what nothing changed', async () => {
    const store = createCaseStore(data, { now })
    const before = await store.loadCase('valid')
    time = 5000
    expect(await store.loadCase('valid')).toBe(before)
  })

  it('sees files come and go', async () => {
    const store = createCaseStore(data, { now })
    expect((await store.loadCase('valid'))?.layers.has('reactions')).toBe(true)
    await rm(inCase('layers', 'seismic-events.geojson'))
    await writeFile(inCase('layers', 'volcanoes.geojson'), '')
    time = 1000
    const after = await store.loadCase('valid')
    expect(after?.layers.has('seismic-events')).toBe(false)
    expect(after?.linked.setAside.map(({ rule }) => rule)).toContain('unknown-layer')
  })

  it('shows a case whose case.json breaks as it last was, says so, and recovers', async () => {
    const store = createCaseStore(data, { now })
    const before = await store.loadCase('valid')
    await edit('case.json', '{', '{,')
    time = 1000
    const broken = await store.loadCase('valid')
    expect(broken?.linked.places).toEqual(before?.linked.places)
    expect(broken?.linked.setAside).toMatchObject([{ file: 'case.json', rule: 'unreadable' }])
    expect(broken?.linked.setAside[0]?.reason).toContain('as it was last read')
    expect((await store.listCases())[0]?.setAside).toBe(1)
    await edit('case.json', '{,', '{')
    time = 2000
    expect((await store.loadCase('valid'))?.version).toBe(before?.version)
  })

  it('has no case whose case.json was never good', async () => {
    await edit('case.json', '{', '')
    const store = createCaseStore(data, { now })
    expect(await store.loadCase('valid')).toBeNull()
    expect(await store.listCases()).toEqual([])
  })

  it('lets a case go when its folder does', async () => {
    const store = createCaseStore(data, { now })
    await store.loadCase('valid')
    await rename(inCase(), path.join(data, 'gone'))
    time = 1000
    expect(await store.loadCase('valid')).toBeNull()
  })

  it('keeps its cases while the data cannot be reached', async () => {
    const store = createCaseStore(data, { now })
    const before = await store.loadCase('valid')
    await rename(path.join(data, 'cases'), path.join(data, 'gone'))
    time = 1000
    expect(await store.loadCase('valid')).toBe(before)
  })

  it('does without the basemap’s borders and without any cases', async () => {
    await rm(path.join(data, 'basemap'), { recursive: true })
    expect(await createCaseStore(data, { now }).loadCase('valid')).not.toBeNull()
    expect(await createCaseStore(path.join(data, 'nowhere'), { now }).listCases()).toEqual([])
  })

  it('reads no file that is larger than a page could draw', async () => {
    await truncate(inCase('scenes.json'), 17e6)
    const loaded = await createCaseStore(data, { now }).loadCase('valid')
    expect(loaded?.linked.setAside).toMatchObject([{ file: 'scenes.json', reason: 'the file is larger than 16 MB' }])
  })

  it('does not wait for a pipe', async () => {
    await rm(inCase('scenes.json'))
    execFileSync('mkfifo', [inCase('scenes.json')])
    const loaded = await createCaseStore(data, { now }).loadCase('valid')
    expect(loaded?.linked.setAside).toMatchObject([{ file: 'scenes.json', rule: 'unreadable' }])
  })

  it.each([
    ['Latin-1', Buffer.from([0x5b, 0xff, 0x5d])],
    ['UTF-16', Buffer.from('\ufeff[]', 'utf16le')],
  ])('says of a file in %s what it is written in', async (encoding, bytes) => {
    await writeFile(inCase('scenes.json'), bytes)
    const loaded = await createCaseStore(data, { now }).loadCase('valid')
    expect(loaded?.linked.setAside).toMatchObject([
      { file: 'scenes.json', rule: 'unreadable', reason: expect.stringContaining(encoding) },
    ])
  })

  it('reads a folder as Kubernetes mounts a ConfigMap: links into a folder that begins with two dots', async () => {
    await mkdir(inCase('..2030_03_01'))
    await rename(inCase('scenes.json'), inCase('..2030_03_01', 'scenes.json'))
    await symlink('..2030_03_01', inCase('..data'))
    await symlink(path.join('..data', 'scenes.json'), inCase('scenes.json'))
    const loaded = await createCaseStore(data, { now }).loadCase('valid')
    expect(loaded?.linked.scenes).toHaveLength(2)
  })

  it('says of a link that leads out of the folder that it does', async () => {
    await rename(inCase('scenes.json'), path.join(data, 'scenes.json'))
    await symlink(path.join(data, 'scenes.json'), inCase('scenes.json'))
    const loaded = await createCaseStore(data, { now }).loadCase('valid')
    expect(loaded?.linked.setAside).toMatchObject([{ reason: expect.stringContaining('a link that leads out') }])
  })

  it('reads and hands on no file that a case does not have, nor what systems leave behind', async () => {
    await writeFile(inCase('passwords.json'), '["secret"]')
    await writeFile(inCase('layers', 'Thumbs.db'), '')
    const loaded = await createCaseStore(data, { now }).loadCase('valid')
    expect(loaded?.files.has('passwords.json')).toBe(false)
    expect(loaded?.linked.setAside).toEqual([])
  })

  it('takes a folder that cannot be listed for away, and not for empty', async () => {
    expect(await lookAtCase({ id: 'valid', path: `/${'long'.repeat(2000)}` })).toBeNull()
    expect((await lookAtCase({ id: 'valid', path: path.join(data, 'nowhere') }))?.bytes).toBe(0)
  })

  it('reads no more files than a case may have, and says so', async () => {
    for (let index = 0; index < limits.case.files; index++) await writeFile(inCase('layers', `z-${index}.geojson`), '')
    const loaded = await createCaseStore(data, { now }).loadCase('valid')
    expect(loaded?.linked.setAside).toContainEqual(
      expect.objectContaining({ reason: expect.stringContaining('more than 300 files') }),
    )
  })
})

describe('a case store that was started anew', () => {
  const state = () => path.join(data, 'state', 'last-good')
  const stateFile = () => path.join(state(), 'valid.json')
  const start = (most?: number) => createCaseStore(data, { now, kept: createLastValidStore(state(), data, most) })
  const spoil = () => writeFile(inCase('scenes.json'), '[{"id":')

  it('shows a file that was spoiled meanwhile as it was last read, says so, and recovers', async () => {
    const before = await start().loadCase('valid')
    const whole = await readFile(inCase('scenes.json'))
    await spoil()
    const store = start()
    const spoiled = await store.loadCase('valid')
    expect(spoiled?.linked.scenes).toEqual(before?.linked.scenes)
    expect(spoiled?.linked.setAside).toMatchObject([{ file: 'scenes.json', rule: 'unreadable' }])
    expect(spoiled?.linked.setAside[0]?.reason).toContain('as it was last read')
    // And once more: what was good stays kept while the file is not.
    expect((await start().loadCase('valid'))?.linked.scenes).toEqual(before?.linked.scenes)
    await writeFile(inCase('scenes.json'), whole)
    time = 1000
    expect((await store.loadCase('valid'))?.version).toBe(before?.version)
  })

  it('shows a case whose case.json is gone', async () => {
    const before = await start().loadCase('valid')
    await rm(inCase('case.json'))
    expect((await start().loadCase('valid'))?.linked.title).toBe(before?.linked.title)
  })

  it('has kept what was edited last, and has written only then, for its user alone', async () => {
    const store = start()
    await store.loadCase('valid')
    expect((await stat(stateFile())).mode & 0o777).toBe(0o600)
    const { ino } = await stat(stateFile())
    await edit('scenes.json', 'start', 'start')
    time = 1000
    await store.loadCase('valid')
    await start().loadCase('valid')
    expect((await stat(stateFile())).ino).toBe(ino)
    await edit('case.json', 'The ferry', 'The boat')
    time = 2000
    await store.loadCase('valid')
    await writeFile(inCase('case.json'), '')
    expect((await start().loadCase('valid'))?.linked.title).toBe('The boat')
  })

  it('knows nothing of a case that was taken away, nor of another data folder’s', async () => {
    await start().loadCase('valid')
    await createCaseStore(data, { now, kept: createLastValidStore(state(), 'elsewhere') }).loadCase('valid')
    await spoil()
    expect((await start().loadCase('valid'))?.linked.scenes).toEqual([])
    await rename(inCase(), path.join(data, 'gone'))
    await start().listCases()
    expect(await readdir(state())).toEqual([])
  })

  it('does without a file that was too large to keep', async () => {
    await start(5000).loadCase('valid')
    const kept = JSON.parse(await readFile(stateFile(), 'utf8')).files
    expect(Object.keys(kept).length).toBeGreaterThan(0)
    expect(Object.values(kept).join('').length).toBeLessThanOrEqual(5000)
  })

  it.each(['', '{"data":', '{"data":1,"files":{}}'])('reads its files where %j was kept, and says so', async (text) => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    await mkdir(state(), { recursive: true })
    await writeFile(stateFile(), text)
    expect((await start().loadCase('valid'))?.linked.setAside).toEqual([])
    expect(console.error).toHaveBeenCalledOnce()
    vi.restoreAllMocks()
  })

  it('reads its files where nothing can be kept, and says so once', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    await writeFile(path.join(data, 'state'), '')
    const store = start()
    expect(await store.loadCase('valid')).not.toBeNull()
    await edit('case.json', 'The ferry', 'The boat')
    time = 1000
    expect((await store.loadCase('valid'))?.linked.title).toBe('The boat')
    expect(vi.mocked(console.error).mock.calls.map(([words]) => words)).toContainEqual(
      expect.stringContaining('cannot be kept'),
    )
    vi.restoreAllMocks()
  })
})
