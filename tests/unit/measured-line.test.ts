import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatLength, formatPosition } from '@/lib/client/format-figure'
import { indexSpots, joinSpots, type Spot, soughtName } from '@/lib/client/measure/find-spots'
import {
  closeLine,
  cornersOf,
  movePoint,
  pointAt,
  removePoint,
  snapped,
  standsOn,
  targetsOnMap,
} from '@/lib/client/measure/measured-line'
import { isClosed } from '@/lib/geo/drawn-area'
import { measureLineKm } from '@/lib/geo/measure-shape'
import { holdOnMap, moveByKm } from '@/lib/geo/move-by-km'
import type { LngLat } from '@/lib/schema/geometry'

const triangle: LngLat[] = [
  [0, 0],
  [10, 0],
  [5, 8],
]

describe('a measured line', () => {
  it('closes to an area from three points on, and has its corners once', () => {
    expect(closeLine(triangle.slice(0, 2))).toHaveLength(2)
    const closed = closeLine(triangle)
    expect(isClosed(closed)).toBe(true)
    expect(closeLine(closed)).toBe(closed)
    expect(cornersOf(closed)).toEqual(triangle)
  })

  it('stays an area when a corner is moved, its first too', () => {
    const moved = movePoint(closeLine(triangle), 0, [1, 1])
    expect(isClosed(moved)).toBe(true)
    expect(moved[0]).toEqual([1, 1])
  })

  it('is a line again where an area has lost a corner too many', () => {
    expect(removePoint(closeLine(triangle), 1)).toEqual([
      [0, 0],
      [5, 8],
    ])
  })

  it('takes hold of a point within reach and of none beyond', () => {
    expect(pointAt(triangle, [10.001, 0], 6)).toBe(1)
    expect(pointAt(triangle, [9, 0], 6)).toBeNull()
  })

  it('knows what a point stands on, to the digits of an address', () => {
    const targets = [
      { place: 'leak', geometry: { type: 'Point' as const, coordinates: [15.41, 54.8766667] as LngLat } },
    ]
    expect(standsOn([15.41, 54.87667], targets)).toEqual({ place: 'leak', onPoint: true })
    expect(standsOn([15.411, 54.87667], targets)).toBeNull()
  })

  it('is caught by what is on the map, and not by what the filter, a layer or the time hides', () => {
    const point = (place: string, coordinates: LngLat) => ({ place, geometry: { type: 'Point' as const, coordinates } })
    const targets = [point('leak', [15.41, 54.8767]), point('shock', [15.42, 54.88])]
    const at: LngLat = [15.411, 54.877]
    const onMap = (...shown: string[]) => snapped(at, targetsOnMap(targets, new Set(shown)), 9)
    expect(onMap('leak', 'shock')).toEqual([15.41, 54.8767])
    expect(onMap('shock')).toEqual([15.42, 54.88])
    expect(onMap()).toEqual(at)
  })
})

describe('moveByKm', () => {
  it('goes as far as it says, until the map’s edge', () => {
    const at = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -70, max: 70, noNaN: true }))
    fc.assert(
      fc.property(at, fc.constantFrom(10, 50, 200), fc.constantFrom(0, 90, 180, 270), (from, km, bearing) => {
        expect(measureLineKm([from, moveByKm(from, km, bearing)])).toBeCloseTo(km, 5)
      }),
    )
    expect(moveByKm([0, 79.9], 200, 0)[1]).toBe(80)
    expect(holdOnMap([190, 0])[0]).toBe(-170)
  })
})

describe('formatting', () => {
  it('writes lengths in three units, and positions as atlases do', () => {
    expect(formatLength(1.852, 'en')).toEqual({ km: '1.85', nauticalMiles: '1', miles: '1.15' })
    expect(formatLength(1609.344, 'en').miles).toBe('1,000')
    expect(formatPosition([-8.1, 39.75], 'en')).toBe('39.75° N, 8.10° W')
  })
})

describe('spots by name', () => {
  const ofCase: Spot[] = [
    { name: 'Kherson', otherNames: ['Херсонська область', 'Херсон'], kind: 'case', at: [33, 46] },
    { name: 'Zaporizhzhia', otherNames: ['Запорізька область', 'Запорожье'], kind: 'case', at: [36, 47] },
    { name: 'Georgia', otherNames: ['საქართველო', 'Грузия'], kind: 'case', at: [43, 42] },
  ]
  const words = { lead: 'over|lay over', article: 'the' }

  it('of a case are found despite typing errors, case and accents, in any alphabet and spelling', async () => {
    const find = await indexSpots(ofCase)
    const best = (typed: string) => find(typed)[0]?.spot.name
    expect(['Hersson', 'ХЕРСОН', 'Запорожье', 'Zaporozhye', 'Грузия', 'Gruzia', 'zzz'].map(best)).toEqual([
      'Kherson',
      'Kherson',
      'Zaporizhzhia',
      'Zaporizhzhia',
      'Georgia',
      'Georgia',
      undefined,
    ])
  })

  it('of a case and the world have a country once, with its area; what fits better is first', async () => {
    const find = await indexSpots(ofCase)
    const georgia = { englishName: 'Georgia', name: 'Georgia', at: [43.5, 42.2] as [number, number] }
    const joined = joinSpots(find('georgia'), [
      { ...georgia, kind: 'country', areaKm2: 69_700, fit: 'same' },
      { ...georgia, kind: 'region', at: [-83, 33], fit: 'same', country: 'United States' },
    ])
    expect(joined.map(({ kind, areaKm2 }) => [kind, areaKm2])).toEqual([
      ['country', 69_700],
      ['region', undefined],
    ])
    const [first] = joinSpots(
      [{ spot: { name: 'Port', kind: 'case', at: [1, 1] }, fit: 3 }],
      [{ name: 'Portugal', englishName: 'Portugal', kind: 'country', at: [-8.1, 39.75], fit: 'typo' }],
    )
    expect(first?.name).toBe('Portugal')
  })

  it('is asked for a name without the words before it', () => {
    const sought = (typed: string) => soughtName(typed, words)
    expect(['over the Netherlands', ' Lay over  Georgia', 'the Hague', 'Overijssel', 'over'].map(sought)).toEqual([
      'Netherlands',
      'Georgia',
      'Hague',
      'Overijssel',
      'over',
    ])
  })
})
