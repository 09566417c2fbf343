import { describe, expect, it } from 'vitest'
import { layOutTime, plotPx } from '@/lib/derive/lay-out-time'
import type { FoldRoom } from '@/lib/derive/plan-axis'
import { textWidth } from '@/lib/derive/text-width'
import type { TimeItem, TimeMark } from '@/lib/derive/time-mark'
import { axisOf, item } from './time-kit'

const ROW = 17

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
    ...{ items, statements, axis, slim, laneCount: lanes, height: height ?? 178 },
    counted: (kind, count) => `${count} ${kind}`,
    moreText: (count) => `+ ${count}`,
  })
  const markOf = (id: string): TimeMark => {
    const found = layout.marks.find(({ ids }) => ids.includes(id))
    if (found === undefined) throw new Error(`no mark of ${id}`)
    return found
  }
  return { ...layout, axis, markOf }
}

const day = (number: number) => `2030-03-${String(number).padStart(2, '0')}`
const at = (date: string) => Date.parse(date)
const many = (
  count: number,
  dateOf: (index: number) => string,
  more: Partial<TimeItem> = {},
  name = more.kind ?? 'e',
) => Array.from({ length: count }, (_, index) => item(`${name}${index}`, dateOf(index), more))
const rowsOf = (lanes: readonly { height: number }[]) => lanes.map(({ height }) => height / ROW)
/** How tall the plot is for so many lanes with so many rows in all and no px to spare. */
const heightFor = (lanes: number, rows: number, hasStatements = false) =>
  plotPx.open.axis + 1 + rows * ROW + lanes * plotPx.open.gap + (hasStatements ? plotPx.open.statements : 0)

describe('the lanes of a plot', () => {
  it('are below the axis and each other, with what is left over between them, and end above its foot', () => {
    for (const height of [heightFor(3, 3), 140, 400])
      for (const statements of [[], [item('q', day(3), { kind: 'quotation' })]]) {
        const items = [0, 1, 2].map((lane) => item(`e${lane}`, day(4), { lane }))
        const plot = layOut(items, { lanes: 3, height: height + (statements.length > 0 ? 22 : 0), statements })
        expect(plot.lanes).toHaveLength(3)
        const foot = plot.statements === null ? height - 1 : plot.statements.top
        const gaps = plot.lanes.map(({ top }, lane) => {
          const above = plot.lanes[lane - 1]
          return above === undefined ? 2 * (top - plotPx.open.axis) : top - above.top - above.height
        })
        expect(gaps[0]).toBeGreaterThanOrEqual(plotPx.open.gap)
        for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0] ?? 0)
        const last = plot.lanes.at(-1)
        expect((last?.top ?? 0) + (last?.height ?? 0) + (gaps[0] ?? 0) / 2).toBeCloseTo(foot)
      }
  })

  it('have a row each, even where the plot is too low for that', () => {
    const items = [0, 1, 2].map((lane) => item(`e${lane}`, day(4), { lane }))
    expect(rowsOf(layOut(items, { lanes: 3, height: 60 }).lanes)).toEqual([1, 1, 1])
  })

  it('have no more rows than mend something', () => {
    expect(rowsOf(layOut([item('a', day(2)), item('b', day(8))], { height: 400 }).lanes)).toEqual([1])
    expect(rowsOf(layOut([item('a', day(2)), item('b', day(2))], { height: 400 }).lanes)).toEqual([2])
  })

  it('have as many rows as the plot has room for, down to the px', () => {
    const crowd = many(9, () => day(6), { label: 'A rather long name' })
    for (const rows of [2, 3, 4]) {
      expect(rowsOf(layOut(crowd, { height: heightFor(1, rows) }).lanes)).toEqual([rows])
      expect(rowsOf(layOut(crowd, { height: heightFor(1, rows) - 1 }).lanes)).toEqual([rows - 1])
    }
    const statements = [item('q', day(3), { kind: 'quotation' })]
    expect(rowsOf(layOut(crowd, { statements, height: heightFor(1, 3, true) }).lanes)).toEqual([3])
    expect(rowsOf(layOut(crowd, { statements, height: heightFor(1, 3, true) - 1 }).lanes)).toEqual([2])
  })

  /** The rows of two lanes of which one can have a second one, whichever is the upper one. */
  const sharedBy = (one: TimeItem[], other: TimeItem[]) => {
    const rowsFor = (upper: TimeItem[], lower: TimeItem[]) => {
      const items = [...upper, ...lower.map((each) => ({ ...each, key: `lower ${each.key}`, lane: 1 }))]
      return rowsOf(layOut(items, { lanes: 2, height: heightFor(2, 3) }).lanes)
    }
    expect(rowsFor(other, one)).toEqual(rowsFor(one, other).toReversed())
    return rowsFor(one, other)
  }
  const alike = (count: number) => many(count, () => day(6), { label: '' })

  it('get another row for marks that have none rather than for words that gave way', () => {
    const quiet = [4, 8].map((number) => item(`e${number}`, day(number), { label: 'x', rank: -1 }))
    const speechless = [...quiet, item('middle', day(6), { label: 'A name that is too long for what is beside it' })]
    expect(sharedBy(speechless, alike(2))).toEqual([1, 2])
    expect(sharedBy(speechless, [item('a', day(2))])).toEqual([2, 1])
  })

  it('get another row where more is without one, of two that it would help as much', () => {
    expect(sharedBy(alike(3), alike(2))).toEqual([2, 1])
  })

  it('get rows for the records that their folds have no words for, on either side', () => {
    const early = many(4, (index) => `2029-0${index + 1}`, { lane: 1 })
    const late = many(4, (index) => `2031-0${index + 1}`, { lane: 1 })
    for (const folded of [early, late])
      expect(rowsOf(layOut([item('a', day(2)), ...folded], { lanes: 2, height: 400 }).lanes)).toEqual([1, 4])
  })

  it('get rows for what is only counted, to be seen how many there were', () => {
    const crowd = many(100, () => day(6), { lane: 1 })
    const { lanes } = layOut([item('a', day(2)), ...crowd], { lanes: 2, height: heightFor(2, 4) })
    expect(rowsOf(lanes)).toEqual([1, 3])
  })
})

