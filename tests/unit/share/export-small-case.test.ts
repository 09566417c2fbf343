import { beforeEach, describe, expect, it } from 'vitest'
import { listRecords } from '@/lib/derive/case-records'
import { exportFeatures, type PlaceShapes, writeCsv } from '@/lib/derive/export-features'
import { columnsOf, type ExportedRecord, exportColumns, exportRecords } from '@/lib/derive/export-records'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { findAskedFor, findVisible } from '@/lib/derive/visible-records'
import { document, evidenceRecord } from '../../evidence-files'
import { asking } from '../filter-kit'
import { linkRecords, withPlace } from '../linked-fixture'
import { validRecords } from '../read-fixture'
import { linkRows, row as rowFeature } from '../row-kit'

const fileAt = ({ sha256 }: { sha256: string }) => `https://board.example/evidence/${sha256}`

type Query = Parameters<typeof asking>[0]

function send(linked: LinkedCase, filter: Query = {}): ExportedRecord[] {
  const records = listRecords(linked)
  const query = asking(filter)
  const wanted = findAskedFor(findVisible(records, query), query.filter)
  return exportRecords(linked, records, wanted, (kind, id) => `https://board.example/?${kind}=${id}`, fileAt)
}

// Sent for each test: what is worked out while the file loads is no test's own.
let exported: ExportedRecord[]
beforeEach(() => {
  exported = send(linkRecords().linked)
})

function rowOf(kind: string, id: string, of = exported) {
  const found = of.find((record) => record.kind === kind && record.id === id)
  if (found === undefined) throw new Error(`no row of ${kind} ${id}`)
  return found.row
}

describe('the row of', () => {
  it('a quotation has its words, who said them for which side, when, and where in which document they stand', () => {
    expect(rowOf('quotation', 'ice')).toMatchObject({
      kind: 'quotation',
      id: 'ice',
      words: 'before the ice comes',
      who: 'A. Governor',
      role: 'Governor of Northmark',
      side: 'Northmark',
      when: '2030-03-05',
      when_basis: 'record',
      start_utc: '2030-03-05T00:00:00.000Z',
      end_utc: '2030-03-06T00:00:00.000Z',
      corroboration: 'same-words',
      source: 'The ferry sails',
      publisher: 'The Invented Post',
      address: 'https://example.org/report',
      exact: 'before the ice comes',
      prefix: 'e ferry would sail “',
      suffix: '”. The harbour “will',
      position_start: 69,
      position_end: 89,
      link: 'https://board.example/?quotation=ice',
    })
    // Nobody said when: the times are those of the document, and the row says so.
    expect(rowOf('quotation', 'before')).toMatchObject({
      when: undefined,
      when_basis: 'publication',
      start_utc: '2030-03-11T00:00:00.000Z',
    })
  })

  it('a term that is nobody’s speech names nobody', () => {
    expect(rowOf('quotation', 'winter')).toMatchObject({ who: '', role: '', side: '', corroboration: '' })
  })

  it('a statement has its hedge and its condition, and who said it', () => {
    expect(rowOf('statement', 'ferry-sails')).toMatchObject({
      words: 'The ferry would sail before the ice comes.',
      hedge: 'would',
      condition: 'before the ice comes',
      who: 'A. Governor',
      when: '2030-03-05',
      source: 'The ferry sails',
      exact: 'the ferry would sail',
    })
  })

  it('a figure has its number or both ends of its range, its unit and hedge, its maker and who passed it on', () => {
    expect(rowOf('figure', 'crossed-office')).toMatchObject({
      words: 'people who crossed',
      value: 1200,
      low: undefined,
      high: undefined,
      unit: 'people',
      qualifier: 'about',
      status: 'official',
      who: 'Harbour office',
      via: '',
      when: '2030-03-10',
      source: 'The ferry sails',
      places: 'harbour; arc-south',
      place_ids: 'harbour; arc-south',
      layers: 'border-crossings; arrivals',
    })
    expect(rowOf('figure', 'crossed-union')).toMatchObject({
      value: undefined,
      low: 900,
      high: 1400,
      who: 'Dockers’ union',
      via: 'Harbour office',
    })
    // What we work out ourselves stands in no document.
    expect(rowOf('figure', 'crossed-difference')).toMatchObject({ source: '', exact: undefined, who: 'Caseboard' })
  })

  it('an event has its title, its day and who took part', () => {
    expect(rowOf('event', 'sailing')).toMatchObject({
      words: 'The governor speaks',
      when: '2030-03-05',
      who: 'A. Governor',
      places: 'capital',
      exact: 'on Tuesday',
      source: 'The ferry sails',
    })
  })

  it('every record but a place says how many reports carry it, and from how many origins', () => {
    for (const { kind, row } of exported) {
      if (kind === 'place') continue
      expect(row.reports, `${kind} ${row.id}`).toBeGreaterThanOrEqual(0)
      expect(row.origins, `${kind} ${row.id}`).toBeLessThanOrEqual(Number(row.reports))
    }
    expect(rowOf('figure', 'crossed-office').reports).toBeGreaterThan(1)
  })

  it('a place has what it is, how that is known, its sources and how large it was measured', () => {
    const change = { localName: { text: 'Hafen', language: 'de' }, code: 'XX-1', since: '2030-03-01', note: 'A pier.' }
    const place = rowOf('place', 'harbour', send(linkRecords(withPlace('harbour', change)).linked))
    expect(place).toMatchObject({
      words: 'harbour',
      place_kind: 'Invented place',
      local_name: 'Hafen',
      code: 'XX-1',
      when: '2030-03-01',
      note: 'A pier.',
      position_basis: 'Invented',
      source: 'Bulletin',
      publisher: 'Harbour office',
      address: '',
      accuracy_km: 1,
      schematic: false,
      layers: 'border-crossings',
      who: '',
    })
    expect(place.measured_area_km2).toBeUndefined()
    expect(rowOf('place', 'area-1').measured_area_km2).toBeCloseTo(7002, -2)
    // It is there for all of time: no moment is made up for it.
    expect(rowOf('place', 'capital')).toMatchObject({ start_utc: undefined, end_utc: undefined, when: undefined })
  })

  it('a record keeps the notes that its editor wrote', () => {
    const records = validRecords()
    const noted = <T extends object>(list: readonly T[]) => list.map((each) => ({ ...each, note: 'Read twice.' }))
    const { quotations, statements, figures, events } = records
    const all = {
      quotations: noted(quotations),
      statements: noted(statements),
      figures: noted(figures),
      events: noted(events),
    }
    const rows = send(linkRecords({ ...records, ...all }).linked).filter(({ kind }) => kind !== 'place')
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter(({ row }) => row.note !== 'Read twice.')).toEqual([])
  })
})

