import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkCase } from '@/lib/command/check/check-case'
import { layerSchema } from '@/lib/schema/layer'
import { copyData } from '../command/command-kit'

let folder = { id: '', path: '' }
let data = ''

const summary = {
  version: '0123456789ab',
  count: 5,
  bounds: [0, 0, 10, 10],
  maxZoom: 6,
  counts: [3, 2],
  time: { unit: 'month', first: '2030-01-01', count: 2 },
  started: [
    [1, 2],
    [2, 0],
  ],
}
const design = {
  id: 'incidents',
  name: 'Incidents',
  mark: 'cluster',
  hue: 'slate',
  source: 'tiles/incidents.pmtiles',
  categories: { property: 'kind', values: [{ value: 'Fire', name: 'Fire', hue: 'plum' }] },
}

beforeEach(async () => {
  ;({ data, folder } = await copyData())
  await mkdir(path.join(folder.path, 'tiles'))
})
afterEach(() => rm(data, { recursive: true }))

async function check(told: object | null, change: object = {}, name = 'incidents.json') {
  const file = path.join(folder.path, 'layers.json')
  const table = JSON.parse(await readFile(file, 'utf8'))
  const layers = (Array.isArray(table) ? table : table.records).filter(({ id }: { id: string }) => id !== design.id)
  await writeFile(file, JSON.stringify([...layers, { ...design, ...change }]))
  if (told !== null) await writeFile(path.join(folder.path, 'tiles', name), JSON.stringify(told))
  const { parted } = await checkCase(folder, false)
  const layer = parted.records?.layers.find(({ id }) => id === design.id)
  return { layer, told: parted.setAside.map(({ file: at, reason }) => `${at}: ${reason}`) }
}

describe('a layer whose source is tiles', () => {
  it('has what its summary tells, and no places of its own', async () => {
    const { layer, told } = await check({ $schema: '../x.schema.json', ...summary })
    expect(told).toEqual([])
    expect(layer).toMatchObject({ tiles: { count: 5 }, places: [] })
  })

  it('may be in the database, of which the summary is written by another verb', async () => {
    const { told } = await check(null, { source: 'database' })
    expect(told).toEqual([expect.stringContaining('is missing: “npm run case -- load”')])
    expect((await check(summary, { source: 'database' })).layer).toMatchObject({
      source: 'database',
      tiles: { count: 5 },
    })
  })

  it('is left out without a summary, and told how to get one', async () => {
    const { layer, told } = await check(null)
    expect(layer).toBeUndefined()
    expect(told).toEqual([
      expect.stringMatching(/^layers\.json: source: tiles\/incidents\.json.* is missing: “npm run case -- tile”/),
    ])
  })

  it.each([
    ['counts that do not come to the whole', { ...summary, count: 6 }],
    ['bins that are not as many as it says', { ...summary, started: [[1], [2]] }],
    ['bounds off the globe', { ...summary, bounds: [0, 0, 400, 10] }],
    ['a version that is none', { ...summary, version: '../../x' }],
    ['time without numbers', { ...summary, started: undefined }],
    ['no object', [1]],
  ])('is left out with %s', async (_, told) => {
    const outcome = await check(told)
    expect(outcome.layer).toBeUndefined()
    expect(outcome.told.join()).toContain('tiles/incidents.json')
  })

  it('has to be made anew when its categories are others', async () => {
    const { layer, told } = await check(summary, { categories: undefined })
    expect(layer).toBeUndefined()
    expect(told.join()).toContain('has not as many numbers as the layer has categories')
  })

  it('has to be drawn as what its tiles are made of', async () => {
    const { layer, told } = await check({ ...summary, shapes: 'area' })
    expect(layer).toBeUndefined()
    expect(told.join()).toContain('the tiles are made of areas, which the mark “cluster” does not draw')
    expect((await check(summary, { mark: 'line' })).told.join()).toContain('made of points, which the mark “line”')
    expect((await check({ ...summary, shapes: 'line' }, { mark: 'line' })).layer?.tiles?.shapes).toBe('line')
  })

  it('is named where a summary lies that none has', async () => {
    const { told } = await check(summary, { source: undefined, id: 'others' }, 'incident.json')
    expect(told.join()).toContain('tiles/incident.json: no layer of layers.json')
  })
})

describe('where tiles are', () => {
  const fits = (change: object) => layerSchema.safeParse({ ...design, ...change }).success

  it('is an archive of the case, the address of one, or an address of tiles', () => {
    for (const source of [
      'tiles/a-b.pmtiles',
      'https://tiles.example/a.pmtiles',
      'https://t.example/{z}/{x}/{y}.pbf?k=1',
    ])
      expect(fits({ source })).toBe(true)
    for (const source of [
      '/etc/passwd',
      'tiles/../x.pmtiles',
      'file:///x.pmtiles',
      'https://t.example/{z}/{x}',
      'javascript:{z}{x}{y}',
    ])
      expect(fits({ source })).toBe(false)
  })

  it('goes with circles, density, lines and areas, and no other mark', () => {
    const own = { categories: undefined }
    const marks = ['density', 'line', 'area', 'circle', 'flow', 'name'].map((mark) => fits({ mark, ...own }))
    expect(marks).toEqual([true, true, true, false, false, false])
  })
})
