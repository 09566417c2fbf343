import { beforeEach, describe, expect, it } from 'vitest'
import type { LinkedPlace } from '@/lib/derive/linked-case'
import { isOutside, marksOf, ringsOutside } from '@/lib/derive/marks-in-time'
import type { Place } from '@/lib/schema/place'
import type { CaseRecords } from '@/lib/schema/records'
import { linkRecords, withPlace } from '../linked-fixture'
import { validRecords } from '../read-fixture'
import { linkRows, row } from '../row-kit'

const day = (text: string) => Date.parse(`${text}T00:00Z`)

function placeOf(id: string, records?: CaseRecords): LinkedPlace {
  const found = linkRecords(records).linked.places.find((place) => place.id === id)
  if (found === undefined) throw new Error(`no place ${id}`)
  return found
}

const changed = (id: string, change: Partial<Place['properties']>) => placeOf(id, withPlace(id, change))

/** The valid case’s records with one place at another geometry. */
function at(id: string, geometry: Place['geometry'], change: Partial<Place['properties']> = {}): LinkedPlace {
  const records = withPlace(id, change)
  const layers = records.layers.map((layer) => ({
    ...layer,
    places: layer.places.map((place) => (place.id === id ? { ...place, geometry } : place)),
  }))
  return placeOf(id, { ...records, layers })
}

const square: [number, number][] = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
  [0, 0],
]

describe('what names a place', () => {
  it('is linked to it kind by kind: also where it was said, and what it is drawn by', () => {
    expect(placeOf('capital')).toMatchObject({
      quotations: ['ice', 'wait'],
      statements: [],
      figures: [],
      events: ['sailing'],
    })
    expect(placeOf('harbour')).toMatchObject({ statements: ['ferry-sails'], events: [] })
    // The figure does not say that it is about the leak, whose ring it is.
    expect(placeOf('leak').figures).toEqual(['zone-5', 'boil-1', 'shock-2'])
    expect(placeOf('pipe')).toMatchObject({ quotations: [], statements: [], figures: [], events: [], related: [] })
  })

  it('names it once, though it is both where it was said and what that is about', () => {
    const records = validRecords()
    const quotations = records.quotations.map((each) => ({ ...each, where: 'harbour', about: ['harbour'] }))
    const place = placeOf('harbour', { ...records, quotations })
    expect(place.quotations).toHaveLength(quotations.length)
    expect(place.related).not.toContain('harbour')
  })

  it('relates the places that are named with it, most often first, else as the layers have them', () => {
    const records = validRecords()
    const events = ['a', 'b'].flatMap((id) => {
      const [event] = records.events
      return event === undefined ? [] : [{ ...event, id, about: ['pipe', 'shock'] }]
    })
    const [event] = records.events
    if (event === undefined) throw new Error('no event')
    const once = { ...event, id: 'c', about: ['pipe', 'leak', 'area-1', 'gone'] }
    expect(placeOf('pipe', { ...records, events: [once, ...events] }).related).toEqual(['shock', 'area-1', 'leak'])
    const [first, second] = [
      { ...event, about: ['pipe', 'leak'] },
      { ...event, id: 'd', about: ['pipe', 'area-1'] },
    ]
    expect(placeOf('pipe', { ...records, events: [first, second] }).related).toEqual(['area-1', 'leak'])
  })
})

