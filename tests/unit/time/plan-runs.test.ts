import { describe, expect, it } from 'vitest'
import { axisTicks, planAxis } from '@/lib/derive/plan-axis'
import { planRuns } from '@/lib/derive/plan-runs'
import { timeExtent } from '@/lib/derive/time-extent'

const day = (at: number) => new Date(at).toISOString().slice(0, 10)
const days = (month: string, ...of: number[]) => of.map((each) => `${month}-${String(each).padStart(2, '0')}`)

/** The pieces of time of these dates, each with the first day after the one before. */
function runs(...dates: string[]) {
  return planRuns(dates.map(timeExtent)).map(({ kind, start }) => `${kind} ${day(start)}`)
}

function axisOf(width: number, ...dates: string[]) {
  const axis = planAxis(dates.map(timeExtent), width)
  if (axis === null) throw new Error('no axis')
  return axis
}

describe('how much room a time has', () => {
  it('is that of months where the day is known, and a break where nothing happens for years', () => {
    expect(runs('2014-03-27', '2022-09-30')).toEqual(['months 2014-01-01', 'break 2015-01-01', 'months 2022-01-01'])
    expect(runs('2022-09-30', '2014-03-27')).toEqual(runs('2014-03-27', '2022-09-30'))
  })

  it('is that of months throughout where no more than a year lies between', () => {
    expect(runs('2020-03-01', '2021-02-01')).toEqual(['months 2020-01-01'])
    // The year between has nothing: its months are drawn all the same.
    expect(runs('2020-12-31', '2022-01-01')).toEqual(['months 2020-01-01'])
    expect(runs('2020-11-30', '2022-01-01')).toEqual(['months 2020-01-01', 'break 2021-01-01', 'months 2022-01-01'])
  })

  it('is that of years where only the year is known', () => {
    expect(runs('2014')).toEqual(['years 2014-01-01'])
    expect(runs('2014', '2015', '2019-05')).toEqual(['years 2014-01-01', 'break 2016-01-01', 'months 2019-01-01'])
    expect(runs('2019', '2019-05')).toEqual(['months 2019-01-01'])
  })

  it('is that of days where three things or more happen within ten days of each other', () => {
    expect(runs(...days('2022-09', 10, 12))).toEqual(['months 2022-01-01'])
    expect(runs(...days('2022-09', 10, 12, 14))).toEqual(['months 2022-01-01', 'days 2022-09-10', 'months 2022-09-15'])
    // The day itself and ten days that lie between.
    expect(runs(...days('2022-09', 1, 12, 23))).toHaveLength(3)
    expect(runs(...days('2022-09', 1, 13, 25))).toEqual(['months 2022-01-01'])
  })

  it('is not that of days for what is known to a month only', () => {
    expect(runs('2022-09', '2022-09', '2022-09', '2022-10')).toEqual(['months 2022-01-01'])
  })

  it('is that of days for what is known to the minute, and for the ends of a span', () => {
    expect(runs('2022-09-10T08:00Z', '2022-09-10T09:00Z', '2022-09-11T09:30:05Z')[1]).toBe('days 2022-09-10')
    // Of a span its first and its last day, and nothing of the months between.
    const span = '2022-03-10/2022-09-20'
    expect(runs(span, '2022-03-11', '2022-03-12', '2022-09-18', '2022-09-19')).toEqual([
      'months 2022-01-01',
      'days 2022-03-10',
      'months 2022-03-13',
      'days 2022-09-18',
      'months 2022-09-21',
    ])
    // Of three that begin on one day, that day alone; so too of three that end on one.
    const ends = ['2022-09-20', '2022-10-20', '2022-11-20']
    expect(runs(...ends.map((end) => `2022-03-10/${end}`)).slice(1)).toEqual(['days 2022-03-10', 'months 2022-03-11'])
    const begins = ['2022-01-20', '2022-02-20', '2022-05-20']
    expect(runs(...begins.map((begin) => `${begin}/2022-09-20`)).slice(1)).toEqual([
      'days 2022-09-20',
      'months 2022-09-21',
    ])
  })

  it('is that of months for as long as something lasts that is known to the day', () => {
    expect(runs('2014-03-10/2018-05-01')).toEqual(['months 2014-01-01'])
  })

  it('is most where eight things or more happen on days in a row; one full day alone is no stretch', () => {
    const eight = days('2022-09', 10, 10, 10, 10, 11, 11, 11, 11)
    expect(runs(...eight)[1]).toBe('busy 2022-09-10')
    expect(runs(...eight.slice(1))[1]).toBe('days 2022-09-10')
    expect(runs(...days('2022-09', ...Array.from({ length: 12 }, () => 10)))[1]).toBe('days 2022-09-10')
    // A day without anything between them ends the stretch.
    expect(runs(...days('2022-09', 10, 10, 10, 10, 12, 12, 12, 12))[1]).toBe('days 2022-09-10')
  })

  it('covers a span of years as years that something is known of, from its first to its last', () => {
    const pieces = planRuns([timeExtent('2014/2016'), timeExtent('2015-05')])
    expect([day(pieces[0]?.start ?? 0), day(pieces.at(-1)?.end ?? 0)]).toEqual(['2014-01-01', '2017-01-01'])
    expect(pieces.some(({ kind }) => kind === 'break')).toBe(false)
  })

  it('is none without anything that happens', () => {
    expect(planRuns([])).toEqual([])
    expect(planAxis([], 500)).toBeNull()
  })
})

