import { describe, expect, it } from 'vitest'
import type { DrawnFeature, DrawnPart } from '@/lib/derive/drawn-feature'
import { findLargest, isRow, isUnsorted, isWebLink, shownFields, sizeByField } from '@/lib/derive/field-values'
import type { LinkedLayer, LinkedPlace } from '@/lib/derive/linked-case'
import { linkRows, readRows, row } from '../row-kit'

/** A row of this many properties, as linked, with its layer. */
function linked(properties: Record<string, unknown>, design: Record<string, unknown> = {}) {
  const { linked: whole, rows } = linkRows([row({ name: 'A row', ...properties })], design)
  const layer = whole.layers.find(({ id }) => id === 'incidents')
  const [place] = rows
  if (place === undefined || layer === undefined) throw new Error('no row')
  return { place, layer }
}

const shown = ({ place, layer }: { place: LinkedPlace; layer: LinkedLayer }) =>
  shownFields(place, layer).map(({ label, value }) => [label, value])

describe('the fields of a place that are shown', () => {
  it('are all that it has, under their own names, where its layer lists none', () => {
    expect(shown(linked({ count: 3, category: 'Fire' }))).toEqual([
      ['count', 3],
      ['category', 'Fire'],
    ])
    expect(shown(linked({}))).toEqual([])
  })

  it('are without those that its date says already, and with them where they are no date', () => {
    const time = { start: 'began', end: 'ended' }
    const dated = linked({ began: '2030-03-01', ended: '2030-03-02', count: 3 }, { time })
    expect(shown(dated)).toEqual([['count', 3]])
    expect(shown(linked({ date: '2030-03-01', count: 3 }))).toEqual([['count', 3]])
    expect(shown(linked({ date: 'in spring', count: 3 }))).toEqual([
      ['date', 'in spring'],
      ['count', 3],
    ])
  })

  it('are those that its layer lists, in that order and under those names, as far as it has them', () => {
    const fields = [
      { property: 'count', label: 'Dead' },
      { property: 'injured', label: 'Injured' },
      { property: 'category', label: 'What' },
    ]
    expect(shown(linked({ category: 'Fire', count: 0, other: 'x' }, { fields }))).toEqual([
      ['Dead', 0],
      ['What', 'Fire'],
    ])
  })

  it('can be what every place has, and never what every object has', () => {
    const fields = [
      { property: 'kind', label: 'Kind' },
      { property: 'code', label: 'Code' },
      { property: 'until', label: 'Until' },
      { property: 'name', label: 'Name' },
      { property: 'toString', label: 'Nothing' },
    ]
    expect(shown(linked({ code: 'XX-1' }, { fields }))).toEqual([
      ['Kind', 'Invented incident'],
      ['Code', 'XX-1'],
    ])
  })

  it('are those of the place alone where its layer is gone', () => {
    const { place } = linked({ count: 3 })
    expect(shownFields(place, undefined)).toEqual([{ property: 'count', label: 'count', value: 3 }])
  })
})

describe('a row', () => {
  const is = (properties: Record<string, unknown>, design: Record<string, unknown> = {}) =>
    isRow(linked(properties, design).place)

  it('is what has a date, lacks the one that its layer asks for, or has fields', () => {
    expect(is({ when: '2030-03-01' }, { time: { property: 'when' } })).toBe(true)
    expect(is({}, { time: { property: 'when' } })).toBe(true)
    expect(is({ count: 3 })).toBe(true)
  })

  it('is no place that lasts, whatever fields it has', () => {
    expect(is({})).toBe(false)
    expect(is({ count: 3, since: '2030-03-01' })).toBe(false)
    expect(is({ count: 3, until: '2030-03-01' })).toBe(false)
  })
})

describe('a value that leads somewhere', () => {
  it('is a whole address of the web', () => {
    expect(['https://example.org/a', 'http://example.org', 'HTTPS://example.org'].map(isWebLink)).toEqual([
      true,
      true,
      true,
    ])
  })

  it('is nothing that a browser would run or cannot open, and no number', () => {
    const others = [
      'javascript:alert(1)//https://example.org',
      'see https://example.org',
      'ftp://example.org',
      'https://',
      'https:///path',
      'https:// example.org',
      'https://[',
      'example.org',
      7,
      true,
    ]
    expect(others.filter(isWebLink)).toEqual([])
  })
})

function feature(part: DrawnPart, properties: Partial<DrawnFeature['properties']> = {}): DrawnFeature {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [0, 0] },
    properties: { place: 'p', key: 'p', layer: 'things', part, name: 'P', ...properties },
  }
}

describe('the largest mark of a layer', () => {
  it('is the one that the others are drawn beside, in any order', () => {
    const sizes = (...values: number[]) => values.map((size) => feature('point', { size }))
    expect(findLargest(sizes(2, 9, 4))).toBe(9)
    expect(findLargest(sizes(9, 4))).toBe(9)
    expect(findLargest(sizes(0))).toBe(0)
  })

  it('is no ring, which is drawn as large as it is, and none where nothing has a size', () => {
    expect(findLargest([feature('point', { size: 2 }), feature('ring', { size: 50 }), feature('label')])).toBe(2)
    expect(findLargest([feature('ring', { size: 50 }), feature('point')])).toBeUndefined()
    expect(findLargest([])).toBeUndefined()
  })
})

describe('a layer some of whose places are in none of its categories', () => {
  const categories = { property: 'kind', values: [{ value: 'open', name: 'Open', hue: 'moss' as const }] }
  const ramp = { property: 'rate', steps: [1] }

  it('is one whose area or point has neither a category nor a number', () => {
    expect(isUnsorted({ categories }, [feature('area')])).toBe(true)
    expect(isUnsorted({ categories }, [feature('point', { category: '0' }), feature('point')])).toBe(true)
    expect(isUnsorted({ ramp }, [feature('area')])).toBe(true)
  })

  it('is none where all are sorted, where nothing sorts them, or where only names and circles are not', () => {
    expect(isUnsorted({ categories }, [feature('area', { category: '0' })])).toBe(false)
    expect(isUnsorted({ ramp }, [feature('point', { value: 0 })])).toBe(false)
    expect(isUnsorted({}, [feature('area'), feature('point')])).toBe(false)
    // Of places that are only counted nothing is asked.
    expect(isUnsorted({ mark: 'hexagon', ramp: { steps: [1] } }, [feature('point')])).toBe(false)
    expect(isUnsorted({ mark: 'hexagon', ramp }, [feature('point')])).toBe(true)
    expect(isUnsorted({ categories }, [feature('label'), feature('accuracy'), feature('ring')])).toBe(false)
  })
})

it('a size without a unit is a number alone', () => {
  const [place] = readRows([row({ name: 'A row', dead: 1200 })]).places
  expect(place && sizeByField(place, { property: 'dead' })).toEqual({ size: 1200, caption: '1,200' })
  expect(place && sizeByField(place, { property: 'dead', unit: 'people' }).caption).toBe('1,200 people')
  expect(place && sizeByField(place, { property: 'injured' })).toEqual({})
})
