import { describe, expect, it } from 'vitest'
import { noFilter } from '@/lib/derive/record-filter'
import {
  binOf,
  binsExtent,
  binsOfWindow,
  chooseBins,
  countTiled,
  everyTile,
  tileQueriesOf,
  tileQueryOf,
} from '@/lib/derive/time-bins'
import type { Tiles } from '@/lib/schema/tiles'

const day = (text: string) => Date.parse(text)

describe('bins of time', () => {
  it('are the finest of which no more than the limit reach from the first moment to the last', () => {
    expect(chooseBins(day('2030-01-10'), day('2030-03-30'), 100)).toEqual({
      unit: 'day',
      first: '2030-01-10',
      count: 80,
    })
    expect(chooseBins(day('2030-01-10'), day('2031-06-30'), 100)).toEqual({
      unit: 'week',
      first: '2030-01-07',
      count: 78,
    })
    expect(chooseBins(day('2030-02-10'), day('2037-01-30'), 100)).toEqual({
      unit: 'month',
      first: '2030-02-01',
      count: 84,
    })
    expect(chooseBins(day('1000-02-10'), day('2037-01-30'), 200)).toMatchObject({ unit: 'decade', first: '1000-01-01' })
  })

  it('are as many as the limit allows, and decades where even those would be more', () => {
    expect(chooseBins(day('2030-01-10'), day('2030-03-30'), 80)).toMatchObject({ unit: 'day', count: 80 })
    expect(chooseBins(day('2030-01-10'), day('2030-03-30'), 79)).toMatchObject({ unit: 'week' })
    expect(chooseBins(day('0905-01-01'), day('2037-01-30'), 50)).toEqual({
      unit: 'decade',
      first: '0900-01-01',
      count: 50,
    })
  })

  it('have what lies before the first in the first, and what lies beyond the last in the last', () => {
    const weeks = { unit: 'week', first: '2030-01-07', count: 4 } as const
    const bins = ['2029-12-31', '2030-01-07', '2030-01-13', '2030-01-14', '2030-02-03', '2030-02-04', '2031-01-01']
    expect(bins.map((text) => binOf(weeks, day(text)))).toEqual([0, 0, 0, 1, 3, 3, 3])
    expect(binsExtent(weeks, { from: 3, to: 3 })).toEqual({ start: day('2030-01-28'), end: day('2030-02-04') })
  })

  it('begin and end where the calendar has them', () => {
    const quarters = chooseBins(day('2014-02-20'), day('2024-11-01'), 100)
    expect(quarters).toEqual({ unit: 'quarter', first: '2014-01-01', count: 44 })
    expect(binOf(quarters, day('2014-04-01') - 1)).toBe(0)
    expect(binOf(quarters, day('2014-04-01'))).toBe(1)
    expect(binsExtent(quarters, { from: 1, to: 2 })).toEqual({ start: day('2014-04-01'), end: day('2014-10-01') })
  })

  it('are those that a window touches, and none where it lies beyond', () => {
    const months = { unit: 'month', first: '2030-01-01', count: 12 } as const
    expect(binsOfWindow(months, { start: day('2030-02-15'), end: day('2030-04-01') })).toEqual({ from: 1, to: 2 })
    expect(binsOfWindow(months, { start: day('2020-02-15'), end: day('2040-04-01') })).toEqual({ from: 0, to: 11 })
    expect(binsOfWindow(months, { start: day('2031-01-01'), end: day('2031-02-01') })).toBeNull()
    expect(binsOfWindow(months, { start: day('2029-01-01'), end: day('2030-01-01') })).toBeNull()
    expect(binsOfWindow(months, { start: day('2030-01-05'), end: day('2030-01-06') })).toEqual({ from: 0, to: 0 })
    expect(binsOfWindow(months, { start: day('2030-12-31'), end: day('2031-01-01') })).toEqual({ from: 11, to: 11 })
    expect(binsOfWindow(months, { start: day('2030-02-15'), end: day('2030-02-15') })).toBeNull()
  })
})

const tiles: Tiles = {
  version: '0123456789ab',
  count: 10,
  bounds: [0, 0, 1, 1],
  maxZoom: 8,
  counts: [6, 4],
  time: { unit: 'year', first: '2030-01-01', count: 3 },
  started: [
    [3, 2, 0],
    [4, 0, 0],
  ],
  ended: [
    [1, 2, 2],
    [4, 0, 0],
  ],
}

describe('what is counted of a layer of tiles', () => {
  it('is all of it, the undated too, where nothing is asked', () => {
    expect(countTiled(tiles, everyTile)).toBe(10)
    expect(countTiled(tiles, { ...everyTile, categories: [1] })).toBe(4)
  })

  it('is what had begun by the last bin and not ended before the first', () => {
    expect(countTiled(tiles, { bins: { from: 0, to: 0 }, categories: null })).toBe(7)
    expect(countTiled(tiles, { bins: { from: 1, to: 1 }, categories: null })).toBe(4)
    expect(countTiled(tiles, { bins: { from: 2, to: 2 }, categories: [0] })).toBe(2)
  })

  it('is nothing where only records are asked for that a place is not', () => {
    const ask = (filter: Partial<typeof noFilter>) =>
      tileQueryOf('many', tiles, { filter: { ...noFilter, ...filter }, time: null }, [])
    expect(countTiled(tiles, ask({ kinds: ['quotation'] }))).toBe(0)
    expect(countTiled(tiles, ask({ speakers: ['somebody'] }))).toBe(0)
    expect(countTiled(tiles, ask({ kinds: ['place', 'event'] }))).toBe(10)
  })

  it('leaves out the categories that are switched off, of this layer and no other', () => {
    const count = (off: string[]) =>
      countTiled(tiles, tileQueryOf('many', tiles, { filter: noFilter, time: null }, off))
    expect([count([]), count(['many.0']), count(['other.0']), count(['many.0', 'many.1'])]).toEqual([10, 4, 10, 0])
  })

  it('is nothing within a window that lies beyond its dates, or where it has none', () => {
    const time = { start: day('1990-01-01'), end: day('1991-01-01') }
    expect(countTiled(tiles, tileQueryOf('many', tiles, { filter: noFilter, time }, []))).toBe(0)
    const { time: _, started: _s, ended: _e, ...undated } = tiles
    expect(countTiled(undated, tileQueryOf('many', undated, { filter: noFilter, time }, []))).toBe(0)
    expect(countTiled(undated, { bins: { from: 0, to: 2 }, categories: null })).toBe(0)
  })

  it('is what was there within a window of its dates, and ends when it begins where no end is told', () => {
    const time = { start: day('2031-03-01'), end: day('2031-04-01') }
    const count = (of: Tiles) => countTiled(of, tileQueryOf('many', of, { filter: noFilter, time }, []))
    expect(count(tiles)).toBe(4)
    const { ended: _, ...moments } = tiles
    expect(count(moments)).toBe(2)
  })

  it('is asked of each layer that is on tiles, and of no other; without a filter it is all categories', () => {
    const queries = tileQueriesOf([{ id: 'many', tiles }, { id: 'few' }], { filter: noFilter, time: null }, [])
    expect([...queries]).toEqual([['many', everyTile]])
  })
})
