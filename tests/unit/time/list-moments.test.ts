import { describe, expect, it } from 'vitest'
import { listMoments } from '@/lib/derive/list-moments'
import { validRecords } from '../read-fixture'

const records = validRecords()

function moment(kind: 'event' | 'quotation' | 'figure', id: string, from = records) {
  const found = listMoments(from).find((each) => each.kind === kind && each.id === id)
  if (found === undefined) throw new Error(`no moment of ${kind} ${id}`)
  return found
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
})
