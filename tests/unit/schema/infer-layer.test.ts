import { describe, expect, it } from 'vitest'
import type { Figure } from '@/lib/schema/figure'
import { inferLayer, inferName } from '@/lib/schema/infer-layer'
import type { Place, PlaceProperties } from '@/lib/schema/place'

function place(type: string, properties: Partial<PlaceProperties> = {}, members: readonly string[] = []): Place {
  const geometries = members.map((each) => ({ type: each, coordinates: [] }))
  return { type: 'Feature', id: 'a', geometry: { type, coordinates: [], geometries }, properties } as unknown as Place
}
const nowhere = (properties: Partial<PlaceProperties>) => ({ ...place('Point', properties), geometry: null })
const figures = [
  { id: 'length', unit: 'km' },
  { id: 'people', unit: 'people' },
] as Figure[]
const long = { sizedBy: ['length'] }
const many = { sizedBy: ['people'] }
const ringed: Partial<PlaceProperties> = { rings: [{ figure: 'length', measures: 'radius' }] }

describe('a layer that the case does not describe', () => {
  it.each<[string, Place[], object]>([
    ['points', [place('Point')], { mark: 'symbol', symbol: 'dot' }],
    ['several points', [place('MultiPoint')], { mark: 'symbol', symbol: 'dot' }],
    ['nothing', [], { mark: 'symbol', symbol: 'dot' }],
    ['places without a place', [nowhere({})], { mark: 'symbol', symbol: 'dot' }],
    ['points of a size', [place('Point'), place('Point', many)], { mark: 'rings' }],
    ['points with rings', [place('Point'), place('Point', ringed)], { mark: 'rings' }],
    [
      'names',
      [place('Polygon', { drawn: 'name' }), place('Point', { drawn: 'nothing' })],
      { mark: 'name', context: true },
    ],
    ['names and an area', [place('Point', { drawn: 'name' }), place('Polygon')], { mark: 'area' }],
    ['areas', [place('Point'), place('MultiPolygon')], { mark: 'area' }],
    ['a collection with an area', [place('GeometryCollection', {}, ['Point', 'Polygon'])], { mark: 'area' }],
    ['claimed areas', [place('Polygon'), place('Polygon', { claim: 'c' })], { mark: 'area', pattern: 'hatch-45' }],
    ['lines', [place('LineString')], { mark: 'line' }],
    ['claimed lines', [place('LineString', { claim: 'c' })], { mark: 'line' }],
    ['lines in pieces', [place('MultiLineString')], { mark: 'line' }],
    ['lines after a scheme', [place('LineString', { schematic: true })], { mark: 'line', pattern: 'dashed' }],
    ['surveyed lines', [place('LineString', { schematic: false })], { mark: 'line' }],
    ['areas after a scheme', [place('Polygon', { schematic: true })], { mark: 'area' }],
    ['lines of a length', [place('LineString', { ...long, schematic: true })], { mark: 'line', size: 'length' }],
    ['lines that count people', [place('LineString', long), place('LineString', many)], { mark: 'flow' }],
  ])('of %s is drawn by what they are', (_, places, drawn) => {
    expect(inferLayer('border-queue', places, figures, 0)).toEqual({
      id: 'border-queue',
      name: 'Border queue',
      hue: 'vermilion',
      ...drawn,
    })
  })

  it('has a hue of its own as long as there are any, and then one again', () => {
    const hueAt = (index: number) => inferLayer('a', [], [], index).hue
    const hues = Array.from({ length: 10 }, (_, index) => hueAt(index))
    expect(new Set(hues).size).toBe(10)
    expect(hueAt(10)).toBe(hues[0])
  })

  it('is called by its id in words', () => {
    expect(inferName('nord-stream-leaks')).toBe('Nord stream leaks')
  })
})
