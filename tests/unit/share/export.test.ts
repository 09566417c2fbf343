import { booleanClockwise } from '@turf/turf'
import { parse } from 'csv-parse/sync'
import type { Geometry, Position } from 'geojson'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { listRecords } from '@/lib/derive/case-records'
import { exportFeatures, type PlaceShapes, writeCsv } from '@/lib/derive/export-features'
import { exportColumns, exportRecords } from '@/lib/derive/export-records'
import { noFilter, type RecordFilter } from '@/lib/derive/record-filter'
import { countVisible, findAskedFor, findVisible } from '@/lib/derive/visible-records'
import { gatherGeometry } from '@/lib/geo/geometry-parts'
import { createCaseStore, type LoadedCase } from '@/lib/server/case-store'

let loaded: LoadedCase
let shapes: PlaceShapes

beforeAll(async () => {
  const found = await createCaseStore('data').loadCase('2022-10-annexation')
  if (found === null) throw new Error('the committed case is gone')
  loaded = found
  shapes = JSON.parse(String(found.shapes.body))
})

function show(filter: Partial<RecordFilter>) {
  const records = listRecords(loaded.linked)
  const query = { filter: { ...noFilter, ...filter }, time: null, hiddenLayers: [], placesWithin: null }
  const shown = findVisible(records, query)
  const link = (kind: string, id: string) => `https://board.example/?${kind}=${id}`
  const exported = exportRecords(loaded.linked, records, findAskedFor(shown, query.filter), link, () => '')
  return { shown, exported, count: countVisible(shown, query.filter) }
}

function table(filter: Partial<RecordFilter>): Record<string, string>[] {
  const csv = writeCsv(show(filter).exported.map(({ row }) => row))
  return z.array(z.record(z.string(), z.string())).parse(parse(csv, { bom: true, columns: true }))
}

describe('records as CSV', () => {
  it('are all there, with the columns in their order', () => {
    const rows = table({})
    const { places, quotations, statements, figures, events } = loaded.linked
    const statementRows = rows.filter(({ kind }) => kind === 'statement')
    expect(statementRows.map(({ id }) => id)).toEqual(statements.map(({ id }) => id))
    expect(rows).toHaveLength([places, quotations, statements, figures, events].flat().length)
    expect(Object.keys(rows[0] ?? {})).toEqual([...exportColumns])
  })

  it('are those that the filter lets through, and as many as it counts: places that only follow are none', () => {
    const filter = { sides: ['russia'], kinds: ['quotation', 'figure'] } as const
    const { shown, count } = show(filter)
    const rows = table(filter)
    expect(shown.place.size).toBeGreaterThan(0)
    expect(rows).toHaveLength(count)
    expect(table({ places: ['UA-65'] })).toHaveLength(show({ places: ['UA-65'] }).count)
    expect(rows.filter(({ kind }) => kind === 'quotation').map(({ id }) => id)).toEqual([...shown.quotation])
    expect(rows.filter(({ kind }) => kind === 'figure').map(({ id }) => id)).toEqual([...shown.figure])
    expect(rows.every(({ side }) => side === 'Russia')).toBe(true)
  })

  it('have each fact in its own cell', () => {
    const rows = table({})
    expect(rows.find(({ id }) => id === 'putin-forever')).toMatchObject({
      words: 'forever',
      who: 'Vladimir Putin',
      when: '2022-09-30',
      when_basis: 'record',
      start_utc: '2022-09-30T00:00:00.000Z',
      end_utc: '2022-10-01T00:00:00.000Z',
      place_ids: expect.stringContaining('UA-09; UA-14'),
      position_start: '392',
      position_end: '399',
      corroboration: 'same-words',
      link: 'https://board.example/?quotation=putin-forever',
    })
    expect(rows.find(({ id }) => id === 'left-220000')).toMatchObject({ value: '220000', low: '', unit: 'people' })
    expect(rows.find(({ id }) => id === 'UA-65')).toMatchObject({
      kind: 'place',
      end_utc: '',
      who: '',
      layers: 'annexed-oblasts',
      place_kind: 'Oblast of Ukraine',
      local_name: 'Херсонська область',
      schematic: 'false',
    })
  })

  it('say how far off the positions of their places may be, which is not said where one is not known', () => {
    const accuracyOf = new Map(loaded.linked.places.map(({ id, accuracyKm }) => [id, accuracyKm]))
    for (const { places, row } of show({}).exported) {
      const worst = places.map((id) => accuracyOf.get(id) ?? Number.NaN).reduce((a, b) => Math.max(a, b), 0)
      expect(row.accuracy_km).toBe(places.length === 0 || Number.isNaN(worst) ? undefined : worst)
    }
    expect(table({}).find(({ id }) => id === 'nord-stream-1')).toMatchObject({ schematic: 'true' })
  })

  it('cannot be run as formulas, and survive commas, quotation marks and line ends', () => {
    const run = ['=1+1', '+1', '-1', '@x', '\tx', '\r=1', '\n=1', '=HYPERLINK("x")\nfoo', '＝1+1', '-1, "a"\r\n=b']
    const plain = ['a, "b"\nc', 'a\n=1+1', 'Київ', '1-2']
    const csv = writeCsv([...run, ...plain].map((text) => ({ words: text })))
    const rows = z.array(z.record(z.string(), z.string())).parse(parse(csv, { bom: true, columns: true }))
    expect(rows.map((row) => row.words)).toEqual([...run.map((text) => `'${text}`), ...plain])
  })

  it('keep their numbers as numbers, negative ones too', () => {
    const csv = writeCsv([{ value: -5, low: -30.5, high: 0, words: '-5' }])
    const [row] = z.array(z.record(z.string(), z.string())).parse(parse(csv, { bom: true, columns: true }))
    expect(row).toMatchObject({ value: '-5', low: '-30.5', high: '0', words: "'-5" })
  })
})

