import { describe, expect, it } from 'vitest'
import type { LinkedMoment } from '@/lib/derive/linked-case'
import { listDays } from '@/lib/derive/list-days'
import { moment } from './time-kit'

const sorted = (moments: LinkedMoment[]) => moments.toSorted((a, b) => a.start - b.start || b.end - a.end)

describe('the list by day', () => {
  it('has each record under the day, the month or the year that it began in', () => {
    const { days } = listDays(
      sorted([
        moment('year', '2029'),
        moment('month', '2030-02'),
        moment('span', '2030-03-04/2030-03-08'),
        moment('day', '2030-03-04'),
        moment('second', '2030-03-05T02:00:00+01:00'),
      ]),
    )
    expect(days.map(({ date, moments }) => [date, moments.map(({ id }) => id)])).toEqual([
      ['2029', ['year']],
      ['2030-02', ['month']],
      ['2030-03-04', ['span', 'day']],
      ['2030-03-05', ['second']],
    ])
    expect(days[1]).toMatchObject({ start: Date.parse('2030-02-01'), end: Date.parse('2030-03-01') })
  })

  it('has what nobody dates apart, by whose date it stands at', () => {
    const undated = (id: string, basis: LinkedMoment['basis']) => moment(id, '2030-03-09', { kind: 'quotation', basis })
    const { days, undated: groups } = listDays([
      undated('a', 'case'),
      undated('b', 'case'),
      undated('c', 'publication'),
    ])
    expect(days).toEqual([])
    expect(groups.map(({ ids }) => ids)).toEqual([['a', 'b'], ['c']])
  })

  it('says how long each of its days is', () => {
    const { days } = listDays([moment('a', '2029'), moment('b', '2030-02'), moment('c', '2030-03-04T10:00Z')])
    expect(days.map(({ unit, start, end }) => [unit, (end - start) / 86_400_000])).toEqual([
      ['year', 365],
      ['month', 28],
      ['day', 1],
    ])
  })

  it('has nothing twice: what a record dates is not with what nobody does', () => {
    const quoted = moment('b', '2030-03-09', { kind: 'quotation', basis: 'case' })
    const { days, undated } = listDays([moment('a', '2030-03-09'), quoted])
    expect(days.flatMap(({ moments }) => moments.map(({ id }) => id))).toEqual(['a'])
    expect(undated).toEqual([{ key: 'quotation case 2030-03-09', moment: quoted, ids: ['b'] }])
  })

  it('names three hundred records, and counts more by their kinds', () => {
    const crowd = (count: number) =>
      listDays(
        Array.from({ length: count }, (_, index) =>
          moment(`e${index}`, '2030-03-09', { kind: index % 3 === 0 ? 'figure' : 'event' }),
        ),
      ).days
    const [named] = crowd(300)
    expect(named?.moments).toHaveLength(300)
    expect(named?.counts).toBeNull()
    const [counted] = crowd(301)
    expect(counted?.moments).toEqual([])
    expect([...(counted?.counts ?? [])]).toEqual([
      ['figure', 101],
      ['event', 200],
    ])
  })

  it('is by days while they are three hundred, and then by months, of which a year that is known no better is none', () => {
    const start = Date.UTC(2030, 0)
    const daily = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        moment(`e${index}`, new Date(start + index * 86_400_000).toISOString().slice(0, 10)),
      )
    const twice = (count: number) => listDays([...daily(count), ...daily(count)]).days
    expect(twice(300)).toHaveLength(300)
    expect(twice(301).map(({ unit }) => unit)).toEqual(Array(10).fill('month'))
    const { days } = listDays([moment('year', '2029'), ...daily(301)])
    expect(days.map(({ date }) => date).slice(0, 2)).toEqual(['2029', '2030-01'])
  })

  it('counts where the records are many, and by months where the days are many too', () => {
    const at = (index: number, stepMs: number) =>
      new Date(Date.UTC(2030, 0) + index * stepMs).toISOString().slice(0, 10)
    const crowd = (stepMs: number) =>
      listDays(Array.from({ length: 10_000 }, (_, index) => moment(`e${index}`, at(index, stepMs)))).days
    const inWeeks = crowd(60_000)
    expect(inWeeks).toHaveLength(7)
    expect(inWeeks.every(({ moments }) => moments.length === 0)).toBe(true)
    expect(inWeeks.reduce((sum, { counts }) => sum + (counts?.get('event') ?? 0), 0)).toBe(10_000)
    expect(
      crowd(30_000_000)
        .map(({ date }) => date)
        .slice(0, 2),
    ).toEqual(['2030-01', '2030-02'])
    expect(crowd(60_000_000_0).length).toBeLessThanOrEqual(300)
  })
})
