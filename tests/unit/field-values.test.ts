import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawLayer } from '@/lib/derive/draw-layer'
import { linkCase } from '@/lib/derive/link-case'
import type { Place } from '@/lib/schema/place'
import type { CaseLayer } from '@/lib/schema/records'
import { part, validFiles, validRecords } from './read-fixture'

const records = validRecords()
const context = { figures: records.figures, actors: records.actors, claims: [], borders: [] }

function place(
  fields: NonNullable<Place['properties']['fields']> | undefined,
  more: Partial<Place['properties']> = {},
): Place {
  return {
    type: 'Feature',
    id: 'somewhere',
    geometry: { type: 'Point', coordinates: [10, 50] },
    properties: {
      name: 'Somewhere',
      kind: 'Place',
      accuracyKm: 5,
      basis: 'map',
      sources: ['report'],
      ...(fields && { fields }),
      ...more,
    },
  }
}

function drawn(layer: Partial<CaseLayer>, ...places: Place[]) {
  const { features } = drawLayer(
    { id: 'things', name: 'Things', mark: 'circle', hue: 'rose', ...layer, places },
    context,
  )
  return features.filter(({ properties }) => properties.part === 'point').map(({ properties }) => properties)
}

const categories: CaseLayer['categories'] = {
  property: 'kind',
  values: [
    { value: 'open', name: 'Open', hue: 'pine' },
    { value: 2, name: 'Two', hue: 'moss' },
    { value: true, name: 'True', hue: 'plum' },
  ],
}

describe('what a place’s fields give its mark', () => {
  it('is its category, by whatever type the value has, and none for all others', () => {
    const category = (fields?: Place['properties']['fields']) => drawn({ categories }, place(fields))[0]?.category
    expect(category({ kind: 'open' })).toBe('0')
    expect(category({ kind: 2 })).toBe('1')
    expect(category({ kind: '2' })).toBe('1')
    expect(category({ kind: true })).toBe('2')
    expect(category({ kind: 'shut' })).toBeUndefined()
    expect(category({ other: 'open' })).toBeUndefined()
    expect(category(undefined)).toBeUndefined()
  })

  it('is never what every object has by itself', () => {
    const layer = { categories: { property: 'toString', values: [{ value: 'x', name: 'X', hue: 'moss' as const }] } }
    expect(drawn(layer, place({}))[0]).not.toHaveProperty('category')
  })

  it('is a size with its unit; a word or a number below zero gives none, and is no zero', () => {
    const size = { by: 'property' as const, property: 'dead', unit: 'people' }
    const of = (dead: string | number | boolean) => drawn({ size }, place({ dead }))[0]
    expect(of(1200)).toMatchObject({ size: 1200, caption: '1,200 people' })
    expect(of(0)).toMatchObject({ size: 0 })
    for (const none of ['1200', 'many', true, -1]) expect(of(none)).not.toHaveProperty('size')
    // A figure of another unit is not put on the same scale.
    const [figure] = records.figures
    expect(drawn({ size }, place(undefined, { sizedBy: [figure?.id ?? ''] }))[0]).not.toHaveProperty('size')
  })

  it('is the number of a ramp: of a field or, where none is named, of the figure', () => {
    expect(drawn({ ramp: { property: 'rate', steps: [1] } }, place({ rate: 0.5 }))[0]).toMatchObject({ value: 0.5 })
    expect(drawn({ ramp: { property: 'rate', steps: [1] } }, place({ rate: 'low' }))[0]).not.toHaveProperty('value')
    const figure = records.figures.find(({ value }) => value !== undefined)
    const sized = place({ rate: 9 }, { sizedBy: [figure?.id ?? ''] })
    expect(drawn({ ramp: { steps: [1] } }, sized)[0]).toMatchObject({ value: figure?.value })
  })

  it('is drawn of whatever fields there are', () => {
    const values = fc.dictionary(
      fc.constantFrom('kind', 'rate', 'dead'),
      fc.oneof(fc.string(), fc.double(), fc.boolean()),
    )
    fc.assert(
      fc.property(values, (fields) => {
        const size = { by: 'property' as const, property: 'dead' }
        expect(drawn({ categories, size, ramp: { property: 'rate', steps: [1] } }, place(fields))).toHaveLength(1)
      }),
    )
  })

  it('draws of many nothing but their points', () => {
    const parts = (mark: CaseLayer['mark']) =>
      drawLayer({ id: 'things', name: 'Things', mark, hue: 'rose', places: [place({})] }, context).features.map(
        ({ properties }) => properties.part,
      )
    expect(parts('density')).toEqual(['point'])
    expect(parts('cluster')).toEqual(['point'])
    expect(parts('symbol')).toEqual(['accuracy', 'point'])
  })

  it('tells the legend where some place is in no category', () => {
    const unsorted = (...kinds: string[]) => {
      const layer: CaseLayer = {
        ...{ id: 'things', name: 'Things', mark: 'circle', hue: 'rose', categories },
        places: kinds.map((kind, index) => ({ ...place({ kind }), id: `p-${index}` })),
      }
      const features = drawLayer(layer, context)
      const { layers } = linkCase({ ...records, layers: [layer] }, [], [features], {
        case: '',
        layers: new Map([['things', 'v']]),
      })
      return layers[0]?.unsorted
    }
    expect(unsorted('open', 'open')).toBeUndefined()
    expect(unsorted('open', 'shut')).toBe(true)
  })
})