describe('a mark of a lane', () => {
  it('stands within its row and its lane, a dot and a bar in the middle of it', () => {
    const { lanes, markOf } = layOut([item('bar', day(2)), item('dot', `${day(6)}T10:00Z`), item('band', '2030-03')], {
      height: 120,
    })
    expect(rowsOf(lanes)).toEqual([2])
    const top = lanes[0]?.top ?? 0
    const extent = (id: string) => [markOf(id).y - top, markOf(id).height]
    expect(extent('bar')).toEqual([4, 9])
    expect(extent('dot')).toEqual([3.5, 10])
    expect(extent('band')).toEqual([ROW + 1.5, 14])
  })

  it('is pointed at with its words, on their side of it', () => {
    const { markOf, axis } = layOut([
      item('right', day(2), { label: 'Some words', strong: true }),
      item('left', day(12), { label: 'Some words' }),
      item('inside', `${day(4)}/${day(8)}`, { label: 'Words' }),
      item('none', day(10), { label: '' }),
    ])
    const [right, left, inside, none] = ['right', 'left', 'inside', 'none'].map(markOf)
    expect(right?.reach.x0).toBe(right?.x0)
    expect(right?.reach.x1).toBeCloseTo((right?.words?.x ?? 0) + textWidth('Some words', 12, true))
    expect(left?.words?.anchor).toBe('end')
    expect(left?.reach.x0).toBeCloseTo((left?.words?.x ?? 0) - textWidth('Some words', 12))
    expect(left?.reach.x1).toBe(left?.x1)
    expect(left?.x1).toBeLessThanOrEqual(axis.core.x1)
    expect(inside?.reach).toEqual({ x0: inside?.x0, x1: inside?.x1 })
    expect(none?.reach).toEqual({ x0: none?.x0, x1: none?.x1 })
  })

  it('keeps what its record is', () => {
    const record = item('a', day(2), { hue: 'plum', unproven: true, kind: 'figure' })
    expect(layOut([record]).marks).toMatchObject([
      { ids: ['a'], key: 'figure a', kind: 'figure', hue: 'plum', unproven: true, lane: 0, moment: record.moment },
    ])
  })

  it('fades where it goes on beyond what is to scale, and only there', () => {
    const softOf = (date: string, setup: Setup = {}) => layOut([item('a', date)], setup).markOf('a').soft
    expect(softOf('2030-02-20/2030-03-05')).toEqual({ start: true, end: false })
    expect(softOf('2030-03-10/2030-03-20')).toEqual({ start: false, end: true })
    expect(softOf('2030-03-01/2030-03-12')).toEqual({ start: false, end: false })
    expect(softOf('2030-02-20/2030-03-05', { open: 'before' })).toEqual({ start: false, end: false })
    expect(softOf('2030-03-10/2030-03-20', { open: 'after' })).toEqual({ start: false, end: false })
  })

  it('without room is a thin line under its row, one for all of the same time and kind', () => {
    const crowd = many(5, () => day(6), { label: '' })
    const figures = many(2, () => day(6), { label: '', kind: 'figure', rank: 1 })
    const { marks, lanes } = layOut([...crowd, item('far', day(9)), ...figures], { height: heightFor(1, 1) })
    const thin = marks.filter((mark) => mark.thin)
    expect(thin.map(({ kind, ids }) => [kind, ids])).toEqual([
      ['event', ['e1', 'e2', 'e3', 'e4']],
      ['figure', ['figure0', 'figure1']],
    ])
    const top = lanes[0]?.top ?? 0
    for (const { y, height, words, key } of thin) {
      expect([y - top, height, words]).toEqual([ROW - 1, 3, null])
      expect(key).not.toBe('event e1')
    }
    expect(marks.filter((mark) => !mark.thin).map(({ ids }) => ids)).toEqual([['e0'], ['far']])
  })

  it('that is thin alone, or elsewhere, is none of several', () => {
    const pair = (date: string) => [item(`${date} a`, date, { label: '' }), item(`${date} b`, date, { label: '' })]
    const { marks } = layOut([...pair(day(3)), ...pair(day(7))], { height: heightFor(1, 1) })
    expect(marks.filter(({ thin }) => thin).map(({ key }) => key)).toEqual([`event ${day(3)} b`, `event ${day(7)} b`])
  })
})