/** Every ring of a geometry with whether it is a hole. */
function ringsOf(geometry: Geometry): { ring: Position[]; hole: boolean }[] {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(ringsOf)
  if (geometry.type === 'Polygon') return geometry.coordinates.map((ring, index) => ({ ring, hole: index > 0 }))
  if (geometry.type !== 'MultiPolygon') return []
  return geometry.coordinates.flatMap((rings) => rings.map((ring, index) => ({ ring, hole: index > 0 })))
}

describe('records as GeoJSON', () => {
  const collect = (filter: Partial<RecordFilter>) => {
    const { exported, count } = show(filter)
    return { exported, count, ...exportFeatures(loaded.linked, exported, shapes, 'OSM') }
  }

  it.each([{}, { sides: ['russia'] }])('are the rows of the table, each a feature: %o', (filter) => {
    const { features, exported, count } = collect(filter)
    expect(features).toHaveLength(count)
    expect(new Set(features.map(({ id }) => id)).size).toBe(count)
    for (const [index, { properties }] of features.entries()) {
      const row = exported[index]?.row ?? {}
      expect(properties).toEqual(Object.fromEntries(exportColumns.map((column) => [column, row[column] ?? null])))
    }
  })

  it('have the geometry of what they are about, and those about no place have none', () => {
    const { features } = collect({})
    const shapeOf = new Map(shapes.features.map(({ id, geometry }) => [id, geometry]))
    const geometryOf = (id: string) => features.find((feature) => feature.id === id)?.geometry
    expect(geometryOf('place/UA-65')).toEqual(shapeOf.get('UA-65'))
    expect(geometryOf('place/lars-queue-road')).toMatchObject({ type: 'LineString', coordinates: { length: 9 } })
    const placeless = { kind: 'event', id: 'x', places: [], row: { words: 'X' } } as const
    expect(exportFeatures(loaded.linked, [placeless], shapes, 'OSM').features).toMatchObject([
      { type: 'Feature', geometry: null, properties: { words: 'X' } },
    ])
    // Forever: said in Moscow, about the four oblasts.
    expect(geometryOf('quotation/putin-forever')).toMatchObject({
      type: 'GeometryCollection',
      geometries: [{ type: 'Point' }, { type: 'MultiPolygon' }],
    })
  })

  it('follow RFC 7946: no crs, the right-hand rule, boxes around each and around all', () => {
    const { features, bbox: all, ...collection } = collect({})
    expect(collection).not.toHaveProperty('crs')
    const rings = features.flatMap(({ geometry }) => (geometry === null ? [] : ringsOf(geometry)))
    expect(features.some(({ geometry }) => geometry?.type === 'MultiPolygon')).toBe(true)
    expect(rings.filter(({ ring, hole }) => booleanClockwise(ring) !== hole)).toEqual([])
    expect(rings.filter(({ ring }) => ring[0]?.join() !== ring.at(-1)?.join())).toEqual([])
    const [west = 0, south = 0, east = 0, north = 0] = all ?? []
    for (const { bbox } of features) {
      if (bbox === undefined) continue
      expect(bbox[0] >= west && bbox[1] >= south && (bbox[2] ?? 0) <= east && (bbox[3] ?? 0) <= north).toBe(true)
    }
  })

  it('have no box where there are none', () => {
    expect(collect({ speakers: ['nobody'] })).toMatchObject({ features: [] })
    expect(collect({ speakers: ['nobody'] })).not.toHaveProperty('bbox')
  })
})

describe('several geometries as one', () => {
  const at = (x: number): Geometry => ({ type: 'Point', coordinates: [x, 0] })
  const line: Geometry = {
    type: 'LineString',
    coordinates: [
      [0, 0],
      [1, 1],
    ],
  }
  it('are a collection only where they are of several types', () => {
    expect(gatherGeometry([])).toBeNull()
    expect(gatherGeometry([at(1)])).toEqual(at(1))
    expect(gatherGeometry([at(1), at(2)])).toEqual({
      type: 'MultiPoint',
      coordinates: [
        [1, 0],
        [2, 0],
      ],
    })
    const collection = gatherGeometry([at(1), line])
    expect(collection).toEqual({ type: 'GeometryCollection', geometries: [at(1), line] })
    expect(gatherGeometry([collection ?? line, line])).toMatchObject({
      geometries: [{ type: 'Point' }, { type: 'MultiLineString', coordinates: { length: 2 } }],
    })
  })
})