describe('a place that its layer’s mark cannot draw', () => {
  function remark(id: string, change: Record<string, unknown>) {
    const files = validFiles()
    const layers = JSON.parse(files.get('layers.json') ?? '[]') as Record<string, unknown>[]
    const changed = layers.map((layer) => {
      if (layer.id !== id) return layer
      const { pattern: _, symbol: __, turn: ___, size: ____, ...rest } = layer
      return { ...rest, ...change }
    })
    return part(files.set('layers.json', JSON.stringify(changed)))
  }

  it.each([
    [
      'nord-stream-pipelines',
      { mark: 'symbol', symbol: 'dot' },
      'LineString in a layer of mark “symbol”: use mark “line”, or give the layer its points',
    ],
    [
      'reactions',
      { mark: 'area' },
      'a Point in a layer of mark “area”: use mark “symbol”, or give the layer its areas',
    ],
    [
      'annexed-oblasts',
      { mark: 'cluster' },
      'Polygon in a layer of mark “cluster”: use mark “area”, or give the layer its points',
    ],
    [
      'reactions',
      { mark: 'flow' },
      'a Point in a layer of mark “flow”: use mark “symbol”, or give the layer its lines',
    ],
  ])('%s as %o is set aside with what to do', (id, change, reason) => {
    const { records: left, setAside } = remark(id, change)
    const named = setAside.filter(({ file }) => file === `layers/${id}.geojson`)
    expect(named.map((each) => each.reason).join('\n')).toContain(reason)
    expect(named[0]?.pointer).toBe('/features/0/geometry/type')
    expect(left?.layers.find((layer) => layer.id === id)?.places).toEqual([])
  })

  it('is none where the mark can', () => {
    for (const mark of ['circle', 'density', 'cluster', 'rings'])
      expect(remark('reactions', { mark }).setAside).toEqual([])
  })

  it('names the symbol of a category that there is none of, and draws a dot', () => {
    const values = [{ value: 'x', name: 'X', symbol: 'no-such-thing' }]
    const { records: left, setAside } = remark('reactions', { symbol: 'dot', categories: { property: 'kind', values } })
    expect(setAside).toMatchObject([{ pointer: '/7/categories/values/0/symbol', rule: 'reference' }])
    expect(left?.layers.find(({ id }) => id === 'reactions')?.glyphs?.['no-such-thing']?.name).toBe('dot')
  })
})