describe('where a place stands', () => {
  it('is where its mark or name is drawn', () => {
    expect(placeOf('leak').anchor).toEqual([9, 54.2])
    expect(placeOf('northmark').anchor).toEqual([12, 57.5])
    // A queue and a flow at their heads, not half way along the road.
    expect(placeOf('coast-road').anchor).toEqual([11, expect.closeTo(56.108, 2)])
    expect(placeOf('arc-south').anchor).toEqual([12, 55])
    expect(changed('area-1', { label: [10.25, 55.25] }).anchor).toEqual([10.25, 55.25])
    expect(placeOf('area-1').anchor).toEqual([expect.closeTo(10.5, 1), expect.closeTo(55.5, 1)])
  })

  it('is where its name would be of one of which nothing is drawn, and nowhere of one that has no geometry', () => {
    expect(changed('harbour', { drawn: 'nothing' })).toMatchObject({ anchor: [11, 56], bounds: [11, 56, 11, 56] })
    expect(changed('harbour', { drawn: 'nothing', label: [11.5, 56.5] }).anchor).toEqual([11.5, 56.5])
    expect(at('harbour', null)).toMatchObject({ anchor: null, bounds: null })
    // A name drawn elsewhere is no place on the map.
    expect(at('harbour', null, { label: [11, 56] }).anchor).toBeNull()
  })

  it('is framed as its editor says, else as it is drawn with its rings', () => {
    expect(changed('harbour', { frame: [8, 54, 14, 58] }).bounds).toEqual([8, 54, 14, 58])
    const [west = 0, south = 0, east = 0, north = 0] = placeOf('leak').bounds ?? []
    expect(west < 9 && east > 9 && south < 54.2 && north > 54.2).toBe(true)
  })
})

describe('how large a place is', () => {
  it('is measured of areas, also among other shapes, and of nothing else', () => {
    const polygon: Place['geometry'] = { type: 'Polygon', coordinates: [square] }
    const several: Place['geometry'] = {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Point', coordinates: [5, 5] },
        { type: 'Polygon', coordinates: [square] },
      ],
    }
    expect(at('area-1', several).measuredAreaKm2).toBeCloseTo(at('area-1', polygon).measuredAreaKm2 ?? 0, 6)
    expect(placeOf('area-2').measuredAreaKm2).toBeGreaterThan(0)
    expect(placeOf('area-1').measuredAreaKm2).toBeCloseTo(7002, -2)
    expect(at('area-1', null)).not.toHaveProperty('measuredAreaKm2')
    for (const id of ['harbour', 'coast-road', 'pipe', 'leak', 'northmark'])
      expect(placeOf(id)).not.toHaveProperty('measuredAreaKm2')
  })

  it('is not measured on the frame around what is only named', () => {
    expect(changed('area-1', { drawn: 'name' })).not.toHaveProperty('measuredAreaKm2')
  })
})

describe('when a place was', () => {
  it('is from its first day to the end of its last, and always where it has none', () => {
    expect(changed('harbour', { since: '2030-03', until: '2030-04-02' })).toMatchObject({
      from: day('2030-03-01'),
      to: day('2030-04-03'),
      fromDate: '2030-03',
    })
    for (const key of ['from', 'to', 'fromDate', 'date', 'undated']) expect(placeOf('harbour')).not.toHaveProperty(key)
  })

  it('begins with the claim that it stands for, unless it says when itself', () => {
    expect(placeOf('area-1')).toMatchObject({ from: day('2030-03-01'), fromDate: '2030-03-01' })
    expect(placeOf('area-2')).toMatchObject({ from: day('2020-01-01'), fromDate: '2020' })
    expect(changed('area-1', { since: '2030-03-05' }).from).toBe(day('2030-03-05'))
  })

  it('spans the days of all the figures that size it, for ever where one of them is undated', () => {
    const records = withPlace('shock', { sizedBy: ['shock-2', 'crossed-office'] })
    const dated = (id: string, asOf: string | undefined) =>
      records.figures.map(({ asOf: own, ...figure }) => {
        const when = figure.id === id ? asOf : own
        return { ...figure, ...(when === undefined ? {} : { asOf: when }) }
      })
    const both = placeOf('shock', { ...records, figures: dated('shock-2', '2030-03-02/2030-03-04') })
    expect(both).toMatchObject({ from: day('2030-03-02'), to: day('2030-03-11') })
    const one = placeOf('shock', { ...records, figures: dated('shock-2', undefined) })
    expect(one).not.toHaveProperty('from')
    expect(one).not.toHaveProperty('to')
  })

  it('is of a row what its date says, to an end that is open where nobody says', () => {
    const when = (date: string) => {
      const [place] = linkRows([row({ name: 'a', when: date })], { time: { property: 'when' } }).rows
      return { date: place?.date, from: place?.from, to: place?.to, undated: place?.undated }
    }
    expect(when('2030-03-01')).toEqual({ date: '2030-03-01', from: day('2030-03-01'), to: day('2030-03-02') })
    expect(when('2030-03-01/..')).toEqual({ date: '2030-03-01/..', from: day('2030-03-01') })
    expect(when('../2030-03-01')).toEqual({ date: '../2030-03-01', to: day('2030-03-02') })
  })

  it('is unknown of a row without the date that its layer’s rows have, unless it says when it began or ended', () => {
    const undated = (properties: Record<string, unknown>, design = {}) =>
      linkRows([row({ name: 'a', ...properties })], design).rows.map((place) => place.undated)
    const time = { property: 'when' }
    expect(undated({}, { time })).toEqual([true])
    expect(undated({ since: '2030-03-01' }, { time })).toEqual([undefined])
    expect(undated({ until: '2030-03-01' }, { time })).toEqual([undefined])
    expect(undated({})).toEqual([undefined])
  })

  it('is for each of its rings when that ring’s figure counts', () => {
    const records = validRecords()
    const figures = records.figures.map((figure) =>
      figure.id === 'zone-5' ? { ...figure, asOf: '2030-03-09/2030-03-10' } : figure,
    )
    const { rings = [] } = placeOf('leak', { ...records, figures })
    expect(rings.map(({ figure, from, to }) => [figure, from, to])).toEqual([
      ['zone-5', day('2030-03-09'), day('2030-03-11')],
      ['boil-1', undefined, undefined],
      ['shock-2', day('2030-03-10'), day('2030-03-11')],
    ])
    expect(placeOf('harbour')).not.toHaveProperty('rings')
  })
})

