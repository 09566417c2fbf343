import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkCase } from '@/lib/command/check/check-case'
import { warnOfFolders } from '@/lib/command/check/warn-of-files'
import { copyData, setJson } from './command-kit'

let data = ''
let folder = { id: '', path: '' }
const inCase = (file: string) => `${folder.path}/${file}`
const check = async (isFull = false) => (await checkCase(folder, isFull)).lines
const warnings = async () => (await check()).filter((line) => line.startsWith('warning: '))

beforeEach(async () => {
  ;({ data, folder } = await copyData())
})
afterEach(() => rm(data, { recursive: true }))

describe('what is set aside', () => {
  it('is told as one fault, with what only names it counted below', async () => {
    await setJson(inCase('sources.json'), [1, 'publisher'], undefined)
    const [fault, count, summary, ...rest] = await check()
    expect(fault).toMatch(
      /valid\/sources\.json:\d+ \/1 \[shape\] bulletin: missing: publisher \(a text, as “Harbour office”\)$/,
    )
    expect(count).toMatch(/^ {4}and \d+ that name it \(.*\d figures.*\): mended with it; --all lists them$/)
    expect(summary).toMatch(/\d+ set aside \(1 at fault, \d+ that name them\)$/)
    expect(rest).toEqual([])
  })

  it('is listed in full where that is asked for', async () => {
    await setJson(inCase('sources.json'), [1, 'publisher'], undefined)
    const lines = await check(true)
    const listed = Number(/and (\d+) that/.exec(lines[1] ?? '')?.[1])
    const below = lines.filter((line) => / {4}\S+\/cases\/valid\/\S+:\d+ /.test(line))
    expect(below).toHaveLength(listed)
    expect(below.every((line) => line.includes('which was itself set aside'))).toBe(true)
    expect(lines).toHaveLength(listed + 3)
  })

  it('is not folded where it is at fault itself', async () => {
    await setJson(inCase('sources.json'), [1, 'publisher'], undefined)
    await setJson(inCase('actors.json'), [0, 'side'], 'nrth')
    const lines = await check()
    expect(lines.find((line) => line.includes('/0/side'))).toMatch(
      /names side “nrth”, which is not in this case; did you mean “north”\?$/,
    )
    expect(lines.at(-1)).toContain('(2 at fault, ')
  })

  it('is nothing in a good case', async () => {
    expect(await check()).toEqual([expect.stringMatching(/^valid: 5 quotations, .* 0 set aside$/)])
  })
})

describe('a warning', () => {
  it.each([
    ['figure.json', 'did you mean “figures.json”?'],
    ['figures.json.txt', 'did you mean “figures.json”?'],
    ['Figures.json', 'did you mean “figures.json”?'],
    ['ferries.geojson', 'a layer’s file lies in layers/'],
    ['report.pdf', 'a case is made of case.json, layers.json, sources.json'],
  ])('tells of the file %s, which is not read', async (name, words) => {
    await writeFile(inCase(name), '[]')
    expect(await warnings()).toEqual([
      expect.stringMatching(new RegExp(`valid/${name} \\[unknown-file\\] is no file of a case and is not read; `)),
    ])
    expect((await warnings())[0]).toContain(words)
    expect((await check()).at(-1)).toMatch(/ 0 set aside, 1 warning$/)
  })

  it('tells of a folder that is not read', async () => {
    await mkdir(inCase('layer'))
    expect(await warnings()).toEqual([
      expect.stringContaining('is no folder of a case and is not read; did you mean “layers”?'),
    ])
  })

  it.each(['REVIEW.md', '.figures.json.swp', 'figures.json~'])('says nothing of %s', async (name) => {
    await writeFile(inCase(name), '')
    expect(await warnings()).toEqual([])
  })

  it('tells of a crs, with its name and its line', async () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } }
    await setJson(inCase('layers/reactions.geojson'), ['crs'], crs)
    expect(await warnings()).toEqual([
      expect.stringMatching(
        /reactions\.geojson:\d+ \[crs\] the member “crs” \(urn:ogc:def:crs:EPSG::3857\) is not read: .*WGS 84/,
      ),
    ])
  })

  it('tells of a file of a layer that is fetched', async () => {
    const feed = { address: 'https://example.org/quakes', minutes: 5 }
    await setJson(inCase('layers.json'), [0, 'feed'], feed)
    expect(await warnings()).toEqual([
      expect.stringMatching(
        /layers\/annexed-oblasts\.geojson \[fed\] stands in only until https:\/\/example\.org\/quakes/,
      ),
    ])
    await rm(inCase('layers/annexed-oblasts.geojson'))
    expect(await warnings()).toEqual([])
  })

  it('says of a crs that is WGS 84 that it may be left out', async () => {
    await setJson(inCase('layers/reactions.geojson'), ['crs'], {
      properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' },
    })
    expect(await warnings()).toEqual([expect.stringContaining('may be left out')])
  })

  it('tells of what a collection holds beside its features, with what may have been meant', async () => {
    await setJson(inCase('layers/reactions.geojson'), ['feature'], [])
    await setJson(inCase('layers/reactions.geojson'), ['bbox'], [9, 55, 13, 58])
    expect(await warnings()).toEqual([
      expect.stringMatching(
        /reactions\.geojson:\d+ \[unknown-member\] the member “feature” of the collection is not read; did you mean “features”\?/,
      ),
    ])
  })

  it('tells of bounds that are latitude first, with how many places they would hold', async () => {
    const [west, south, east, north]: number[] = JSON.parse(await readFile(inCase('case.json'), 'utf8')).bounds
    await setJson(inCase('case.json'), ['bounds'], [south, west, north, east])
    expect(await warnings()).toContainEqual(
      expect.stringMatching(/case\.json \[swapped\] bounds: .* hold \d+ of the case’s places; .* would hold \d+/),
    )
  })

  it('tells of a place whose coordinates are swapped, with what they would be', async () => {
    await setJson(inCase('layers/reactions.geojson'), ['features', 0, 'geometry', 'coordinates'], [56.4, 10.5])
    expect(await warnings()).toEqual([
      expect.stringMatching(
        /reactions\.geojson:\d+ \[swapped\] capital: lies at longitude 56\.4, latitude 10\.5, far .*; as \[10\.5, 56\.4\] it would be among them/,
      ),
    ])
  })

  it('says nothing of a place that the first view shows where it is', async () => {
    await setJson(inCase('layers/reactions.geojson'), ['features', 0, 'geometry', 'coordinates'], [56.4, 10.5])
    await setJson(inCase('case.json'), ['bounds'], [8, 10, 57, 58])
    expect(await warnings()).toEqual([])
  })

  it('says nothing of a place that is far away, swapped or not', async () => {
    await setJson(inCase('layers/reactions.geojson'), ['features', 0, 'geometry', 'coordinates'], [-77, 38.9])
    expect(await warnings()).toEqual([])
  })
})

