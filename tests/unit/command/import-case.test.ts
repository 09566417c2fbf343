import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkCase } from '@/lib/command/check/check-case'
import { importVerb } from '@/lib/command/verbs/import'
import { buildCase } from '@/lib/server/build-case'
import { copyData, run } from './command-kit'

let data = ''
const before = process.env.CASEBOARD_DATA
const printed: string[] = []
const [log, error] = [console.log, console.error]

beforeEach(async () => {
  ;({ data } = await copyData())
  process.env.CASEBOARD_DATA = data
  printed.length = 0
  console.log = console.error = (line: unknown) => void printed.push(String(line))
})
afterEach(async () => {
  console.log = log
  console.error = error
  if (before === undefined) delete process.env.CASEBOARD_DATA
  else process.env.CASEBOARD_DATA = before
  await rm(data, { recursive: true })
})

const folder = (id: string) => ({ id, path: path.join(data, 'cases', id) })
const check = (id: string) => checkCase(folder(id), false)
const read = async (id: string, file: string): Promise<string> => readFile(path.join(data, 'cases', id, file), 'utf8')

async function bring(text: string, options: Record<string, string | boolean> = {}, name = 'Harbour incidents.csv') {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'import-')), name)
  await writeFile(file, text)
  return importVerb.run([file], options)
}

const table = [
  'date;lat;lng;title;type;killed;notes',
  '26.09.2022;55,5;15,7;First leak;leak;1;Words',
  '27.09.2022;55,6;15,8;Second leak;leak;2;Words',
  '28.09.2022;55,7;15,9;A quake;quake;3;Words',
].join('\n')

describe('a file without a case', () => {
  it('becomes a small case that passes the check', async () => {
    expect(await bring(table)).toBe(0)
    const { lines, parted } = await check('harbour-incidents')
    expect(parted.setAside).toEqual([])
    expect(lines).toEqual([
      'harbour-incidents: 0 quotations, 0 figures, 0 events, 0 statements, 0 actors, 1 source, 0 scenes, 3 places in 1 layer, 0 set aside',
    ])
    expect(parted.records?.head).toMatchObject({
      title: 'Harbour incidents',
      period: '2022-09-26/2022-09-28',
      source: 'harbour-incidents-csv',
    })
  })

  it('can be shown: its rows have dates, fields and a place', async () => {
    await bring(table)
    const { parted } = await check('harbour-incidents')
    if (parted.records === null) throw new Error('the case is lost')
    const { linked } = buildCase(parted.records, [], [], new Map())
    expect(linked.places).toHaveLength(3)
    expect(linked.places[0]).toMatchObject({ name: 'First leak', kind: 'leak', note: 'Words' })
    expect(linked.layers[0]).toMatchObject({ mark: 'circle', size: { property: 'killed' }, time: { property: 'date' } })
  })

  it('leaves a case that is there alone', async () => {
    await bring(table)
    await expect(bring(table)).rejects.toThrow('is already there')
    expect((await readdir(path.join(data, 'cases'))).filter((name) => name.startsWith('.'))).toEqual([])
  })
})

describe('a file into a case', () => {
  it('becomes a layer of it, and all else stays as it was', async () => {
    const [cases, layers] = [await read('valid', 'case.json'), await read('valid', 'layers.json')]
    const setAside = (await check('valid')).parted.setAside
    expect(await bring(table, { into: 'valid', layer: 'incidents', count: 'none' })).toBe(0)
    const { parted } = await check('valid')
    expect(parted.setAside).toEqual(setAside)
    const layer = parted.records?.layers.find(({ id }) => id === 'incidents')
    expect(layer?.places).toHaveLength(3)
    expect(layer).toMatchObject({ mark: 'symbol', categories: { property: 'type' }, time: { property: 'date' } })
    expect(await read('valid', 'case.json')).toBe(cases)
    expect((await read('valid', 'layers.json')).startsWith(layers.trimEnd().slice(0, -10))).toBe(true)
  })

  it('needs to be told to replace one that is there', async () => {
    await bring(table, { into: 'valid', layer: 'incidents' })
    await expect(bring(table, { into: 'valid', layer: 'incidents' })).rejects.toThrow('has a layer incidents already')
    expect(
      await bring(`${table}\n29.09.2022;55,8;16;Fourth;leak;1;x`, { into: 'valid', layer: 'incidents', replace: true }),
    ).toBe(0)
    const { parted } = await check('valid')
    expect(parted.records?.layers.find(({ id }) => id === 'incidents')?.places).toHaveLength(4)
    expect(parted.records?.sources.filter(({ title }) => title === 'Harbour incidents.csv')).toHaveLength(1)
  })

  it('names a case that may have been meant', async () => {
    expect(await bring(table, { into: 'valit' })).toBe(1)
    expect(printed.join('\n')).toContain('did you mean “valid”?')
  })
})