describe('an axis in px', () => {
  it('draws a break as wide on any screen, but gives way on the narrowest', () => {
    const breakOf = (width: number) => {
      const piece = axisOf(width, '2014-03-27', '2022-09-30').pieces.find(({ kind }) => kind === 'break')
      return piece === undefined ? 0 : piece.x1 - piece.x0
    }
    expect(breakOf(2000)).toBe(breakOf(400))
    expect(breakOf(40)).toBeCloseTo(10)
    expect(
      axisOf(40, '2014-03-27', '2018-03-27', '2022-09-30')
        .pieces.map(({ x1 }) => x1)
        .at(-1),
    ).toBe(40)
  })

  it('shares its width among its pieces by how much time and detail each has, and a break takes none of that', () => {
    const { pieces } = axisOf(1000, '2014-03-27', '2019-03-27', '2022-09-30')
    const widths = (kind: string) => pieces.filter((piece) => piece.kind === kind).map(({ x0, x1 }) => x1 - x0)
    const [first = 0, ...others] = widths('months')
    expect(others).toEqual([expect.closeTo(first, 6), expect.closeTo(first, 6)])
    const [left = 0, right = 0] = widths('break')
    expect(left).toBeCloseTo(right)
    expect(left).toBeLessThan(30)
    expect(left + right + 3 * first).toBeCloseTo(1000)
  })

  it('gives way with all of its breaks on the narrowest screen, and leaves most of it to what happened', () => {
    const { pieces } = axisOf(80, '2014-03-27', '2018-03-27', '2022-09-30')
    const breaks = pieces.filter(({ kind }) => kind === 'break').map(({ x0, x1 }) => x1 - x0)
    expect(breaks).toHaveLength(2)
    expect(breaks[0]).toBeCloseTo(breaks[1] ?? 0)
    expect((breaks[0] ?? 0) + (breaks[1] ?? 0)).toBeLessThan(40)
    expect((breaks[0] ?? 0) + (breaks[1] ?? 0)).toBeGreaterThan(5)
  })

  it('ends at its very width, whatever the fractions of its pieces add up to', () => {
    for (const width of [333, 777.7, 1001])
      expect(axisOf(width, '2014', '2016-03', ...days('2022-09', 10, 11, 12)).pieces.at(-1)?.x1).toBe(width)
  })

  it('gives years of one scale the same room, and a busy day more than a quiet one', () => {
    const axis = axisOf(1000, ...days('2022-09', 10, 10, 10, 10, 11, 11, 11, 11, 15))
    const width = (date: string) => axis.toX(Date.parse(date) + 86_400_000) - axis.toX(Date.parse(date))
    expect(width('2022-09-10')).toBeCloseTo(width('2022-09-11'))
    expect(width('2022-09-10')).toBeGreaterThan(6 * width('2022-09-13'))
    expect(width('2022-09-13')).toBeGreaterThan(20 * width('2022-03-13'))
  })

  it('has all of its width for one piece, and clamps what is off it', () => {
    const axis = axisOf(1000, '2014')
    expect(axis.toX(Date.UTC(2014, 0))).toBe(0)
    expect(axis.toX(Date.UTC(2015, 0))).toBe(1000)
    expect(axis.toX(Date.UTC(2014, 6, 2, 12))).toBeCloseTo(500)
    expect([axis.toX(0), axis.toX(Date.UTC(2050, 0))]).toEqual([0, 1000])
    expect([axis.toTime(-50), axis.toTime(5000)]).toEqual([axis.start, axis.end])
    expect(axis.toTime(500)).toBe(Date.UTC(2014, 6, 2, 12))
  })

  it('reads the px of each piece as its own time, also where the scale changes', () => {
    const axis = axisOf(1000, '2014-03-27', '2022-09-30')
    for (const { x0, x1, start, end } of axis.pieces) {
      expect(axis.toTime((x0 + x1) / 2)).toBeCloseTo((start + end) / 2, -2)
      expect(axis.toX((start + end) / 2)).toBeCloseTo((x0 + x1) / 2, 6)
      expect(axis.toTime(x0)).toBe(start)
      expect(axis.toX(start)).toBe(x0)
      expect(axis.pieceAt(start).start).toBe(start)
    }
  })
})

