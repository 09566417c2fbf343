import { describe, expect, it } from 'vitest'
import { listMoments } from '@/lib/derive/list-moments'
import type { CaseEvent } from '@/lib/schema/event'
import { validRecords } from '../read-fixture'

const records = validRecords()

function moment(kind: 'event' | 'quotation' | 'figure', id: string, from = records) {
  const found = listMoments(from).find((each) => each.kind === kind && each.id === id)
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
  it('has every event, quotation and figure once, earliest first and coarser before finer', () => {
    const moments = listMoments(records)
    expect(moments).toHaveLength(records.events.length + records.quotations.length + records.figures.length)
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

  it('puts it at the date of the case where its document has none, and says that it did', () => {
    const undated = {
      ...records,
      sources: records.sources.map(({ published: _, ...source }) => source),
    }
    expect(moment('quotation', 'before', undated)).toMatchObject({
      basis: 'case',
      date: records.head.asOf,
      start: Date.parse(records.head.asOf),
    })
    expect(moment('quotation', 'wait', undated).basis).toBe('record')
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
