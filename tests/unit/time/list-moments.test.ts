import { describe, expect, it } from 'vitest'
import { linkCase } from '@/lib/derive/link-case'
import type { LinkedMoment } from '@/lib/derive/linked-case'
import { figureDate, listMoments } from '@/lib/derive/list-moments'
import type { CaseEvent } from '@/lib/schema/event'
import { validRecords } from '../read-fixture'

const records = validRecords()

/** The moments of records, their figures dated as the case dates them. */
function momentsOf(from: typeof records) {
  return listMoments(from, linkCase(from, [], [], { case: 'v', layers: new Map() }).figures)
}

function moment(kind: LinkedMoment['kind'], id: string, from = records) {
  const found = momentsOf(from).find((each) => each.kind === kind && each.id === id)
  if (found === undefined) throw new Error(`no moment of ${kind} ${id}`)
  return found
}

const [sailing] = records.events

/** The moment of the first event with something of it changed. */
function eventWith(change: Partial<CaseEvent>) {
  if (sailing === undefined) throw new Error('no event')
  return moment('event', sailing.id, { ...records, events: [{ ...sailing, ...change }] })
}

describe('listMoments', () => {
  it('has every event, quotation, statement and figure once, earliest first and coarser before finer', () => {
    const moments = momentsOf(records)
    const { events, quotations, statements, figures } = records
    expect(moments).toHaveLength([events, quotations, statements, figures].flat().length)
    expect(new Set(moments.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(moments.length)
    const sorted = moments.toSorted((a, b) => a.start - b.start || b.end - a.end)
    expect(moments).toEqual(sorted)
  })

  it('puts a record at its own date, and keeps how that is written', () => {
    expect(moment('event', 'sailing')).toMatchObject({ basis: 'record', date: '2030-03-05' })
    expect(moment('quotation', 'wait')).toMatchObject({ basis: 'record', date: '2030-03-05' })
  })

  it('puts a quotation whose day nobody gives where its document came out', () => {
    expect(moment('quotation', 'before')).toMatchObject({
      basis: 'publication',
      date: '2030-03-11',
      start: Date.parse('2030-03-11'),
    })
  })

  it('puts it at the date of the case’s report where its document has none, and says that it did', () => {
    const undated = {
      ...records,
      sources: records.sources.map(({ published: _, ...source }) => source),
    }
    expect(moment('quotation', 'before', undated)).toMatchObject({
      basis: 'case',
      date: records.head.reported,
      start: Date.parse(records.head.reported),
    })
    expect(moment('quotation', 'wait', undated).basis).toBe('record')
    expect(records.head.updated).not.toBe(records.head.reported)
  })

  it('puts a statement at the day on which it was said, or where its document came out', () => {
    expect(moment('statement', 'ferry-sails')).toMatchObject({ basis: 'record', date: '2030-03-05' })
    expect(moment('statement', 'queue-stood')).toMatchObject({ basis: 'publication', date: '2030-03-11' })
  })

  it('puts a figure at the days that it counts, else where it was said, else where its document came out', () => {
    expect(moment('figure', 'crossed-office')).toMatchObject({ basis: 'record', date: '2030-03-10' })
    expect(moment('figure', 'zone-5')).toMatchObject({ basis: 'record', date: '2030-03-09' })
    expect(moment('figure', 'boil-1')).toMatchObject({ basis: 'publication', date: '2030-03-10' })
  })

  it('puts an event that nobody dates nowhere in time', () => {
    const events = records.events.map(({ date, ...event }) => (event.id === 'sailing' ? event : { ...event, date }))
    expect(momentsOf({ ...records, events }).some(({ id }) => id === 'sailing')).toBe(false)
  })

  it('has the times that its own source and other records give, where they are others', () => {
    const { others } = eventWith({
      date: '2030-03-05T02:03:24+02:00',
      timeWords: { words: 'around 2 a.m.', date: '2030-03-05T02:00+02:00', approximate: true },
      records: [
        { source: 'bulletin', date: '2030-03-05T02:03:24+02:00', words: 'the same' },
        { source: 'bulletin', date: '2030-03-05/..', words: 'since that day' },
        { source: 'bulletin', words: 'without a time' },
      ],
    })
    expect(others).toMatchObject([
      { source: 'report', precision: 'minute', approximate: true },
      { source: 'bulletin', open: 'end', approximate: false },
    ])
  })

  it('takes a time for another where it only begins or only ends with the event’s own, and names none that is the same', () => {
    const others = (date: string) =>
      eventWith({ date: '2030-03-05', records: [{ source: 'bulletin', date, words: 'then' }] }).others?.length ?? 0
    expect(others('2030-03-05')).toBe(0)
    expect(others('2030-03-05T00:00Z')).toBe(1)
    expect(others('2030-03-05T23:59Z')).toBe(1)
    expect(others('2030-03-04')).toBe(1)
    expect(eventWith({ date: '2030-03-05', records: [] })).not.toHaveProperty('others')
  })

  it('has dated rows among them, the coarser before the finer, and none that nobody dates', () => {
    const places = [{ id: 'a', date: '2030-03-01' }, { id: 'b', date: '2030-03' }, { id: 'c' }]
    const moments = listMoments({ ...records, events: [], quotations: [], statements: [] }, [], places)
    expect(moments.map(({ kind, id, date, basis }) => [kind, id, date, basis])).toEqual([
      ['place', 'b', '2030-03', 'record'],
      ['place', 'a', '2030-03-01', 'record'],
    ])
    expect(listMoments({ ...records, events: [], quotations: [], statements: [] }, [])).toEqual([])
  })

  it('says nothing of happening once where only the document came out at some time within an interval', () => {
    const sources = records.sources.map((source) => ({ ...source, published: '2030-03-01/2030-03-05' }))
    expect(moment('quotation', 'before', { ...records, sources })).toMatchObject({ basis: 'publication' })
    expect(moment('quotation', 'before', { ...records, sources })).not.toHaveProperty('once')
  })

  it('says of what happened once that nobody knows when; words within an interval always did', () => {
    expect(eventWith({ date: '2030-03-01/2030-03-05', once: true }).once).toBe(true)
    expect(eventWith({ date: '2030-03-01/2030-03-05' })).not.toHaveProperty('once')
    const [first] = records.quotations
    if (first === undefined) throw new Error('no quotation')
    const said = (when: string) => moment('quotation', first.id, { ...records, quotations: [{ ...first, said: when }] })
    expect(said('2030-03-01/2030-03-05').once).toBe(true)
    expect(said('2030-03-05')).not.toHaveProperty('once')
  })
})

describe('figureDate', () => {
  const [figure] = records.figures
  if (figure === undefined) throw new Error('no figure')
  const { asOf: _, said: __, ...bare } = figure
  const published = new Map([[bare.passage?.source ?? '', '2030-03-11']])

  it('takes the figure’s own days, the day of its maker, that of the document and that of the report, in this order', () => {
    const given = { asOf: '2030-03-01', said: '2030-03-09' }
    expect(figureDate({ ...bare, ...given }, published, '2030-03-12')).toMatchObject({
      date: '2030-03-01',
      basis: 'record',
    })
    expect(figureDate({ ...bare, said: '2030-03-09' }, published, '2030-03-12')).toEqual({
      date: '2030-03-09',
      basis: 'said',
    })
    expect(figureDate(bare, published, '2030-03-12')).toEqual({ date: '2030-03-11', basis: 'publication' })
    expect(figureDate(bare, new Map(), '2030-03-12')).toEqual({ date: '2030-03-12', basis: 'case' })
    expect(figureDate({ ...bare, passage: undefined }, published, '2030-03-12').basis).toBe('case')
  })

  it.each([
    ['2030-03-01', { from: '2030-03-01', to: '2030-03-02' }],
    ['2030-03-01/2030-03-04', { from: '2030-03-01', to: '2030-03-05' }],
    ['2030-03', { from: '2030-03-01', to: '2030-04-01' }],
    ['2030-03-01/..', { from: '2030-03-01' }],
    ['../2030-03-04', { to: '2030-03-05' }],
  ])('says from when to when %s counts, but for ends that are open', (asOf, days) => {
    const moments = Object.fromEntries(Object.entries(days).map(([end, day]) => [end, Date.parse(day)]))
    expect(figureDate({ ...bare, asOf }, published, '2030-03-12')).toEqual({ date: asOf, basis: 'record', ...moments })
  })

  it('says of no other date that it is the days that are counted', () => {
    for (const other of [bare, { ...bare, said: '2030-03-09' }, { ...bare, passage: undefined }]) {
      const found = figureDate(other, published, '2030-03-12')
      expect([found.from, found.to]).toEqual([undefined, undefined])
    }
  })
})
