import fc from 'fast-check'
import { unparse } from 'papaparse'
import { describe, expect, it } from 'vitest'
import { isNothing } from '@/lib/import/columns/column-values'
import { CaseRoom } from '@/lib/import/convert/case-room'
import { tellChanges } from '@/lib/import/tell-outcome'
import { fileSource, newCaseFiles } from '@/lib/import/write/case-files'
import { designLayers } from '@/lib/import/write/design-layers'
import { judgeLayer } from '@/lib/import/write/judge-layer'
import { parseFiles } from '@/lib/server/parse-files'
import { bringText } from './import-kit'

const names = { id: 'rows', name: 'Rows', hue: 'azure', sourceId: 'rows-csv', file: 'rows.csv' } as const
const about = {
  id: 'own',
  title: 'Rows',
  file: 'rows.csv',
  date: '2030-03-05',
  sourceId: 'rows-csv',
  publisher: 'Somebody',
}

async function design(text: string, name = 'rows.csv') {
  const { prepared, collected } = await bringText(name, text)
  const layers = designLayers(collected, prepared.mapping, names)
  return { collected, layers, parsed: parseFiles('own', newCaseFiles(about, layers, collected)) }
}

const rows = (count: number, row: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => row(index)).join('\n')

describe('a layer of rows', () => {
  it('keeps a row that the case’s rules take a property from, and not one that they refuse', async () => {
    const { layers } = await design('name,lat,lng\nA,1,1\nB,1,2\nC,1,3')
    const [layer] = layers
    if (layer === undefined) throw new Error('no layer')
    const at = (index: number) => ({
      file: `layers/${layer.design.id}.geojson`,
      pointer: `/features/${index}/properties/words`,
      line: 1,
      id: null,
      rule: 'shape' as const,
    })
    const refused = judgeLayer(layer, () => [
      { ...at(0), reason: 'is a list', partly: true },
      { ...at(2), reason: 'is no place' },
    ])
    expect([...refused]).toEqual([[2, 'is no place']])
  })

  it('has circles where every row has a number above zero', async () => {
    const { layers } = await design(`name,lat,lng,count\n${rows(5, (at) => `R${at},1,${at},${at + 1}`)}`)
    expect(layers[0]?.design).toMatchObject({ mark: 'circle', size: { by: 'property', property: 'count' } })
  })

  it('has none where a zero would be a circle that nobody sees', async () => {
    const { layers } = await design(`name,lat,lng,count\n${rows(5, (at) => `R${at},1,${at},${at}`)}`)
    expect(layers[0]?.design).toMatchObject({ mark: 'symbol' })
    expect(layers[0]?.design.size).toBeUndefined()
  })

  it('tells its kinds apart in grey too, and leaves the rare ones to the layer’s own look', async () => {
    const { layers, parsed } = await design(`name,lat,lng,type\n${rows(90, (at) => `R${at},1,${at},kind ${at % 9}`)}`)
    const values = layers[0]?.design.categories?.values ?? []
    expect(values).toHaveLength(6)
    expect(new Set(values.map(({ symbol }) => symbol)).size).toBe(6)
    expect(new Set([...values.map(({ hue }) => hue), 'azure']).size).toBe(7)
    expect(parsed.setAside).toEqual([])
  })

  it('draws many points together', async () => {
    const { layers } = await design(`name,lat,lng\n${rows(1600, (at) => `R${at},1,${at / 10}`)}`)
    expect(layers[0]?.design.mark).toBe('cluster')
  })

  it('says what a column is, a number or a link, and no date twice', async () => {
    const { layers, parsed } = await design(
      'name,date,lat,lng,height,website\nA,2022-09-26,1,2,5,https://example.org\nB,2022-09-27,1,3,6,https://example.org\n',
    )
    expect(layers[0]?.design.fields).toEqual([
      { property: 'height', label: 'height', format: 'number' },
      { property: 'website', label: 'website', format: 'link' },
    ])
    expect(parsed.records?.layers[0]?.places[0]?.properties.fields).toEqual({
      date: '2022-09-26',
      height: 5,
      website: 'https://example.org',
    })
  })

  it('that is cut, unplaced or undated says so of how many rows', async () => {
    const long = 'x'.repeat(1200)
    const { collected } = await design(`name,date,lat,lng,remark\nA,2022-09-26 10:00,1,2,${long}\nB,,,,short\n`)
    expect(tellChanges(collected, undefined)).toEqual([
      '1 row: a time without its zone is left out, the day stays; say the zone to keep it',
      expect.stringMatching(/^1 row: column “remark” cut at 1000 characters$/),
      '1 row: no date; it is shown at any time',
      '1 row: no position; it is in the lists and not on the map',
    ])
  })
})

