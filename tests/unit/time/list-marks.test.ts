import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { listMarks, plot } from '@/components/timeline/list-marks'
import { type CaseRecord, listRecords } from '@/lib/derive/case-records'
import type { LinkedMoment } from '@/lib/derive/linked-case'
import { planAxis } from '@/lib/derive/plan-axis'
import { timeExtent } from '@/lib/derive/time-extent'
import { createCaseStore } from '@/lib/server/case-store'

const loaded = await createCaseStore(path.join(process.cwd(), 'data')).loadCase('2022-10-annexation')
if (loaded === null) throw new Error('the committed case cannot be read')
const { linked } = loaded

function marksOf(moments: readonly LinkedMoment[], width: number) {
  const axis = planAxis(moments, width)
  if (axis === null) throw new Error('no axis')
  return listMarks(moments, listRecords(linked), linked.layers, axis)
}

const event = (id: string, date: string): LinkedMoment => ({
  kind: 'event',
  id,
  date,
  basis: 'record',
  ...timeExtent(date),
})

/** No lower than this is a bar seen as one. */
const LEGIBLE_PX = 4

describe('the marks of the committed case', () => {
  it.each([340, 560, 1000, 2500])('are high enough to be seen, and cover no other, %i px wide', (width) => {
    const marks = marksOf(linked.moments, width)
    const bars = marks.filter(({ kind, shape }) => kind === 'event' && shape !== 'dot')
    for (const mark of marks) {
      expect(mark.height, mark.key).toBeGreaterThanOrEqual(LEGIBLE_PX)
      expect(mark.y + mark.height, mark.key).toBeLessThanOrEqual(plot.base)
    }
    for (const [index, a] of bars.entries())
      for (const b of bars.slice(index + 1))
        if (a.y === b.y) expect(a.x1 <= b.x0 || b.x1 <= a.x0, `${a.key}, ${b.key}`).toBe(true)
  })

  it.each(['quotation', 'statement', 'figure'])(
    'have each %s that nobody dates in one, apart from those of that day and from what is not proven',
    (kind) => {
      const undated = marksOf(linked.moments, 1000).filter((mark) => mark.kind === kind && mark.moment.basis === 'case')
      expect(undated.map(({ unproven }) => unproven)).toEqual(kind === 'figure' ? [false, true] : [false])
      const all = linked.moments.filter((moment) => moment.kind === kind && moment.basis === 'case')
      expect(undated.reduce((sum, { ids }) => sum + ids.length, 0)).toBe(all.length)
      const status = new Map(linked.figures.map((figure) => [figure.id, figure.status]))
      for (const { ids, unproven } of undated)
        for (const id of ids) expect(['unverified', 'claimed'].includes(status.get(id) ?? '')).toBe(unproven)
    },
  )
})

describe('listMarks', () => {
  it('gives an event the hue of its thread, and several in one mark only one that they share', () => {
    const axisOf = (moments: readonly LinkedMoment[]) => planAxis(moments, 1000)
    const tonesOf = (events: readonly [string, string][], threads: Parameters<typeof listMarks>[4]) => {
      const moments = events.map(([id]) => event(id, '2022-09-26'))
      const axis = axisOf([event('first', '2022-09-20'), ...moments])
      if (axis === null) throw new Error('no axis')
      const records = events.map(([id, thread]): CaseRecord => {
        const empty = { layers: [], places: [], speakers: [], sides: [], wording: [] }
        return { kind: 'event', id, thread, ...empty, status: null, start: null, end: null }
      })
      return new Set(listMarks(moments, records, [], axis, threads).map(({ colour }) => colour))
    }
    const threads = [
      { id: 'ferry', hue: 'pine' },
      { id: 'harbour', hue: 'rose' },
    ] as const
    const of = (thread: (index: number) => string, count: number) =>
      Array.from({ length: count }, (_, index): [string, string] => [`e${index}`, thread(index)])
    expect(
      tonesOf(
        of(() => 'ferry', 3),
        threads,
      ),
    ).toEqual(new Set(['pine']))
    expect(
      tonesOf(
        of(() => 'ferry', 40),
        threads,
      ),
    ).toEqual(new Set(['pine']))
    expect(
      tonesOf(
        of((index) => (index === 7 ? 'harbour' : 'ferry'), 40),
        threads,
      ),
    ).toEqual(new Set(['slate']))
    expect(
      tonesOf(
        of(() => 'ferry', 1),
        [],
      ),
    ).toEqual(new Set(['slate']))
  })

  it('draws what is open to the end of the axis, and that end soft', () => {
    const [first, second, third] = marksOf(
      [event('a', '../2022-09-20'), event('b', '2022-09-26/..'), event('c', '2022-09-30')],
      1000,
    )
    expect(first).toMatchObject({ x0: 0, soft: { start: true, end: false } })
    expect(second?.x1).toBeGreaterThan(third?.x1 ?? Number.POSITIVE_INFINITY)
    expect(second?.soft).toEqual({ start: false, end: true })
  })

  it('has more bars at one time than lanes share them rather than grow thin', () => {
    const many = Array.from({ length: 28 }, (_, index) =>
      event(`e${index}`, `2022-09-${String(index + 1).padStart(2, '0')}/2022-10-02`),
    )
    for (const { y, height } of marksOf(many, 1000)) {
      expect(height).toBeGreaterThanOrEqual(LEGIBLE_PX)
      expect(y + height).toBeLessThanOrEqual(plot.dots)
    }
  })

  it('has the events of one time in one mark where there are too many for one each, and only there', () => {
    const of = (length: number) =>
      marksOf(
        Array.from({ length }, (_, index) => event(`e${index}`, index === 0 ? '2022-09-20' : '2022-09-26')),
        1000,
      ).map(({ ids }) => ids.length)
    expect(of(6)).toEqual([1, 1, 1, 1, 1, 1])
    expect(of(40)).toEqual([1, 39])
  })
})