describe('a record before or after the period', () => {
  it('is in the fold of its side, not to scale; what touches the period is to scale', () => {
    const { marks } = layOut(
      [item('before', '2029-12'), item('into', '2030-02-20/2030-03-01'), item('out', '2030-03-12/2030-03-20')].concat(
        item('after', '2030-03-13'),
        item('eve', '2030-02-28'),
      ),
      { height: 400 },
    )
    expect(Object.fromEntries(marks.map(({ ids, shape }) => [ids[0], shape]))).toEqual({
      ...{ before: 'word', eve: 'word', after: 'word' },
      ...{ into: 'pale', out: 'pale' },
    })
  })

  it('with an open end that reaches into the period is to scale', () => {
    const { marks, markOf, axis } = layOut([item('on', '2029-05-01/..'), item('back', '../2031-05-01')], {
      height: 400,
    })
    expect(marks.map(({ shape }) => shape)).toEqual(['pale', 'pale'])
    expect(markOf('on').x1).toBeCloseTo(axis.core.x1 - 1)
    expect(markOf('back').x0).toBeCloseTo(axis.core.x0 + 1)
  })

  it('is to scale where its fold is open, and only there', () => {
    const both = [item('a', '2029-05-01'), item('b', '2031-05-01')]
    const shapes = (open: 'before' | 'after') => layOut(both, { open }).marks.map(({ shape }) => shape)
    expect(shapes('before')).toEqual(['bar', 'word'])
    expect(shapes('after')).toEqual(['word', 'bar'])
  })
})

describe('marks', () => {
  it('are in the order of their time, the longer first, whatever they are', () => {
    const { marks } = layOut(
      [
        ...[item('late', day(9)), item('fold', '2029-05'), item('short', day(3)), item('long', `${day(3)}/${day(5)}`)],
        ...many(70, () => day(6), { kind: 'figure' }),
      ],
      { statements: [item('said', day(8), { kind: 'quotation' })], height: 300 },
    )
    expect(marks.map(({ ids }) => ids[0])).toEqual(['fold', 'long', 'short', 'figure0', 'said', 'late'])
  })
})

