import { describe, expect, it } from 'vitest'
import { axisTicks } from '@/lib/derive/axis-ticks'
import { writeDay, yearAt } from '@/lib/derive/calendar'
import { yearName } from '@/lib/derive/local-time'
import { planAxis } from '@/lib/derive/plan-axis'
import { timeExtent } from '@/lib/derive/time-extent'

const YEAR_DAYS = 365.25

/** From the first of two dates to the last, all to scale, a day so many px wide. */
function axisBy(from: string, to: string, perDay: number) {
  const core = { start: timeExtent(from).start, end: timeExtent(to).end }
  const days = (core.end - core.start) / 86_400_000
  return planAxis({ ...core, core }, days * perDay, { before: 0, after: 0, open: null })
}

const ticksBy = (from: string, to: string, perDay: number) => axisTicks(axisBy(from, to, perDay))
const told = (ticks: ReturnType<typeof axisTicks>) => ticks.map(({ at, parts }) => `${writeDay(at)} ${parts.join(' ')}`)
const yearsBy = (from: string, to: string, perYear: number) =>
  ticksBy(from, to, perYear / YEAR_DAYS).map(({ at }) => yearName(yearAt(at)))

describe('a day of the axis', () => {
  it('has its number, its weekday and its month as each has room', () => {
    const first = (perDay: number) => ticksBy('2034-03-30', '2034-04-02', perDay).map(({ parts }) => parts.join(' '))
    expect(first(18)).toEqual(['day', 'day', 'day', 'day'])
    expect(first(42)).toEqual(['day month', 'day', 'day month', 'day'])
    expect(first(50)).toEqual(['day month', 'weekday day', 'day month', 'weekday day'])
    expect(first(76)).toEqual(['weekday day month', 'weekday day', 'weekday day month', 'weekday day'])
    for (const [wide, narrow] of [
      [42, 41],
      [50, 49],
      [76, 75],
    ] as const)
      expect(first(narrow)).not.toEqual(first(wide))
  })
})

describe('a tick', () => {
  const axes = [
    axisBy('2034-03-01', '2034-03-31', 40),
    axisBy('2034-03-01', '2034-06-30', 7),
    axisBy('2033-11-15', '2038-03-10', 0.6),
    axisBy('1990-06-15', '2038-03-10', 0.06),
    planAxis({ start: timeExtent('1999').start, end: timeExtent('2031').end, core: timeExtent('2030') }, 900, {
      before: 140,
      after: 140,
      open: null,
    }),
  ]

  it('stands where its moment is, within a part that is to scale', () => {
    for (const axis of axes) {
      const ticks = axisTicks(axis)
      expect(ticks.length).toBeGreaterThan(2)
      for (const { at, x } of ticks) {
        expect(x, writeDay(at)).toBeCloseTo(axis.toX(at), 6)
        expect(at).toBeGreaterThanOrEqual(axis.core.start)
        expect(at).toBeLessThan(axis.core.end)
        expect(axis.pieceAt(at).folded).toBe(false)
      }
    }
  })

  it('has its words in the middle of a day that has room, else beside its line where they do not leave the axis', () => {
    const [days, ...others] = axes.map((axis) => ({ axis, ticks: axisTicks(axis) }))
    for (const { x, textX, centred } of days?.ticks ?? []) {
      expect(textX).toBeCloseTo(x + 20)
      expect(centred).toBe(true)
    }
    for (const { axis, ticks } of others)
      for (const { x, textX, centred, parts } of ticks) {
        expect(textX).toBeCloseTo(x + 4)
        expect(centred).toBe(false)
        expect(parts.length > 0).toBe(x + 26 <= axis.core.x1)
      }
    // Lines without words at the end, of which there are some.
    expect(ticksBy('2034-03-01', '2034-04-03', 7).at(-1)).toMatchObject({ parts: [] })
  })
})