describe('what a file holds', () => {
  it('is what the layer holds, but for what was named', async () => {
    const cell = fc
      .string({ maxLength: 30, unit: 'grapheme' })
      .filter((text) => !isNothing(text) && !/^[−–]|\r/.test(text) && !text.includes(String.fromCharCode(0)))
    const table = fc.array(fc.record({ one: cell, two: cell, three: cell }), { minLength: 1, maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(table, async (records) => {
        const text = unparse([
          ['name', 'lat', 'lng', 'one', 'two', 'three'],
          ...records.map(({ one, two, three }, at) => [`Row ${at}`, '47.5', `${at}.25`, one, two, three]),
        ])
        const { features, faults } = await bringText('rows.csv', text, {
          mapping: {
            position: { kind: 'columns', lat: 'lat', lng: 'lng' },
            name: 'name',
            category: null,
            start: null,
            count: null,
          },
        })
        expect(faults).toEqual([])
        expect(features.map(({ properties }) => ['one', 'two', 'three'].map((key) => String(properties[key])))).toEqual(
          records.map(({ one, two, three }) => [one, two, three].map((each) => each.trim())),
        )
      }),
      { numRuns: 200 },
    )
  })
})

describe('whatever stands in a file', () => {
  it('makes a case that its own rules take', { timeout: 120_000 }, async () => {
    const column = fc.oneof(
      fc.constantFrom(
        '__proto__',
        'constructor',
        'code',
        'Note',
        'fields',
        'since',
        'until',
        'id',
        'kind',
        'accuracyKm',
        'sources',
        'source',
        'drawn',
        'rings',
        'date',
        'start',
        'end',
        'type',
        'count',
        'frame',
        'time_zone',
        'label',
        'description',
        'url',
      ),
      fc.string({ maxLength: 12 }),
    )
    const cell = fc.oneof(
      fc.string({ maxLength: 20, unit: 'binary' }).map((text) => text.replaceAll(String.fromCharCode(0), 'x')),
      fc.constantFrom(
        '2022',
        '-5',
        '0',
        '1e400',
        'NaN',
        '2022-09-26 10:00',
        '31.02.2022',
        'https://x.example',
        ' ',
        'true',
        '99999999999999999999',
        '03/04/2022',
      ),
      fc.string({ minLength: 990, maxLength: 1100 }),
    )
    const table = fc.tuple(
      fc.array(column, { maxLength: 8 }),
      fc.array(fc.array(cell, { maxLength: 8 }), { minLength: 1, maxLength: 8 }),
    )
    await fc.assert(
      fc.asyncProperty(table, async ([columns, cells]) => {
        const head = ['name', 'lat', 'lng', ...columns]
        const body = cells.map((row, at) => [`R${at}`, '1', `${at}`, ...row.slice(0, columns.length)])
        const { parsed } = await design(unparse([head, ...body]))
        expect(parsed.setAside).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('in GeoJSON, too', { timeout: 120_000 }, async () => {
    const properties = fc.dictionary(
      fc.oneof(
        fc.constantFrom('name', 'code', '__proto__', 'kind', 'date', 'source', 'note'),
        fc.string({ maxLength: 8 }),
      ),
      fc.jsonValue({ maxDepth: 3 }),
      { maxKeys: 8 },
    )
    const number = fc.double({ min: -180, max: 180, noNaN: true })
    const position = fc.tuple(number, fc.double({ min: -90, max: 90, noNaN: true }))
    const geometry = fc.oneof(
      fc.record({ type: fc.constant('Point'), coordinates: position }),
      fc.record({ type: fc.constant('LineString'), coordinates: fc.array(position, { minLength: 2, maxLength: 5 }) }),
      fc.record({
        type: fc.constant('Polygon'),
        coordinates: fc.array(fc.array(position, { minLength: 3, maxLength: 6 }), { minLength: 1, maxLength: 2 }),
      }),
      fc.constant(null),
    )
    const features = fc.array(fc.record({ type: fc.constant('Feature'), geometry, properties }), {
      minLength: 1,
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(features, async (list) => {
        const { parsed } = await design(JSON.stringify({ type: 'FeatureCollection', features: list }), 'a.geojson')
        expect(parsed.setAside).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

describe('the room of a case', () => {
  it('is not given beyond 16 MB, and then to no row of that kind', () => {
    const room = new CaseRoom()
    const text = 'x'.repeat(1_000_000)
    const taken = Array.from({ length: 20 }, () => room.take('points', text, 1))
    expect(taken.filter(Boolean)).toHaveLength(15)
    expect(room.isFull('points')).toBe(true)
    expect(room.take('areas', text, 1)).toBe(true)
  })
})

it('the source of a file that has no name is called by its id', () => {
  expect(fileSource({ ...about, file: ' ' }).title).toBe('rows-csv')
  expect(fileSource(about).title).toBe('rows.csv')
})