describe('records that are too many to be told one by one', () => {
  it('are counted from sixty-one of a kind on, the other kinds of the lane are not', () => {
    const shapes = (count: number) =>
      new Set(
        layOut([...many(count, () => day(6)), item('f', day(6), { kind: 'figure' })]).marks.map(({ shape }) => shape),
      )
    expect(shapes(60)).toEqual(new Set(['bar', 'count']))
    expect(shapes(61)).toEqual(new Set(['density', 'count']))
  })

  it('are counted by lanes: two with forty each are none that has too many', () => {
    const items = [...many(40, () => day(6)), ...many(40, () => day(6), { lane: 1 }, 'lower')]
    expect(layOut(items, { lanes: 2 }).marks.every(({ shape }) => shape !== 'density')).toBe(true)
  })

  it('are counted by their kind: a day of two has a bar of each', () => {
    const { marks } = layOut([...many(70, () => day(6)), ...many(61, () => day(6), { kind: 'figure' })])
    expect(marks.map(({ kind, ids, key }) => [kind, ids.length, key])).toEqual([
      ['event', 70, `events 0 ${day(6)}`],
      ['figure', 61, `figures 0 ${day(6)}`],
    ])
  })

  it('are rows of a table where they share a time, in words how many', () => {
    const { marks } = layOut(many(70, () => day(6), { kind: 'place' }))
    expect(marks.map(({ ids, words }) => [ids.length, words?.text])).toEqual([[70, '70 place']])
  })

  it('are bars of their days on the foot of the lane, as high as they are many', () => {
    const crowd = [
      ...many(80, () => day(6), { hue: 'plum' }),
      ...many(40, () => day(7), {}, 'next'),
      item('one', day(8)),
    ]
    const { marks, lanes, axis } = layOut(crowd, { height: 200 })
    const lane = lanes[0] ?? { top: 0, height: 0 }
    expect(marks.map(({ ids }) => ids.length)).toEqual([80, 40, 1])
    for (const mark of marks) {
      expect(mark).toMatchObject({ shape: 'density', kind: 'event', lane: 0, thin: false, unproven: false })
      expect(mark.soft).toEqual({ start: false, end: false })
      expect(mark.y + mark.height).toBeCloseTo(lane.top + lane.height)
      expect(mark.reach).toEqual({ x0: mark.x0, x1: mark.x1 })
      expect(mark.x0).toBeCloseTo(axis.toX(mark.moment.start))
      expect(mark.x1).toBeCloseTo(axis.toX(mark.moment.end) - 1)
    }
    const [most, half, one] = marks
    expect(most?.hue).toBe('plum')
    expect(most?.height).toBe(lane.height - 2)
    expect(half?.height).toBeCloseTo((lane.height - 2) / 2)
    expect(one?.height).toBe(2)
  })

  it('have their number in the middle where the bar is high and wide enough for it', () => {
    const crowd = [...many(100, () => day(6)), ...many(4, () => day(7), {}, 'next')]
    const [most, few] = layOut(crowd, { height: 120 }).marks
    expect(most?.words).toMatchObject({ lead: '', text: '100', anchor: 'middle', strong: false })
    expect(most?.words?.x).toBeCloseTo(((most?.x0 ?? 0) + (most?.x1 ?? 0)) / 2)
    expect(few?.words).toBeNull()
    // A day of 20 px has no room for three digits with some px beside them.
    expect(layOut(crowd, { height: 120, width: 22 * 12 }).marks[0]?.words).toBeNull()
    expect(layOut(crowd, { height: 120, width: 24 * 12 }).marks[0]?.words?.text).toBe('100')
    expect(layOut(crowd, { slim: true, height: 53 }).marks.every(({ words }) => words === null)).toBe(true)
  })
})

describe('the row of statements', () => {
  const statements = [item('q', day(3), { kind: 'quotation' })]

  it('is at the foot of the plot, where there are any', () => {
    const { statements: row, marks } = layOut([item('a', day(2))], { statements, height: 150 })
    expect(row).toEqual({ top: 127, height: 22 })
    expect(marks.map(({ shape }) => shape)).toEqual(['bar', 'quote'])
    expect(layOut([item('a', day(2))]).statements).toBeNull()
  })
})

describe('a slim plot', () => {
  it('has its lanes in the middle of what is below the axis, as close as they fit', () => {
    for (const height of [53, 65, 40]) {
      const items = [0, 1, 2, 3].map((lane) => item(`e${lane}`, day(4), { lane }))
      const { lanes } = layOut(items, { lanes: 4, slim: true, height })
      const pitch = lanes[0]?.height ?? 0
      expect(pitch).toBe(Math.min(9, (height - plotPx.slim.axis - 2) / 4))
      const foot = (lanes.at(-1)?.top ?? 0) + pitch
      expect((lanes[0]?.top ?? 0) - plotPx.slim.axis).toBeCloseTo(height - foot)
      expect(lanes.map(({ top }, lane) => top - (lanes[0]?.top ?? 0) - lane * pitch)).toEqual(
        [0, 0, 0, 0].map((none) => expect.closeTo(none)),
      )
    }
  })

  it('has events as short lines in the middle of their lane, a dot a little taller, and no figures', () => {
    const { lanes, marks, markOf } = layOut(
      [item('bar', day(2)), item('dot', `${day(6)}T10:00Z`), item('f', day(3), { kind: 'figure' })],
      { slim: true, height: 53 },
    )
    expect(marks.map(({ ids }) => ids[0])).toEqual(['bar', 'dot'])
    const { top, height } = lanes[0] ?? { top: 0, height: 0 }
    expect([markOf('bar').height, markOf('dot').height]).toEqual([5, 7])
    for (const mark of marks) expect(mark.y + mark.height / 2).toBeCloseTo(top + height / 2)
  })

  it('has marks no taller than a lane where those are many', () => {
    const items = Array.from({ length: 8 }, (_, lane) => item(`e${lane}`, day(4), { lane }))
    const { marks, lanes } = layOut(items, { lanes: 8, slim: true, height: 53 })
    for (const { y, height, lane } of marks) {
      expect(y).toBeGreaterThanOrEqual((lanes[lane]?.top ?? 0) - 1e-9)
      expect(height).toBe(4)
    }
  })
})

it('a lane that is not there has nothing, and the others have theirs', () => {
  const { marks } = layOut([item('gone', day(2), { lane: 5 }), item('old', '2029-05', { lane: 5 }), item('a', day(2))])
  expect(marks.map(({ ids }) => ids[0])).toEqual(['a'])
  expect(at(day(2))).toBe(marks[0]?.moment.start)
})