describe('the ticks of an axis', () => {
  const ticks = (width: number, ...dates: string[]) =>
    axisTicks(axisOf(width, ...dates)).map(({ at, unit, labelled }) => ({ day: day(at), unit, labelled }))

  it('are the years where it has years, the months where it has months, and none in a break', () => {
    expect(ticks(1000, '2014', '2016').map((tick) => [tick.day, tick.unit])).toEqual([
      ['2014-01-01', 'year'],
      ['2016-01-01', 'year'],
    ])
    expect(ticks(1000, '2022-05').map((tick) => [tick.day, tick.unit])).toEqual([
      ['2022-01-01', 'year'],
      ...Array.from({ length: 11 }, (_, month) => [`2022-${String(month + 2).padStart(2, '0')}-01`, 'month']),
    ])
  })

  it('are the days where it has days, and name the month or the year that begins on one', () => {
    const found = ticks(1000, '2022-12-30', '2022-12-31', '2023-01-01', '2023-01-02', '2023-02-01', '2023-02-02')
    const unitOf = (date: string) => found.filter((tick) => tick.day === date).map(({ unit }) => unit)
    expect(unitOf('2022-12-30')).toEqual(['day'])
    expect(unitOf('2022-12-31')).toEqual(['day'])
    expect(unitOf('2023-01-01')).toEqual(['year'])
    expect(unitOf('2023-01-02')).toEqual(['day'])
    const busy = ticks(1000, ...days('2022-09', 29, 29, 29, 30, 30, 30), '2022-10-01', '2022-10-01')
    expect(busy.find((tick) => tick.day === '2022-10-01')?.unit).toBe('month')
    expect(busy.find((tick) => tick.day === '2022-09-30')?.unit).toBe('day')
  })

  it('have their words where there is room: all on a wide axis, on a narrow one those of the year', () => {
    expect(ticks(1000, '2022-05').every(({ labelled }) => labelled)).toBe(true)
    const narrow = ticks(60, '2022-05').filter(({ labelled }) => labelled)
    expect(narrow.map((tick) => tick.day)).toEqual(['2022-01-01', '2022-08-01'])
    // Words that would stand out far to the right of the axis are left away.
    expect(ticks(15, '2022-05').filter(({ labelled }) => labelled)).toEqual([])
  })

  it('give a larger unit its words before a smaller one that stands to the left of it', () => {
    // Months of 10 px: from left to right, November would take the room of the year that begins in January.
    const found = axisTicks(axisOf(240, '2022-12', '2023-01'))
    const labelled = found.filter((tick) => tick.labelled).map(({ at }) => day(at))
    expect(labelled).toEqual(expect.arrayContaining(['2022-01-01', '2022-05-01', '2023-01-01']))
    expect(labelled).not.toContain('2022-11-01')
    expect(found.map(({ x }) => x)).toEqual(found.map(({ x }) => x).toSorted((a, b) => a - b))
  })

  it('have every other word where a unit is half as wide as its words', () => {
    const found = axisTicks(axisOf(120, '2014', '2015', '2016', '2017', '2018', '2019')).filter((tick) => tick.labelled)
    expect(found.map(({ at }) => day(at))).toEqual(['2014-01-01', '2016-01-01', '2018-01-01'])
  })

  it('give the words of months before those of the days around them', () => {
    const found = axisTicks(axisOf(400, ...days('2022-09', 28, 29, 30), '2022-10-01', '2022-10-02', '2022-10-03'))
    const october = found.find(({ at }) => day(at) === '2022-10-01')
    expect(october).toMatchObject({ unit: 'month', labelled: true })
    const near = found.filter(({ x, unit }) => unit === 'day' && Math.abs(x - (october?.x ?? 0)) < 25)
    expect(near.length).toBeGreaterThan(0)
    expect(near.every(({ labelled }) => !labelled)).toBe(true)
  })

  it('have words that stand beside each other from left to right, as many as there is room for', () => {
    // A year in months of 20 px each: the words of a month take one and a half.
    const found = axisTicks(axisOf(243, '2022-05')).filter(({ labelled }) => labelled)
    expect(found.map(({ at }) => new Date(at).getUTCMonth())).toEqual([0, 2, 4, 6, 8, 10])
  })

  it('have their words as soon as these fit, and a little beyond the end of the axis', () => {
    const labelled = (width: number, ...dates: string[]) =>
      ticks(width, ...dates).filter((tick) => tick.labelled).length
    // The words of a year take 32 px.
    expect([63, 64].map((width) => labelled(width, '2014', '2015'))).toEqual([1, 2])
    expect([19, 20].map((width) => labelled(width, '2014'))).toEqual([0, 1])
  })
})
