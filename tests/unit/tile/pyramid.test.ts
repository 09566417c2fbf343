import { zxyToTileId } from 'pmtiles'
import { describe, expect, it } from 'vitest'
import { chooseMaxZoom } from '@/lib/command/tile/choose-zoom'
import { Tally, tallyProperties, UNDATED } from '@/lib/command/tile/tally'
import { CURVE_LEVELS, cellsWithin, curveNumber, firstTileId, toUnits } from '@/lib/geo/curve'

describe('the curve', () => {
  const places = [
    [36.2, 49.99],
    [-122.4, 37.8],
    [179.9999, -84],
    [-180, 85],
    [0, 0],
  ] as const

  it('goes as that of PMTiles does', () => {
    for (const [lng, lat] of places) {
      const { x, y } = toUnits(lng, lat)
      expect(firstTileId(CURVE_LEVELS) + curveNumber(x, y)).toBe(zxyToTileId(CURVE_LEVELS, x, y))
    }
  })

  it('has the number of each tile around a point at its head', () => {
    for (const [lng, lat] of places) {
      const { x, y } = toUnits(lng, lat)
      for (const zoom of [0, 3, 9, 14]) {
        const side = 2 ** (CURVE_LEVELS - zoom)
        const tile = Math.floor(curveNumber(x, y) / cellsWithin(zoom))
        expect(firstTileId(zoom) + tile).toBe(zxyToTileId(zoom, Math.floor(x / side), Math.floor(y / side)))
      }
    }
  })
})

describe('a tally', () => {
  const shape = { categories: 2, bins: 3 }

  it('writes how many had begun by each bin, as numbers of one width', () => {
    const tally = new Tally(shape)
    for (let index = 0; index < 12; index += 1) tally.add(0, 1, 1)
    tally.add(1, 0, 2)
    tally.add(1, UNDATED, UNDATED)
    expect(tallyProperties(tally, shape)).toEqual({
      n: 14,
      w: 2,
      n0: 12,
      s0: '001212',
      n1: 2,
      s1: '010101',
      e1: '000001',
    })
  })

  it('counts the same as a list, as a table, and put together of both', () => {
    const [whole, few, many] = [new Tally(shape), new Tally(shape), new Tally(shape)]
    for (let index = 0; index < 60; index += 1) {
      const point = [index % 2, index % 3, 2] as const
      whole.add(...point)
      if (index < 10) few.add(...point)
      else many.add(...point)
    }
    few.merge(many)
    expect(tallyProperties(few, shape)).toEqual(tallyProperties(whole, shape))
    const other = new Tally(shape)
    other.merge(whole)
    expect(other.count).toBe(60)
  })

  it('says nothing of time where there is none', () => {
    const tally = new Tally({ categories: 1, bins: 0 })
    tally.add(0, UNDATED, UNDATED)
    tally.add(0, UNDATED, UNDATED)
    expect(tallyProperties(tally, { categories: 1, bins: 0 })).toEqual({ n: 2, n0: 2 })
  })
})

describe('the last zoom', () => {
  const keysOf = (places: readonly (readonly [number, number])[]) =>
    Float64Array.from(places, ([lng, lat]) => {
      const { x, y } = toUnits(lng, lat)
      return curveNumber(x, y)
    }).sort()

  it('is near enough for few points to stand where they are', () => {
    expect(chooseMaxZoom(keysOf([[10, 50]]))).toBe(10)
  })

  it('is nearer where many stand close together', () => {
    const town = Array.from(
      { length: 20_000 },
      (_, index) => [10 + (index % 200) / 1000, 50 + index / 200_000] as const,
    )
    expect(chooseMaxZoom(keysOf(town))).toBeGreaterThan(10)
  })
})
