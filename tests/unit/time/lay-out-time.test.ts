import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutTime } from '@/lib/derive/lay-out-time'
import type { FoldRoom } from '@/lib/derive/plan-axis'
import type { TimeItem, TimeMark } from '@/lib/derive/time-mark'
import { axisOf, item, period } from './time-kit'

const HEIGHT = 178

interface Setup extends Partial<FoldRoom> {
  statements?: TimeItem[]
  lanes?: number
  slim?: boolean
  width?: number
  height?: number
}

function layOut(items: TimeItem[], { statements = [], lanes = 1, slim = false, width, height, ...room }: Setup = {}) {
  const axis = axisOf([...items, ...statements, item('whole', '2030-03-01/2030-03-12')], width, room)
  const layout = layOutTime({
    ...{ items, statements, axis, slim, laneCount: lanes, height: height ?? HEIGHT },
    counted: (kind, count) => `${count} ${kind}`,
    moreText: (count) => `+ ${count}`,
  })
  return { ...layout, axis }
}

const shapes = (marks: readonly TimeMark[]) => marks.map(({ shape }) => shape)
const many = (count: number, dateOf: (index: number) => string, more: Partial<TimeItem> = {}) =>
  Array.from({ length: count }, (_, index) => item(`e${index}`, dateOf(index), more))
const dayOf = (index: number) => `2030-03-${String((index % 12) + 1).padStart(2, '0')}`

describe('the shape of a mark', () => {
  it('says how well its time is known', () => {
    const { marks } = layOut([
      item('a', '2030-03'),
      item('b', '2030-03-02/2030-03-05'),
      item('c', '2030-03-03/2030-03-05', { once: true }),
      item('d', '2030-03-06'),
      item('e', '2030-03-07T10:00:00Z'),
      item('f', '2030-03-08/2030-03-10', { kind: 'figure' }),
    ])
    expect(shapes(marks)).toEqual(['band', 'pale', 'frame', 'bar', 'dot', 'count'])
  })

  it('fades where an end is hedged, open or no finer than a month, and where it goes on beyond the period', () => {
    const softOf = (date: string) => layOut([item('a', date), item('late', '2030-04-01')]).marks[0]?.soft
    expect(softOf('2030-03-05~')).toEqual({ start: true, end: true })
    expect(softOf('2030-03-05/2030-03-07~')).toEqual({ start: false, end: true })
    expect(softOf('2030-03-05/..')).toEqual({ start: false, end: true })
    expect(softOf('2030-03')).toEqual({ start: true, end: true })
    expect(softOf('2030-02-20/2030-03-05')).toEqual({ start: true, end: false })
    expect(softOf('2030-03-05')).toEqual({ start: false, end: false })
  })

  it('is as wide as its days, and what is open goes on to the end of the scale', () => {
    const { marks, axis } = layOut([item('a', '2030-03-02/2030-03-04'), item('b', '2030-03-05/..')])
    expect(marks[0]?.x0).toBeCloseTo(axis.toX(Date.parse('2030-03-02')) + 1)
    expect(marks[0]?.x1).toBeCloseTo(axis.toX(Date.parse('2030-03-05')) - 1)
    expect(marks[1]?.x1).toBeCloseTo(axis.core.x1 - 1)
  })
})