describe('where a row says that it is', () => {
  it('is as exact as the least exact of its places, and not said where of one that is not known', () => {
    const about = (accuracyKm: number | null) =>
      rowOf('quotation', 'wait', send(linkRecords(withPlace('harbour', { accuracyKm })).linked)).accuracy_km
    expect(about(7)).toBe(7)
    expect(about(0.5)).toBe(1)
    expect(about(null)).toBeUndefined()
    expect(rowOf('quotation', 'winter').accuracy_km).toBeUndefined()
  })

  it('is schematic where one of its places is, and neither where it is about none', () => {
    expect(rowOf('place', 'coast-road').schematic).toBe(true)
    expect(rowOf('figure', 'queue-12').schematic).toBe(true)
    expect(rowOf('quotation', 'ice').schematic).toBe(false)
    expect(rowOf('quotation', 'winter').schematic).toBeUndefined()
    const linked = linkRecords(withPlace('capital', { schematic: true })).linked
    expect(rowOf('quotation', 'wait', send(linked)).schematic).toBe(true)
  })
})

describe('fields that rows have of their own', () => {
  const features = [
    rowFeature({ name: 'A fire', date: '2030-03-01', count: 3 }),
    rowFeature({ name: 'A flood', reporter: 'Post' }, { geometry: null }),
  ]

  it('are columns after all others, each once, as they come', () => {
    const sent = send(linkRows([...features, rowFeature({ name: 'A frost', count: 4 })]).linked)
    expect(columnsOf(sent)).toEqual([...exportColumns, 'field_count', 'field_reporter'])
    expect(columnsOf(exported)).toEqual([...exportColumns])
    const fire = sent.find(({ row }) => row.words === 'A fire')?.row
    expect(fire).toMatchObject({ field_count: 3, when: '2030-03-01', start_utc: '2030-03-01T00:00:00.000Z' })
    expect(fire).not.toHaveProperty('field_reporter')
  })

  it('are those that their layer lists, where it lists some', () => {
    const { linked } = linkRows(features, { fields: [{ property: 'reporter', label: 'Who' }] })
    expect(columnsOf(send(linked)).slice(exportColumns.length)).toEqual(['field_reporter'])
  })
})

describe('what a row cannot name', () => {
  it('is written as its id, so that nothing is lost', () => {
    const { linked } = linkRecords()
    const none = { ...linked, actors: [], sources: [] }
    expect(rowOf('figure', 'crossed-union', send(none))).toMatchObject({
      who: 'union',
      via: 'office',
      role: '',
      source: 'report',
      publisher: '',
    })
    // Of two documents one hangs on a wall: what it has no address for leaves no gap.
    const both = rowOf(
      'place',
      'harbour',
      send(linkRecords(withPlace('harbour', { sources: ['bulletin', 'report'] })).linked),
    )
    expect(both).toMatchObject({ source: 'Bulletin; The ferry sails', address: 'https://example.org/report' })
    const noSides = { ...linked, sides: [] }
    expect(rowOf('quotation', 'ice', send(noSides)).side).toBe('north')
  })

  it('is no quotation where the passage is only our note', () => {
    const { linked } = linkRecords()
    const statements = linked.statements.map((each) => ({
      ...each,
      passage: { ...each.passage, noted: true as const },
    }))
    expect(rowOf('statement', 'ferry-sails', send({ ...linked, statements }))).toMatchObject({
      source: 'The ferry sails',
      exact: undefined,
      prefix: undefined,
      suffix: undefined,
      position_start: undefined,
      position_end: undefined,
    })
  })
})