describe('what a window of time has nothing of', () => {
  let leak: LinkedPlace
  beforeEach(() => {
    leak = placeOf('leak')
  })
  const window = (start: string, end: string) => ({ start: day(start), end: day(end) })

  it('is a place that ended before it, began after it, or is a row that nobody dates', () => {
    const place = { from: day('2030-03-02'), to: day('2030-03-04') }
    expect(isOutside(place, window('2030-03-04', '2030-03-05'))).toBe(true)
    expect(isOutside(place, window('2030-03-01', '2030-03-02'))).toBe(true)
    expect(isOutside(place, window('2030-03-03', '2030-03-05'))).toBe(false)
    expect(isOutside(place, window('2030-03-01', '2030-03-03'))).toBe(false)
    expect(isOutside({ undated: true }, window('2030-03-01', '2030-03-03'))).toBe(true)
    expect(isOutside({}, window('2030-03-01', '2030-03-03'))).toBe(false)
    expect(isOutside({ undated: true }, null)).toBe(false)
  })

  it('is a ring whose figure does not count then, whatever becomes of its place', () => {
    const keyOf = (places: readonly LinkedPlace[], time: Parameters<typeof ringsOutside>[1]) =>
      ringsOutside(places, time).map(({ id, layer }) => [id, layer])
    expect(keyOf([leak], window('2030-03-01', '2030-03-05'))).toEqual([['leak~shock-2', 'nord-stream-leaks']])
    expect(keyOf([leak], window('2030-03-10', '2030-03-11'))).toEqual([])
    expect(keyOf([leak], null)).toEqual([])
    expect(keyOf([placeOf('harbour')], window('2030-03-01', '2030-03-05'))).toEqual([])
  })

  it('is told of a place and of each of its rings by a key of its own', () => {
    const keys = marksOf(leak).map(({ id }) => id)
    expect(keys).toEqual(['leak', 'leak~zone-5', 'leak~boil-1', 'leak~shock-2'])
    expect(new Set(marksOf(leak).map(({ layer }) => layer))).toEqual(new Set(['nord-stream-leaks']))
    expect(marksOf(placeOf('harbour'))).toEqual([{ id: 'harbour', layer: 'border-crossings' }])
    // The map’s features are called the same.
    const drawn = linkRecords().drawn.filter(({ properties }) => properties.place === 'leak')
    expect(keys).toEqual(expect.arrayContaining(drawn.map(({ properties }) => properties.key)))
  })
})
