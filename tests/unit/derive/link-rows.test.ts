import { beforeEach, describe, expect, it } from 'vitest'
import { listRecords } from '@/lib/derive/case-records'
import { drawLayer } from '@/lib/derive/draw-layer'
import type { LinkedCase, LinkedMoment, LinkedPlace } from '@/lib/derive/linked-case'
import { isOutside } from '@/lib/derive/marks-in-time'
import { noFilter } from '@/lib/derive/record-filter'
import { listStops } from '@/lib/derive/step-time'
import { everyLayer, hiddenLayers, toggledLayers, visibleLayers } from '@/lib/derive/visible-layers'
import { findVisible } from '@/lib/derive/visible-records'
import { listDocuments } from '@/lib/find/find-documents'
import { forAll, linkRows, readRows, row } from '../row-kit'

const day = (date: string) => Date.parse(`${date}T00:00Z`)

const rows = [
  row({ name: 'On a day', when: '2030-03-01' }),
  row({ name: 'On another', when: '2030-03-05' }),
  row({ name: 'In a month', when: '2030-03' }, { geometry: null }),
  row({ name: 'Undated' }),
]
const time = { property: 'when' }

// Linked for each test: what is worked out while the file loads is no test's own.
let linked: LinkedCase
let places: LinkedPlace[]
let moments: LinkedMoment[]
function linkAnew(design: Parameters<typeof linkRows>[1], features: readonly unknown[] = rows) {
  const found = linkRows(features, design)
  linked = found.linked
  places = found.rows
  moments = found.moments
}

describe('a dated row', () => {
  beforeEach(() => linkAnew({ time }))

  it('is a moment of the case, as fine as its date', () => {
    expect(moments.map(({ date, precision, basis }) => [date, precision, basis])).toEqual([
      ['2030-03', 'month', 'record'],
      ['2030-03-01', 'day', 'record'],
      ['2030-03-05', 'day', 'record'],
    ])
  })

  it('is shown in the windows of time that its date lies in; an undated one in none', () => {
    const shownIn = (start: string, end: string) => {
      const query = {
        filter: noFilter,
        time: { start: day(start), end: day(end) },
        hiddenLayers: [],
        placesWithin: null,
      }
      const { place } = findVisible(listRecords(linked), query)
      return places.filter(({ id }) => place.has(id)).map(({ name }) => name)
    }
    expect(shownIn('2030-03-01', '2030-03-02')).toEqual(['On a day', 'In a month'])
    expect(shownIn('2030-03-05', '2030-03-06')).toEqual(['On another', 'In a month'])
    expect(shownIn('2031-01-01', '2031-01-02')).toEqual([])
  })

  it('is on the map, and on the wall’s, in the same windows', () => {
    const window = { start: day('2030-03-01'), end: day('2030-03-02') }
    expect(places.filter((place) => !isOutside(place, window)).map(({ name }) => name)).toEqual([
      'On a day',
      'In a month',
    ])
    expect(places.some((place) => isOutside(place, null))).toBe(false)
  })

  it('is all there while no window is chosen', () => {
    const { place } = findVisible(listRecords(linked), {
      filter: noFilter,
      time: null,
      hiddenLayers: [],
      placesWithin: null,
    })
    expect(places.every(({ id }) => place.has(id))).toBe(true)
  })
})

