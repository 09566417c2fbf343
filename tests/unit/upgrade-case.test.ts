import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { upgradeCase, upgradeFiles } from '@/lib/command/verbs/upgrade'
import { linkCase } from '@/lib/derive/link-case'
import { readCaseFiles } from '@/lib/server/case-folder'
import { oldCase, oldFiles, part, validFiles } from './read-fixture'

let folder = { id: 'valid', path: '' }
const inCase = (file: string) => path.join(folder.path, file)

beforeEach(async () => {
  folder = { id: 'valid', path: await mkdtemp(path.join(tmpdir(), 'caseboard-')) }
  await cp(oldCase, folder.path, { recursive: true })
})

afterEach(() => rm(folder.path, { recursive: true }))

const load = async () => {
  const { records, setAside } = part(await readCaseFiles(folder))
  if (records === null) throw new Error('the case is lost')
  return { records, setAside }
}

describe('case -- upgrade', () => {
  it('says which files it changed, and how many records of each', async () => {
    expect(await upgradeCase(folder)).toEqual([
      'valid: case.json: 1 record in today’s form',
      'valid: events.json: 2 records in today’s form',
      'valid: figures.json: 7 records in today’s form',
      'valid: layers/border-queue.geojson: 1 record in today’s form',
      'valid: layers/departures.geojson: 1 record in today’s form',
      'valid: layers/seismic-events.geojson: 1 record in today’s form',
      'valid: layers.json: 9 records in today’s form',
    ])
  })

  it('leaves the case as it loads, but that its questions say what they measure', async () => {
    const before = await load()
    await upgradeCase(folder)
    const after = await load()
    expect(after.setAside).toEqual([])
    const { questions: _, ...head } = before.records.head
    expect(after.records).toMatchObject({ ...before.records, head })
    const link = ({ records }: typeof before) => linkCase(records, [], [], { case: 'v', layers: new Map() })
    expect(link(after)).toEqual(link(before))
    expect(after.records.head.questions.map(({ measures }) => measures)).toEqual([
      'count',
      'length',
      'length',
      'magnitude',
    ])
  })

  it('changes nothing a second time, and nothing of a case of today', async () => {
    await upgradeCase(folder)
    const read = async () => new Map(await readCaseFiles(folder))
    const once = await read()
    expect(await upgradeCase(folder)).toEqual([])
    expect(await read()).toEqual(once)
    expect(upgradeFiles(validFiles())).toEqual([])
  })

  it('writes nothing into a file that needs no change, and leaves nothing else behind', async () => {
    const names = await readdir(folder.path, { recursive: true })
    await upgradeCase(folder)
    const kept = ['actors.json', 'quotations.json', 'sources.json', 'layers/nord-stream-leaks.geojson']
    for (const file of kept) expect(await readFile(inCase(file), 'utf8'), file).toBe(oldFiles().get(file))
    const expected = [...names, 'layers.json']
    expect((await readdir(folder.path, { recursive: true })).toSorted()).toEqual(expected.toSorted())
  })

  it('writes JSON with two spaces, and of a layer only what sizes its places', async () => {
    await upgradeCase(folder)
    const figures = await readFile(inCase('figures.json'), 'utf8')
    expect(figures).toBe(`${JSON.stringify(JSON.parse(figures), null, 2)}\n`)
    expect(await readFile(inCase('layers/border-queue.geojson'), 'utf8')).toBe(
      oldFiles().get('layers/border-queue.geojson')?.replace('"sizedBy": "queue-12"', '"sizedBy": ["queue-12"]'),
    )
  })

  it('leaves what is no JSON as it is, and does the rest', async () => {
    await writeFile(inCase('events.json'), '[{"id":')
    await writeFile(inCase('layers/seismic-events.geojson'), '{')
    const lines = await upgradeCase(folder)
    expect(lines).toHaveLength(5)
    expect(await readFile(inCase('events.json'), 'utf8')).toBe('[{"id":')
    expect(await readFile(inCase('layers/seismic-events.geojson'), 'utf8')).toBe('{')
  })

  it('keeps records that are broken otherwise, for the check to tell of', async () => {
    await writeFile(inCase('figures.json'), '[5, {"id": "x", "maker": "office", "colour": "red"}]')
    await upgradeCase(folder)
    expect(JSON.parse(await readFile(inCase('figures.json'), 'utf8'))).toEqual([
      5,
      { id: 'x', colour: 'red', by: 'office' },
    ])
  })
  it('upgrades records that stand in an object, and keeps the schema that it names', async () => {
    const record = { id: 'x', maker: 'office' }
    await writeFile(inCase('figures.json'), JSON.stringify({ $schema: '../figures.schema.json', records: [record] }))
    await upgradeCase(folder)
    expect(JSON.parse(await readFile(inCase('figures.json'), 'utf8'))).toEqual({
      $schema: '../figures.schema.json',
      records: [{ id: 'x', by: 'office' }],
    })
  })
})
