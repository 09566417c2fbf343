import { describe, expect, it } from 'vitest'
import type { LayerDesign } from '@/lib/schema/layer'
import type { CaseFiles, Entry } from '@/lib/schema/parse-records'
import { readTiles } from '@/lib/schema/read-tiles'
import type { SetAside } from '@/lib/schema/records'
import { type Tiles, tilesSchema } from '@/lib/schema/tiles'

const summary: Tiles = {
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

describe('what is told of an archive of tiles', () => {
  const wrong = (change: object) =>
    tilesSchema
      .safeParse({ ...summary, ...change })
      .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? []
  const { time: _, started: _s, ...undated } = summary

  it('may have no time, or when things end beside when they begin', () => {
    expect(wrong({})).toEqual([])
    expect(tilesSchema.safeParse(undated).success).toBe(true)
    expect(wrong({ ended: summary.started })).toEqual([])
  })

  it('must add up, and says where it does not', () => {
    expect(wrong({ count: 4 })).toEqual(['counts must come to “count”'])
  })

  it.each(['started', 'ended'])('must have a number of what %s for each bin, by category', (name) => {
    const fault = `${name} must have a list for each category, with a number for each bin`
    expect(wrong({ [name]: [[1, 2]] })).toEqual([fault])
    expect(wrong({ [name]: [[1, 2], [2]] })).toEqual([fault])
    expect(
      wrong({
        [name]: [
          [1, 2],
          [2, 0, 0],
        ],
      }),
    ).toEqual([fault])
    expect(wrong({ [name]: [[], []] })).toEqual([fault])
  })

  it('must say when things begin where it has bins of time, and of which bins', () => {
    expect(wrong({ started: undefined })).toEqual(['started is missing, though there are bins of time'])
    expect(wrong({ time: undefined })).toEqual([
      'started must have a list for each category, with a number for each bin',
    ])
  })
})

const design = (change: Partial<LayerDesign> = {}): Entry<LayerDesign> => {
  const record = { id: 'incidents', source: 'tiles/incidents.pmtiles', categories: { values: [{}] }, ...change }
  const text = JSON.stringify(record)
  const slice = { text, offset: 0, line: 4, pointer: '/0' }
  return { record: record as LayerDesign, position: { file: 'layers.json', slice, base: [], id: record.id } }
}

function read(files: Record<string, string>, ...designs: Entry<LayerDesign>[]) {
  const setAside: SetAside[] = []
  const byName: CaseFiles = new Map(Object.entries(files))
  const tiles = readTiles(byName, designs, setAside)
  return { ids: [...tiles.keys()], tiles, setAside, told: setAside.map(({ file, rule }) => `${file} ${rule}`) }
}

const file = 'tiles/incidents.json'
const text = JSON.stringify(summary)

describe('a layer on tiles', () => {
  it('has what its own file tells, whatever schema that names', () => {
    const { tiles, setAside } = read(
      { [file]: JSON.stringify({ $schema: '../tiles.schema.json', ...summary }) },
      design(),
    )
    expect(tiles.get('incidents')).toEqual(summary)
    expect(setAside).toEqual([])
  })

  it('has none without the file, and is told where it is named and how to write it', () => {
    const { ids, setAside } = read({}, design())
    expect(ids).toEqual([])
    expect(setAside).toMatchObject([{ file: 'layers.json', pointer: '/0/source', line: 4, rule: 'reference' }])
    expect(setAside[0]?.reason).toContain('tiles/incidents.json, which says what is on the tiles, is missing')
    expect(setAside[0]?.reason).toContain('“npm run case -- tile”')
    expect(read({}, design({ source: 'database' })).setAside[0]?.reason).toContain('“npm run case -- load”')
  })

  it('has none of a file that cannot be read, is a list or says something else', () => {
    for (const bad of ['{', '[]', '[1]', '3', '{}', JSON.stringify({ ...summary, count: 6 })]) {
      const { ids, setAside } = read({ [file]: bad }, design())
      expect([bad, ids]).toEqual([bad, []])
      expect(setAside.map((each) => each.file)).toEqual([file])
    }
  })

  it('has none of tiles that were made for other categories', () => {
    const others = { property: 'kind', values: [{}, {}] } as unknown as NonNullable<LayerDesign['categories']>
    const { ids, setAside } = read({ [file]: text }, design({ categories: others }))
    expect(ids).toEqual([])
    expect(setAside).toMatchObject([{ file, pointer: '/counts', rule: 'shape' }])
    expect(setAside[0]?.reason).toContain('make the tiles anew with “npm run case -- tile”')
    expect(read({ [file]: text }, design({ categories: undefined })).ids).toEqual([])
    const one = JSON.stringify({ ...summary, counts: [5], started: [[3, 2]] })
    expect(read({ [file]: one }, design({ categories: undefined })).ids).toEqual(['incidents'])
  })

  it('costs no other one its tiles', () => {
    const { ids, told } = read({ 'tiles/fires.json': text }, design(), design({ id: 'fires' }))
    expect(ids).toEqual(['fires'])
    expect(told).toEqual(['layers.json reference'])
  })
})

describe('a file of tiles that no layer has', () => {
  it('is set aside, and names the layer that it looked for', () => {
    const { setAside } = read({ 'tiles/others.json': text, [file]: text }, design())
    expect(setAside).toMatchObject([{ file: 'tiles/others.json', rule: 'unknown-layer' }])
    expect(setAside[0]?.reason).toContain('“others”')
  })

  it('is that of a layer with places of its own, too', () => {
    const { ids, told } = read({ [file]: text }, design({ source: undefined }))
    expect([ids, told]).toEqual([[], [`${file} unknown-layer`]])
  })

  it('is nothing that lies elsewhere or is called otherwise', () => {
    const files = [
      'layers/tiles/a.json',
      'tiles/a.jsonc',
      'tiles/a.pmtiles',
      'tiles/.json',
      'tiles.json',
      'figures.json',
    ]
    expect(read(Object.fromEntries(files.map((name) => [name, text]))).setAside).toEqual([])
  })
})