describe('where days are narrow', () => {
  it('some of each month have their number, and its first day the month or the year', () => {
    expect(told(ticksBy('2033-12-20', '2034-03-08', 10))).toEqual([
      ...['2033-12-21 day', '2033-12-26 day'],
      ...['2034-01-01 year', ...['06', '11', '16', '21', '26'].map((day) => `2034-01-${day} day`)],
      // The 26th is too near the end of a February.
      ...['2034-02-01 month', ...['06', '11', '16', '21'].map((day) => `2034-02-${day} day`)],
      ...['2034-03-01 month', '2034-03-06 day'],
    ])
  })

  it('it is every second, fifth or tenth, the most that have room', () => {
    const days = (perDay: number) =>
      ticksBy('2034-04-01', '2034-04-30', perDay).map(({ at }) => new Date(at).getUTCDate())
    expect(days(13)).toEqual(Array.from({ length: 15 }, (_, index) => 1 + 2 * index))
    expect(days(12.9)).toEqual([1, 6, 11, 16, 21, 26])
    expect(days(5.19)).toEqual([1, 11, 21])
    expect(days(2.5)).toEqual([1])
  })
})

describe('where months are narrow', () => {
  it('each has its name from its first day on, the first one its year as well where it has room', () => {
    expect(told(ticksBy('2033-11-15', '2034-03-31', 2.3))).toEqual([
      ...['2033-12-01 month year', '2034-01-01 year', '2034-02-01 month', '2034-03-01 month'],
    ])
    expect(told(ticksBy('2033-11-01', '2034-02-28', 2))).toEqual([
      ...['2033-11-01 month', '2033-12-01 month', '2034-01-01 year', '2034-02-01 month'],
    ])
  })

  it('it is each quarter or half of a year', () => {
    const months = (perDay: number) =>
      ticksBy('2033-02-01', '2034-08-31', perDay).map(({ at }) => writeDay(at).slice(0, -'-01'.length))
    expect(months(1)).toEqual(['2033-04', '2033-07', '2033-10', '2034-01', '2034-04', '2034-07'])
    expect(months(0.3)).toEqual(['2033-07', '2034-01', '2034-07'])
  })
})

describe('where years are narrow', () => {
  it('they are as many as have room for their names, of round numbers', () => {
    expect(yearsBy('2028-06-01', '2034-12-31', 38.01)).toEqual(['2029', '2030', '2031', '2032', '2033', '2034'])
    expect(yearsBy('2028', '2034', 37.9)).toEqual(['2028', '2030', '2032', '2034'])
    expect(yearsBy('2021', '2034', 8)).toEqual(['2025', '2030'])
    expect(yearsBy('1789', '2034', 0.5)).toEqual(['1800', '1900', '2000'])
  })

  it('have room for the longest of their names', () => {
    for (const [from, to] of [
      ['-0300', '0300'],
      ['-0020', '0020'],
      ['1900', '2100'],
      ['Y-120000', '2000'],
      ['2000', 'Y120000'],
    ] as const)
      for (const width of [250, 900, 2000]) {
        const core = { start: timeExtent(from).start, end: timeExtent(to).end }
        const axis = planAxis({ ...core, core }, width, { before: 0, after: 0, open: null })
        const ticks = axisTicks(axis).filter(({ parts }) => parts.length > 0)
        for (const [index, { at, x }] of ticks.entries()) {
          const next = ticks[index + 1]
          const name = yearName(yearAt(at))
          if (next !== undefined) expect(next.x - x, `${from} ${width} ${name}`).toBeGreaterThan(name.length * 7)
        }
      }
  })

  it('are counted down before the common era, which has no year 0', () => {
    const bce = (year: number) => yearName(1 - year)
    expect(yearsBy('-0250', '0250', 1)).toEqual([bce(200), bce(100), yearName(1), yearName(100), yearName(200)])
    expect(yearsBy('-0002', '0003', 60)).toEqual([bce(3), bce(2), bce(1), yearName(1), yearName(2), yearName(3)])
  })

  it('leave out the year 1 where it would stand too near to the next', () => {
    const bce = (year: number) => yearName(1 - year)
    expect(yearsBy('-0005', '0005', 35)).toEqual([bce(6), bce(4), bce(2), yearName(2), yearName(4)])
    expect(yearsBy('-0012', '0012', 14)).toEqual([bce(10), bce(5), yearName(5), yearName(10)])
    expect(yearsBy('-0012', '0012', 7)).toEqual([bce(10), yearName(1), yearName(10)])
  })

  it('begin with the first day of the axis where that is one', () => {
    expect(ticksBy('2020', '2039', 0.02)[0]).toMatchObject({ x: 0, at: Date.parse('2020-01-01') })
  })
})