describe('what is wrong', () => {
  it('is named row by row, the good ones go on, and the exit code says so', async () => {
    expect(await bring(`${table}\n31.02.2022;55;16;Bad;leak;1;x\n29.09.2022;north;16;Bad;leak;1;x`)).toBe(1)
    expect(printed).toContain(
      'Harbour incidents.csv, row 5, column “date”: “31.02.2022” is no day: month 2 of 2022 has 28 days',
    )
    expect(printed).toContain(
      'Harbour incidents.csv, row 6, column “lat”: “north” is no latitude: write it as 47.8388, or 47°50′20″N',
    )
    expect((await check('harbour-incidents')).parted.records?.layers[0]?.places).toHaveLength(3)
  })

  it('in what the case’s rules refuse, too: the check passes on what is written', async () => {
    const ring = [
      [0, 0],
      [1, 1],
      [0, 0],
      [0, 0],
    ]
    const area = (coordinates: unknown, name: string) => ({
      type: 'Feature',
      geometry: { type: 'Polygon', coordinates: [coordinates] },
      properties: { name },
    })
    const good = area(
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
      'Good',
    )
    await bring(
      JSON.stringify({ type: 'FeatureCollection', features: [good, area(ring, 'Flat')] }),
      {},
      'areas.geojson',
    )
    expect((await check('areas')).parted.setAside).toEqual([])
  })

  it('in an option is told with the column that was meant', async () => {
    await expect(bring(table, { lat: 'latt', lng: 'lng' })).rejects.toThrow(
      '--lat: there is no column “latt”; did you mean “lat”?',
    )
    await expect(bring(table, { zone: 'Kiev' })).rejects.toThrow('--zone is an offset')
  })

  it('is asked where nobody can know it, and nothing is written', async () => {
    expect(await bring('date,lat,lng,name\n03/04/2022,1,2,A')).toBe(1)
    expect(printed.join('\n')).toContain('say it with --dates dmy or --dates mdy')
    expect(await readdir(path.join(data, 'cases'))).not.toContain('harbour-incidents')
    expect(await bring('date,lat,lng,name\n03/04/2022,1,2,A', { dates: 'dmy' })).toBe(0)
  })

  it('is not that nothing has a position, where that is said', async () => {
    expect(await bring('date,headline\n2022-09-26,A\n')).toBe(1)
    expect(printed.join('\n')).toContain('or say --position none')
    expect(await bring('date,headline\n2022-09-26,A\n', { position: 'none' })).toBe(0)
    expect((await check('harbour-incidents')).parted.records?.layers[0]?.places[0]?.geometry).toBeNull()
  })

  it('finds places by name, and names those that several have', async () => {
    expect(await bring('city,name\nCopenhagen,A\nNowhereville,B\n', { place: 'city' })).toBe(1)
    expect(printed.join('\n')).toContain(
      'row 3, column “city”: “Nowhereville” is no place that the gazetteer of the map has',
    )
    expect((await check('harbour-incidents')).parted.records?.layers[0]?.places[0]?.geometry?.type).toBe('Point')
  })
})

describe('npm run case -- import', { timeout: 60_000 }, () => {
  it('says what it takes, and what a file is that it cannot read', async () => {
    expect((await run(data, 'import', '--help')).out).toContain('usage: npm run case -- import <file>')
    const file = path.join(data, 'a.gpkg')
    await writeFile(file, 'SQLite format 3\u0000')
    const { code, out } = await run(data, 'import', file)
    expect(out).toContain('a.gpkg is a GeoPackage or another SQLite database, which is not read: open it in QGIS')
    expect(code).toBe(1)
  })
})