describe('the records of a small case on their way out', () => {
  it('are those that were asked for, and no others', () => {
    const { linked } = linkRecords()
    expect(send(linked, { kinds: ['event'] }).map(({ id }) => id)).toEqual(['sailing', 'winter-begins'])
    const ids = send(linked, { speakers: ['ferryman'], kinds: ['quotation'] }).map(({ id }) => id)
    expect(ids).toEqual(['before', 'again'])
  })

  it('leave out a record that the case does not have', () => {
    const { linked } = linkRecords()
    const without = { ...linked, events: [] }
    const records = listRecords(linked)
    const wanted = findAskedFor(findVisible(records, asking({})), asking({}).filter)
    const sent = exportRecords(without, records, wanted, () => '', fileAt)
    expect(sent.some(({ kind }) => kind === 'event')).toBe(false)
    expect(sent).toHaveLength(records.length - linked.events.length)
  })

  it('name what shows a record, with its address', () => {
    const { linked } = linkRecords()
    const type = 'application/pdf' as const
    const { sha256, ...record } = evidenceRecord(document, type)
    const kept = { ...record, sha256, type, file: { type, bytes: document.length, sha256 } }
    const sent = send({ ...linked, evidence: [kept] })
    expect(rowOf('event', 'sailing', sent).evidence).toBe(`${record.title}: https://board.example/evidence/${sha256}`)
    expect(sent.filter(({ row }) => row.evidence !== undefined)).toHaveLength(1)
  })

  it('are a line of CSV each, after one with the columns', () => {
    const csv = writeCsv(exported.map(({ row }) => row))
    expect(csv.charCodeAt(0)).toBe(0xfeff)
    const lines = csv.slice(1).split('\r\n')
    expect(lines[0]).toBe(exportColumns.join(','))
    expect(lines).toHaveLength(exported.length + 2)
    expect(lines.at(-1)).toBe('')
  })

  it('are no formulas, whatever sign they begin with, and their numbers stay numbers', () => {
    const cell = (words: string | number) => writeCsv([{ words }], ['words']).split('\r\n')[1]
    for (const sign of ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t'])
      expect(cell(`${sign}1`)).toContain(`'${sign}1`)
    expect(cell('a=1')).toBe('a=1')
    expect(cell(-5)).toBe('-5')
  })
})

describe('a small case as GeoJSON', () => {
  const shapes = (): PlaceShapes => ({
    type: 'FeatureCollection',
    features: validRecords().layers.flatMap(({ id: layer, places }) =>
      places.flatMap(({ id, geometry }) =>
        geometry === null || geometry.type === 'MultiPoint' || geometry.type === 'GeometryCollection'
          ? []
          : [{ type: 'Feature' as const, id, geometry, properties: { layer } }],
      ),
    ),
  })
  const collect = (of = exported) => exportFeatures(linkRecords().linked, of, shapes(), 'OSM')
  const feature = (id: string, of = exported) => collect(of).features.find((each) => each.id === id)

  it('says which case it is of, in which version, and whom to name', () => {
    expect(collect().type).toBe('FeatureCollection')
    expect(collect().case).toMatchObject({
      id: 'valid',
      title: 'The ferry',
      reported: '2030-03-11',
      updated: '2030-03-12',
      attribution: 'OSM',
    })
    expect(collect().case.version).toBe(linkRecords().linked.caseVersion)
  })

  it('has a place at its own geometry, and a quotation at those of the places that it is about', () => {
    expect(feature('place/harbour')?.geometry).toEqual({ type: 'Point', coordinates: [11, 56] })
    expect(feature('quotation/before')?.geometry).toEqual({ type: 'Point', coordinates: [11, 56] })
    expect(feature('quotation/again')?.geometry).toBeNull()
  })

  it('has a box around what is more than a point, and one around all that is there', () => {
    expect(feature('place/area-1')?.bbox).toEqual([10, 55, 11, 56])
    expect(feature('place/harbour')).not.toHaveProperty('bbox')
    expect(feature('quotation/again')).not.toHaveProperty('bbox')
    const only = exported.filter(({ id }) => id === 'area-1' || id === 'capital')
    expect(collect(only).bbox).toEqual([10, 55, 12, 57])
    expect(collect(exported.filter(({ id }) => id === 'again'))).not.toHaveProperty('bbox')
  })

  it('has every column on every feature, empty ones too', () => {
    for (const { type, properties } of collect().features) {
      expect(type).toBe('Feature')
      expect(Object.keys(properties)).toEqual([...exportColumns])
      expect(Object.values(properties)).not.toContain(undefined)
    }
    expect(feature('place/harbour')?.properties).toMatchObject({ value: null, schematic: false })
  })
})