describe('the date of a row', () => {
  it('is its “date” where the layer names no property, if that is one', () => {
    const { rows: places, moments } = linkRows([
      row({ name: 'a', date: '2030-03-01' }),
      row({ name: 'b', date: 'in spring' }),
    ])
    expect(places.map(({ date, undated }) => [date, undated])).toEqual([
      ['2030-03-01', undefined],
      [undefined, undefined],
    ])
    expect(moments).toHaveLength(1)
  })

  it('is not taken where since or until says when: that is no moment, as before', () => {
    const { rows: places, moments } = linkRows([row({ name: 'a', since: '2030-03-01', date: '2030-05-01' })])
    expect(places[0]).toMatchObject({ fromDate: '2030-03-01', from: day('2030-03-01') })
    expect(moments).toEqual([])
  })

  it('is from a first to a last property, and open where one is missing', () => {
    const between = { start: 'began', end: 'ended' }
    const { rows: places } = linkRows(
      [
        row({ name: 'a', began: '2030-03-01', ended: '2030-03-03' }),
        row({ name: 'b', began: '2030-03-01' }),
        row({ name: 'c', ended: '2030-03-03' }),
      ],
      { time: between },
    )
    expect(places.map(({ date, from, to }) => [date, from, to])).toEqual([
      ['2030-03-01/2030-03-03', day('2030-03-01'), day('2030-03-04')],
      ['2030-03-01/..', day('2030-03-01'), undefined],
      ['../2030-03-03', undefined, day('2030-03-04')],
    ])
  })
})

describe('find', () => {
  it('looks through the words of a row, and not through its numbers', () => {
    const { linked } = linkRows([row({ name: 'a', category: 'Artillery', count: 7, open: true })])
    const document = listDocuments(linked).find(({ names }) => names.includes('a'))
    expect(document?.texts).toEqual([forAll.kind, 'Artillery'])
  })
})

describe('a layer that is not shown', () => {
  let others: string[]
  beforeEach(() => {
    linkAnew({ shown: false })
    others = linked.layers.map(({ id }) => id).filter((id) => id !== 'incidents')
  })

  it('is off where the address asks for none in particular, or for none that there is', () => {
    expect(visibleLayers(linked, null)).toEqual(others)
    expect(visibleLayers(linked, ['volcanoes'])).toEqual(others)
    expect(hiddenLayers(linked, others)).toEqual(['incidents'])
  })

  it('is on where the address asks for it, or for every layer', () => {
    expect(visibleLayers(linked, ['incidents'])).toEqual(['incidents'])
    expect(visibleLayers(linked, everyLayer(linked))).toEqual([...others, 'incidents'])
    expect(everyLayer(linkRows(rows).linked)).toBeNull()
  })

  it('is asked for by name once it is switched on, and by nothing once it is off again', () => {
    expect(toggledLayers(linked, others, 'incidents')).toEqual([...others, 'incidents'])
    expect(toggledLayers(linked, [...others, 'incidents'], 'incidents')).toBeNull()
    expect(toggledLayers(linked, others, 'reactions')).toEqual(others.filter((id) => id !== 'reactions'))
  })
})

describe('a walk through time', () => {
  beforeEach(() => linkAnew({ time }, [...rows, row({ name: 'Also then', when: '2030-03-01' })]))

  it('rests where rows begin, in a case that has no events', () => {
    // What is known to a month is told once the next thing begins.
    expect(listStops(moments).map(({ ids }) => ids.length)).toEqual([2, 1, 1])
  })

  it('rests at events alone where there are some', () => {
    const { linked } = linkRows(rows, { time })
    const events = new Set(linked.events.map(({ id }) => id))
    expect(listStops(linked.moments).every(({ ids }) => ids.every((id) => events.has(id)))).toBe(true)
  })
})

it('writes with the name of a row that is only dated to a month when that was', () => {
  const { records } = readRows(
    rows.map((each) => ({ ...each, geometry: { type: 'Point', coordinates: [1, 2] } })),
    { all: forAll, time },
  )
  const layer = records?.layers.find(({ id }) => id === 'incidents')
  if (layer === undefined) throw new Error('no layer')
  const { features } = drawLayer(layer, { figures: [], actors: [], claims: [], borders: [] })
  const names = features.filter(({ properties: { part } }) => part === 'point').map(({ properties: { name } }) => name)
  expect(names).toEqual(['On a day', 'On another', 'In a month (2030-03)', 'Undated'])
})