describe('the words of a mark', () => {
  it('stand inside a wide one, right of a narrow one, and left where there is no room right', () => {
    const { marks } = layOut([
      item('Long', '2030-03-02/2030-03-08'),
      item('Early', '2030-03-01'),
      item('Last of all the events', '2030-03-12'),
    ])
    const [early, long, last] = marks
    expect(long?.words?.x).toBeGreaterThan(long?.x0 ?? 0)
    expect(long?.words?.x).toBeLessThan(long?.x1 ?? 0)
    expect(early?.words).toMatchObject({ anchor: 'start' })
    expect(early?.words?.x).toBeGreaterThan(early?.x1 ?? 0)
    expect(last?.words).toMatchObject({ anchor: 'end' })
  })

  it('give way by rank where a lane is full, and the mark is still there', () => {
    const crowd = many(12, () => '2030-03-06')
    const ranked = crowd.map((each, index) => ({ ...each, rank: index === 9 ? -5 : 0 }))
    const { marks } = layOut(ranked, { height: 80 })
    expect(marks.find(({ key }) => key === 'event e9')?.words?.text).toBe('e9')
    expect(marks.flatMap(({ ids }) => ids).toSorted()).toEqual(ranked.flatMap(({ ids }) => ids).toSorted())
    expect(marks.some(({ thin, words }) => thin && words === null)).toBe(true)
  })

  it('never cover another mark or its words, whatever there is', () => {
    const date = fc.oneof(
      fc.integer({ min: 0, max: 11 }).map(dayOf),
      fc.integer({ min: 0, max: 8 }).map((from) => `${dayOf(from)}/${dayOf(from + 3)}`),
      fc.integer({ min: 0, max: 11 }).map((day) => `${dayOf(day)}T10:00:00Z`),
    )
    const items = fc.array(fc.tuple(date, fc.string({ maxLength: 30 }), fc.integer({ min: 0, max: 9 })), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(items, fc.integer({ min: 300, max: 2000 }), (drawn, width) => {
        const { marks } = layOut(
          drawn.map(([at, label, rank], index) => item(`e${index}`, at, { label, rank, lane: index % 2 })),
          { lanes: 2, width },
        )
        const full = marks.filter(({ thin }) => !thin)
        for (const [index, a] of full.entries())
          for (const b of full.slice(index + 1)) {
            const sameRow = Math.abs(a.y + a.height / 2 - b.y - b.height / 2) < 8
            if (sameRow) expect(a.reach.x1 <= b.reach.x0 || b.reach.x1 <= a.reach.x0, `${a.key}, ${b.key}`).toBe(true)
          }
        for (const { y, height } of marks) expect(y + height).toBeLessThanOrEqual(HEIGHT)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the rows', () => {
  it('go to the lane that lacks them, up to six', () => {
    const { lanes } = layOut(
      [...many(10, () => '2030-03-06', { label: 'A rather long name' }), item('alone', '2030-03-02', { lane: 1 })],
      { lanes: 2, height: 260 },
    )
    expect(lanes.map(({ height }) => height / 17)).toEqual([6, 1])
  })
})

describe('a fold', () => {
  it('names up to five records in their order, and counts the others', () => {
    const early = Array.from({ length: 8 }, (_, index) =>
      item(`e${index}`, `20${20 + index}`, { rank: index === 7 ? -1 : 0 }),
    )
    const { marks, more } = layOut(early, { height: 260 })
    expect(marks.map(({ shape, ids }) => [shape, ids[0]])).toEqual(
      ['e0', 'e1', 'e2', 'e3', 'e7'].map((id) => ['word', id]),
    )
    expect(marks[0]?.words).toMatchObject({ lead: '2020 ', text: 'e0' })
    expect(more).toMatchObject([{ side: 'before', lane: 0, text: '+ 3' }])
  })

  it('has its records to scale once it is opened', () => {
    const { marks, more, axis } = layOut([item('a', '2025-05-01'), item('b', '2028-05-01')], { open: 'before' })
    expect(shapes(marks)).toEqual(['bar', 'bar'])
    expect(more).toEqual([])
    expect(marks[0]?.x0).toBeCloseTo(axis.toX(Date.parse('2025-05-01')) + 1)
  })
})

describe('rows of a table', () => {
  it('of one time are one mark, in words how many; those of another kind are none of it', () => {
    const { marks } = layOut([
      item('a', '2030-03-02', { kind: 'place' }),
      item('b', '2030-03-02', { kind: 'place' }),
      item('c', '2030-03-02'),
      item('d', '2030-03-05', { kind: 'place' }),
    ])
    expect(marks.map(({ kind, ids, words }) => [kind, ids, words?.text])).toEqual([
      ['place', ['a', 'b'], '2 place'],
      ['event', ['c'], 'c'],
      ['place', ['d'], 'd'],
    ])
  })

  it('are of their days where they are dated to the minute and many', () => {
    const clock = (index: number) => `${new Date(period.start + index * 600_000).toISOString().slice(0, 16)}Z`
    const { marks } = layOut(many(432, clock, { kind: 'place' }))
    expect(marks.map(({ moment, ids }) => [moment.date, ids.length])).toEqual([
      ['2030-03-01', 144],
      ['2030-03-02', 144],
      ['2030-03-03', 144],
    ])
  })
})

describe('statements', () => {
  const said = (count: number, kind: 'quotation' | 'statement' = 'quotation') =>
    many(count, () => '2030-03-06', { kind, label: '' })

  it('are a quotation mark each, up to twelve a day, and then how many of each kind', () => {
    expect(shapes(layOut([], { statements: said(12) }).marks)).toEqual(Array(12).fill('quote'))
    const { marks } = layOut([], { statements: [...said(10), ...said(4, 'statement')] })
    expect(marks.map(({ shape, kind, ids, words }) => [shape, kind, ids.length, words?.text])).toEqual([
      ['number', 'quotation', 10, '10'],
      ['number', 'statement', 4, '4'],
    ])
    expect(marks[0]?.moment).toMatchObject({ start: Date.parse('2030-03-06'), end: Date.parse('2030-03-07') })
  })
})

describe('ten thousand events', () => {
  const crowd = many(10_000, (index) => (index % 5 === 0 ? dayOf(5) : dayOf(index)))

  it('are how many there were each day, all of them, the most being the highest', () => {
    const { marks } = layOut(crowd)
    expect(new Set(shapes(marks))).toEqual(new Set(['density']))
    expect(marks).toHaveLength(12)
    expect(marks.reduce((sum, { ids }) => sum + ids.length, 0)).toBe(10_000)
    const highest = marks.toSorted((a, b) => b.height - a.height)[0]
    expect(highest?.moment.date).toBe('2030-03-06')
    expect(highest?.words?.text).toBe(String(highest?.ids.length))
  })

  it('are of weeks or months where days are too narrow', () => {
    const years = many(10_000, (index) => `20${30 + (index % 5)}-0${3 + (index % 6)}-11`)
    const { marks } = layOut(years, { width: 700, open: 'after' })
    expect(marks.length).toBeLessThan(60)
    expect(marks.reduce((sum, { ids }) => sum + ids.length, 0)).toBe(10_000)
  })

  it('are as few where the strip is slim', () => {
    expect(layOut(crowd, { slim: true, height: 53 }).marks).toHaveLength(12)
  })
})

describe('a slim plot', () => {
  it('has a line a lane without words', () => {
    const { marks, statements, more } = layOut(
      [item('a', '2030-03-02'), item('b', '2030-03-04', { lane: 1 }), item('c', '2014')],
      {
        lanes: 2,
        slim: true,
        height: 65,
        statements: [item('q', '2030-03-02', { kind: 'quotation' })],
      },
    )
    expect(marks.map(({ ids, words }) => [ids[0], words])).toEqual([
      ['a', null],
      ['b', null],
    ])
    expect(statements).toBeNull()
    expect(more).toEqual([])
  })
})
