import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corroborations, figureStatuses, noFilter, recordKinds } from '@/lib/derive/record-filter'
import { recordIdPattern } from '@/lib/schema/plain-values'
import { measureLimits } from '@/lib/url/drawing-codec'
import { filterLimits } from '@/lib/url/filter-codec'
import { focusKinds, type View } from '@/lib/url/view'
import { readView, writeView, zoomLimits } from '@/lib/url/view-codec'
import { layerIds } from './read-fixture'

const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9-]{0,20}$/)
const round = (digits: number) => (value: number) => Number(value.toFixed(digits))
const between = (min: number, max: number, digits: number) =>
  fc
    .double({ min, max, noNaN: true })
    .map(round(digits))
    .map((value) => value + 0)

/** Any view that an address can carry, as exactly as it carries it. */
const ids = fc.uniqueArray(id, { maxLength: 5 })
const second = fc.integer({ min: Date.UTC(1900, 0, 1) / 1000, max: Date.UTC(2100, 0, 1) / 1000 }).map((at) => at * 1000)
const point = fc.tuple(between(-180, 180, 5), between(-85, 85, 5))

const anyView: fc.Arbitrary<View> = fc.record({
  page: fc.option(fc.stringMatching(/^[a-z-]{1,24}$/)),
  scene: fc.option(fc.stringMatching(recordIdPattern)),
  thread: fc.option(fc.stringMatching(recordIdPattern)),
  time: fc.option(
    fc.tuple(second, fc.integer({ min: 1, max: 10_000_000 })).map(([start, s]) => ({ start, end: start + s * 1000 })),
  ),
  filter: fc.record({
    kinds: fc.subarray([...recordKinds]),
    speakers: ids,
    sides: ids,
    statuses: fc.subarray([...figureStatuses]),
    wordings: fc.subarray([...corroborations]),
    places: ids,
    within: fc.constantFrom(null, 'view' as const, 'area' as const, 'unit:UA-65' as const),
  }),
  off: fc.uniqueArray(
    fc.tuple(fc.constantFrom(...layerIds), fc.nat({ max: 6 })).map(([layer, number]) => `${layer}.${number}`),
  ),
  voices: fc.constantFrom(null, '', 'envoy'),
  measure: fc.option(fc.array(point, { maxLength: 6 })),
  laidOver: fc.option(
    fc.record({
      shape: fc.oneof(
        id,
        fc.tuple(id, fc.constant('boil-1-km')).map(([place, ring]) => `${place}~${ring}`),
      ),
      at: point,
      turn: fc.integer({ min: 0, max: 359 }),
    }),
  ),
  focus: fc.option(fc.record({ kind: fc.constantFrom(...focusKinds), id })),
  layers: fc.option(fc.subarray([...layerIds])),
  map: fc.option(
    fc.record({
      zoom: between(zoomLimits.min, zoomLimits.max, 2),
      lat: between(-80, 80, 4),
      lng: between(-180, 180, 4),
    }),
  ),
  theme: fc.option(fc.constantFrom('light' as const, 'dark' as const)),
  version: fc.option(fc.stringMatching(/^\d{4}(-\d{2}){0,2}\.\d{1,5}$/)),
})

const nothing: View = {
  focus: null,
  page: null,
  time: null,
  filter: noFilter,
  layers: null,
  off: [],
  voices: null,
  measure: null,
  laidOver: null,
  scene: null,
  thread: null,
  map: null,
  theme: null,
  version: null,
}

describe('the view in the address', () => {
  it('is read back as it was written', () => {
    fc.assert(fc.property(anyView, (view) => void expect(readView(writeView(view))).toEqual(view)))
  })

  it('is written in one order, whatever order it was read in', () => {
    expect(writeView(readView('?theme=dark&map=5/50/30&layers=arrivals,reactions,arrivals&place=UA-65'))).toBe(
      '?place=UA-65&layers=arrivals,reactions&map=5/50/30&theme=dark',
    )
  })

  it('never throws, and what it reads it can write and read again', () => {
    fc.assert(
      fc.property(fc.string(), (junk) => {
        const view = readView(junk)
        expect(readView(writeView(view))).toEqual(view)
      }),
    )
  })

  it.each([
    ['?map=NaN/1/1'],
    ['?map=1e9/1/1'],
    ['?map=5/50'],
    ['?map=5/50/30/2'],
    ['?theme=pink'],
    ['?v=2026-11-28'],
    ['?v=2026-11-28.x'],
    ['?v=abc123def456'],
    ['?v=2026-11-28.29<script>'],
    ['?layers=<script>,No'],
    ['?place=<script>'],
    ['?place='],
    ['?utm_source=x&__proto__=1&constructor=1'],
  ])('takes %s as nothing said', (junk) => {
    expect(readView(junk)).toEqual(nothing)
  })

  it('clamps the camera to what the map can show', () => {
    expect(readView('?map=99/-89/300').map).toEqual({ zoom: zoomLimits.max, lat: -80, lng: -60 })
  })

  it('tells no layer from nothing said', () => {
    expect(readView('?layers=').layers).toEqual([])
    expect(readView('').layers).toBeNull()
    expect(writeView({ ...nothing, layers: [] })).toBe('?layers=')
  })

  it('keeps of a list of layers what can be an id', () => {
    expect(readView('?layers=No,reactions').layers).toEqual(['reactions'])
    expect(readView(`?layers=${'a,'.repeat(500)}b`).layers).toEqual(['a'])
  })

  it('leaves out what of a measured line is no point, and no more of it', () => {
    expect(readView('?measure=10,50;10,86;x;11,51').measure).toEqual([
      [10, 50],
      [11, 51],
    ])
    expect(readView('?measure=10,50;10,85.03').measure).toHaveLength(2)
    expect(readView('?measure=x').measure).toBeNull()
    expect(readView('?measure=').measure).toEqual([])
  })

  it('keeps an area of as many corners as can be measured closed', () => {
    const corners = Array.from({ length: measureLimits.points }, (_, at): [number, number] => [at, at % 2])
    const measure = [...corners, [0, 0] satisfies [number, number]] as const
    expect(readView(writeView({ ...nothing, measure })).measure).toEqual(measure)
  })

  it('takes as many ids as the card lets choose, and no more', () => {
    const places = Array.from({ length: filterLimits.ids + 5 }, (_, at) => `p${at}`)
    expect(readView(`?at=${places.join()}`).filter.places).toEqual(places.slice(0, filterLimits.ids))
  })

  it('has one record in focus: the first kind in the order of precedence', () => {
    expect(readView('?event=later&place=UA-65').focus).toEqual({ kind: 'place', id: 'UA-65' })
  })
})