describe('a warning of what is drawn', () => {
  const point = { type: 'Point', coordinates: [10.5, 56.4] }
  const road = {
    type: 'LineString',
    coordinates: [
      [10.5, 56.4],
      [10.6, 56.5],
    ],
  }
  const collect = (...geometries: unknown[]) => ({ type: 'GeometryCollection', geometries })
  const at = ['features', 0, 'geometry']

  it('tells of a collection of which the mark draws a part, with what to do', async () => {
    await setJson(inCase('layers/reactions.geojson'), at, collect(point, road))
    expect(await warnings()).toEqual([
      expect.stringMatching(
        /reactions\.geojson:\d+ \[undrawn\] capital: a layer of mark “symbol” draws only 1 of 2 members of its GeometryCollection and leaves out LineString: give these a place in a layer of mark “line”$/,
      ),
    ])
  })

  it('tells of one of which it draws nothing, and not of one that it draws whole', async () => {
    await setJson(inCase('layers/reactions.geojson'), at, collect(road))
    expect(await warnings()).toEqual([expect.stringContaining('draws nothing of its GeometryCollection')])
    await setJson(inCase('layers/reactions.geojson'), at, collect(point, { ...point, coordinates: [10.6, 56.4] }))
    expect(await warnings()).toEqual([])
  })

  it('tells of categories that only hues tell apart, and not of those that a symbol does too', async () => {
    const layers: { id: string }[] = JSON.parse(await readFile(inCase('layers.json'), 'utf8'))
    const index = layers.findIndex(({ id }) => id === 'reactions')
    const values = [
      { value: 'a', name: 'Calm', hue: 'pine' },
      { value: 'b', name: 'Rough', hue: 'rose' },
      { value: 'c', name: 'Storm', hue: 'plum', symbol: 'dot' },
    ]
    await setJson(inCase('layers.json'), [index, 'categories'], { property: 'sea', values })
    expect(await warnings()).toEqual([
      expect.stringMatching(
        /layers\.json:\d+ \[alike\] reactions: only their hues tell “Calm”, “Rough” apart, and in grey they are the same: give each a “symbol” of its own$/,
      ),
    ])
    await setJson(inCase('layers.json'), [index, 'categories', 'values', 0, 'symbol'], 'bar')
    expect(await warnings()).toEqual([])
  })

  it('says of a symbol that there is none which may have been meant', async () => {
    const layers: { id: string }[] = JSON.parse(await readFile(inCase('layers.json'), 'utf8'))
    const index = layers.findIndex(({ id }) => id === 'reactions')
    await setJson(inCase('layers.json'), [index, 'symbol'], 'harbour')
    expect((await check())[0]).toContain('there is none called “harbour”; did you mean “harbor”? A dot stands in.')
    await setJson(inCase('layers.json'), [index, 'symbol'], 'zzyzx-road-sign')
    expect((await check())[0]).toContain('there is none called “zzyzx-road-sign”; a dot stands in.')
  })
})

describe('folders beside the cases', () => {
  it('are told of where their name is no id, with the id that it could be', async () => {
    await mkdir(`${data}/cases/My Case (1)`)
    await mkdir(`${data}/cases/.git`)
    expect(await warnOfFolders(data)).toEqual([
      expect.stringMatching(
        /cases\/My Case \(1\) \[folder\] is ignored: its name is no id .*: rename it to “my-case-1”$/,
      ),
    ])
  })

  it('are none where there are no cases at all', async () => {
    expect(await warnOfFolders(`${data}/nothing`)).toEqual([])
  })
})
