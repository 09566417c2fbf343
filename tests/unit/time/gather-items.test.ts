import { describe, expect, it } from 'vitest'
import { gatherBySteps, gatherRows } from '@/lib/derive/gather-items'
import { planAxis, pxPerDay } from '@/lib/derive/plan-axis'
import { timeExtent } from '@/lib/derive/time-extent'
import type { TimeItem } from '@/lib/derive/time-mark'
import { item } from './time-kit'

/** An axis of these dates, all to scale, on which a day is so many px wide. */
function axisBy(from: string, to: string, perDay: number) {
  const all = { start: timeExtent(from).start, end: timeExtent(to).end }
  const days = (all.end - all.start) / 86_400_000
  return planAxis({ ...all, core: all }, days * perDay, { before: 0, after: 0, open: null })
}

/** The steps that things of these dates are gathered in, where a step is 12 px at least. */
function stepsOf(dates: string[], perDay: number, span = ['2000-01-01', '2059-12-31']) {
  const axis = axisBy(span[0] ?? '', span[1] ?? '', perDay)
  const items = dates.map((date, index) => item(`e${index}`, date))
  return gatherBySteps(items, axis, 12, () => 'all').map(({ moment, ids }) => ({ ...moment, ids }))
}

describe('a step of time', () => {
  it('is a day, a week from Monday on, a month, a year or a round number of years: the finest that has the px', () => {
    const dateAt = (perDay: number) => stepsOf(['2034-03-08'], perDay).map(({ date }) => date)
    expect(dateAt(12)).toEqual(['2034-03-08'])
    expect(dateAt(11.9)).toEqual(['2034-03-06/2034-03-12'])
    expect(dateAt(12 / 7 - 0.01)).toEqual(['2034-03'])
    expect(dateAt(0.39)).toEqual(['2034'])
    expect(dateAt(0.032)).toEqual(['2030/2039'])
    expect(dateAt(0.0032)).toEqual(['2000/2099'])
    expect(dateAt(0.000_32)).toEqual(['2000/2999'])
    expect(dateAt(0.000_032)).toEqual(['0000/9999'])
    expect(dateAt(0.000_000_1)).toEqual(['0000/9999'])
  })

  it('covers the time that its date says, and the beginning of all that is in it', () => {
    for (const perDay of [20, 5, 1, 0.1, 0.01, 0.001, 0.0001])
      for (const date of ['2030-01-01', '2033-12-31', '2034-01-01T00:00:00Z', '2031-02-28T23:59:59Z', '1969-12-28']) {
        const [step] = stepsOf([date], perDay, ['1950-01-01', '2059-12-31'])
        const { start, end } = timeExtent(step?.date ?? '')
        expect(step, `${date} ${perDay}`).toMatchObject({ start, end })
        const at = timeExtent(date).start
        expect(at, `${date} ${perDay}`).toBeGreaterThanOrEqual(start)
        expect(at, `${date} ${perDay}`).toBeLessThan(end)
      }
  })

  it('counts centuries before the common era as others', () => {
    const [step] = stepsOf(['-0043-03-15'], 0.0032, ['-0200-01-01', '0200-12-31'])
    expect(step?.date).toBe('-0100/-0001')
  })

  it('is known as well as its unit is', () => {
    const precisionAt = (perDay: number) => stepsOf(['2034-03-08'], perDay)[0]?.precision
    expect([12, 2, 1, 0.1, 0.02].map(precisionAt)).toEqual(['day', 'span', 'month', 'year', 'span'])
  })

  it('has what began in it, in the given order, and begins anew at its end', () => {
    const days = ['2034-03-12', '2034-03-06', '2034-03-13', '2034-03-05', '2034-03-12T23:59:59Z']
    expect(stepsOf(days, 2).map(({ date, ids }) => [date, ids])).toEqual([
      ['2034-03-06/2034-03-12', ['e0', 'e1', 'e4']],
      ['2034-03-13/2034-03-19', ['e2']],
      ['2034-02-27/2034-03-05', ['e3']],
    ])
  })

  it('is as fine as its own part of the axis allows', () => {
    const core = timeExtent('2034-03')
    const { start } = timeExtent('2004')
    const axis = planAxis({ start, end: core.end, core }, 900, { before: 300, after: 0, open: 'before' })
    expect(axis.pieces.map(pxPerDay).map((px) => px > 12)).toEqual([false, true])
    const items = [item('a', '2010-05-05'), item('b', '2034-03-05')]
    expect(gatherBySteps(items, axis, 12, () => 'all').map(({ moment }) => moment.date)).toEqual(['2010', '2034-03-05'])
  })
})

describe('what is gathered', () => {
  const axis = axisBy('2034-03-01', '2034-03-31', 20)
  const day = (id: string, more: Partial<TimeItem> = {}) => item(id, '2034-03-08', more)

  it('is of one group, and keeps each of its items and all of their records', () => {
    const [a, b, c] = [day('a', { ids: ['a', 'x'] }), day('b', { kind: 'figure' }), day('c')]
    const gathered = gatherBySteps([a, b, c], axis, 12, ({ kind }) => kind)
    expect(gathered.map(({ ids, items, key }) => [ids, items, key])).toEqual([
      [['a', 'x', 'c'], [a, c], 'event 2034-03-08'],
      [['b'], [b], 'figure 2034-03-08'],
    ])
    expect(a.ids, 'what was given is left as it was').toEqual(['a', 'x'])
  })

  it('has a date of its own that nobody hedges', () => {
    const [gathered] = gatherBySteps([item('a', '2034-03-08~')], axis, 12, () => 'all')
    expect(gathered?.moment).toMatchObject({ kind: 'event', id: 'a', basis: 'record', approximate: false })
  })
})

describe('rows of a table', () => {
  const counted = (count: number) => `${count} places`
  const row = (id: string, date: string, more: Partial<TimeItem> = {}) => item(id, date, { kind: 'place', ...more })

  it('of one time and lane are one, in words how many; of another end, lane or kind they are others', () => {
    const rows = gatherRows(
      [
        row('a', '2034-03-08'),
        row('b', '2034-03-08'),
        row('c', '2034-03-08', { lane: 1 }),
        row('d', '2034-03-08/2034-03-09'),
        item('e', '2034-03-08'),
        item('f', '2034-03-08'),
        row('g', '2034-03-08'),
      ],
      counted,
    )
    expect(rows.map(({ ids, label }) => [ids, label])).toEqual([
      [['a', 'b', 'g'], '3 places'],
      [['c'], 'c'],
      [['d'], 'd'],
      [['e'], 'e'],
      [['f'], 'f'],
    ])
    expect(new Set(rows.map(({ key }) => key)).size, 'each has a key of its own').toBe(5)
  })
})
