import { area, distance, length, lineString } from '@turf/turf'
import type { Feature, LineString } from 'geojson'
import { describe, expect, it } from 'vitest'
import { drawLayer } from '@/lib/derive/draw-layer'
import type { DrawnFeature, DrawnPart } from '@/lib/derive/drawn-feature'
import type { LayerId } from '@/lib/map/layer-table'
import type { Figure } from '@/lib/schema/figure'
import type { Place } from '@/lib/schema/place'
import { validRecords } from './read-fixture'

const records = validRecords()

const border: Feature<LineString> = {
  type: 'Feature',
  properties: {},
  geometry: {
    type: 'LineString',
    coordinates: [
      [10, 56],
      [12, 56],
    ],
  },
}

function draw(id: LayerId, change: { places?: (place: Place) => Place; figures?: (figure: Figure) => Figure } = {}) {
  const places = records.layers.find((layer) => layer.id === id)?.places ?? []
  const { features } = drawLayer(
    { id, places: change.places === undefined ? places : places.map(change.places) },
    {
      figures: change.figures === undefined ? records.figures : records.figures.map(change.figures),
      claims: records.head.claims,
      borders: [border],
    },
  )
  return features
}

const parts = (features: DrawnFeature[], part: DrawnPart) =>
  features.filter(({ properties }) => properties.part === part)

describe('drawLayer', () => {
  it('writes with the name of what is only dated to a month or a year when that was', () => {
    const named = (since: string) =>
      draw('seismic-events', {
        places: (place) => ({ ...place, properties: { ...place.properties, since } }),
      }).map(({ properties: { name } }) => name)
    expect(new Set(named('2030-03'))).toEqual(new Set(['shock (2030-03)']))
    expect(new Set(named('2030~'))).toEqual(new Set(['shock (2030~)']))
    expect(new Set(named('2030-03-01'))).toEqual(new Set(['shock']))
  })

  it('draws an area as it is, with a label', () => {
    const features = draw('annexed-oblasts')
    expect(features.map(({ properties }) => [properties.place, properties.part])).toEqual([
      ['area-1', 'area'],
      ['area-1', 'label'],
      ['area-2', 'area'],
      ['area-2', 'label'],
    ])
    expect(features[0]?.geometry).toEqual(records.layers[0]?.places[0]?.geometry)
    expect(features[0]?.properties).toEqual({
      place: 'area-1',
      layer: 'annexed-oblasts',
      part: 'area',
      name: 'First area',
    })
  })

  it('tells an earlier claim from the present one', () => {
    expect(draw('annexed-oblasts').map(({ properties }) => properties.precedent)).toEqual([
      undefined,
      undefined,
      true,
      true,
    ])
  })

  it('writes the name where the place says', () => {
    const places = (place: Place): Place => ({ ...place, properties: { ...place.properties, label: [10.25, 55.25] } })
    expect(parts(draw('annexed-oblasts', { places }), 'label')[0]?.geometry).toEqual({
      type: 'Point',
      coordinates: [10.25, 55.25],
    })
  })

  it('cuts the queue to its figure’s length and writes it', () => {
    const [line] = parts(draw('border-queue'), 'line')
    if (line?.geometry.type !== 'LineString') throw new Error('no queue')
    expect(length(lineString(line.geometry.coordinates))).toBeCloseTo(12, 3)
    expect(line.geometry.coordinates[0]).toEqual([11, 56])
    expect(line.properties).toMatchObject({ size: 12, caption: '12 km', schematic: true })
    expect(parts(draw('border-queue'), 'label')[0]?.properties.caption).toBe('12 km')
  })

  it('dates a size that holds only later than what it sizes began, and no other', () => {
    const since =
      (date: string) =>
      (place: Place): Place => ({
        ...place,
        properties: { ...place.properties, since: date },
      })
    const asOf =
      (date: string) =>
      (figure: Figure): Figure => ({ ...figure, asOf: date })
    const dateOf = (began: string, holds: string) =>
      parts(draw('border-queue', { places: since(began), figures: asOf(holds) }), 'label')[0]?.properties.asOf
    expect(dateOf('2022-09-21', '2022-10-02')).toBe('2 Oct 2022')
    expect(dateOf('2022-09-21', '2022-09-25/2022-09-27')).toBe('27 Sept 2022')
    expect(dateOf('2022-09-26T02:03:24+02:00', '2022-09-26')).toBeUndefined()
    expect(dateOf('2022-09', '2022-09-30')).toBeUndefined()
    expect(parts(draw('border-queue', { figures: asOf('2022-10-02') }), 'label')[0]?.properties).not.toHaveProperty(
      'asOf',
    )
  })

  it('draws no queue whose length it does not know', () => {
    const figures = (figure: Figure): Figure => ({ ...figure, unit: 'leagues' })
    expect(draw('border-queue', { figures }).map(({ properties }) => [properties.part, properties.caption])).toEqual([
      ['label', undefined],
    ])
  })

  it('draws departures as arcs in 24 pieces with their number', () => {
    const arcs = parts(draw('departures'), 'arc').filter(({ properties }) => properties.place === 'arc-south')
    expect(arcs).toHaveLength(24)
    expect(arcs[0]?.properties).toMatchObject({ along: 0, size: 1200, caption: '1,200 people' })
    expect(arcs.at(-1)?.properties.along).toBe(1)
  })

  it('gives a departure without a number no size', () => {
    const unknown = draw('departures').filter(({ properties }) => properties.place === 'arc-unknown')
    expect(unknown).toHaveLength(25)
    expect(unknown.every(({ properties }) => properties.size === undefined && properties.caption === undefined)).toBe(
      true,
    )
  })

  it('draws rings of true size, in km from nautical miles, radius or diameter', () => {
    const rings = parts(draw('nord-stream-leaks'), 'ring')
    expect(rings.map(({ properties }) => properties.radiusKm)).toEqual([9.26, 0.5])
    expect(rings.map(({ properties }) => properties.caption)).toEqual(['5 nautical miles', '1 km'])
    for (const ring of rings) {
      if (ring.geometry.type !== 'Polygon') throw new Error('no ring')
      for (const each of ring.geometry.coordinates[0] ?? [])
        expect(distance([9, 54.2], each)).toBeCloseTo(ring.properties.radiusKm ?? 0, 3)
    }
  })

  it('calls a ring tentative where the place does, and no other', () => {
    expect(parts(draw('nord-stream-leaks'), 'ring').map(({ properties }) => properties.tentative)).toEqual([
      undefined,
      undefined,
    ])
    const places = (place: Place): Place => ({
      ...place,
      properties: {
        ...place.properties,
        rings: (place.properties.rings ?? []).map((ring) =>
          ring.measures === 'diameter' ? { ...ring, tentative: true as const } : ring,
        ),
      },
    })
    const features = draw('nord-stream-leaks', { places })
    expect(parts(features, 'ring').map(({ properties }) => properties.tentative)).toEqual([undefined, true])
    expect(parts(features, 'point')[0]?.properties).not.toHaveProperty('tentative')
  })

  it.each(['border-queue', 'nord-stream-pipelines', 'departures', 'seismic-events'] as const)(
    'says of every part of a schematic place that it is, in %s',
    (layer) => {
      const schematic = (place: Place): Place => ({ ...place, properties: { ...place.properties, schematic: true } })
      const features = draw(layer, { places: schematic })
      expect(features.length).toBeGreaterThan(0)
      expect(features.filter(({ properties }) => properties.schematic !== true)).toEqual([])
    },
  )

  it('leaves out a ring whose unit is no length', () => {
    // The leak's third ring names a magnitude.
    expect(
      records.layers.flatMap(({ places }) => places).find(({ id }) => id === 'leak')?.properties.rings,
    ).toHaveLength(3)
    expect(parts(draw('nord-stream-leaks'), 'ring')).toHaveLength(2)
    expect(parts(draw('nord-stream-leaks'), 'point')).toHaveLength(1)
  })

  it('gives a shock its magnitude, with no word beside it', () => {
    expect(draw('seismic-events')[0]?.properties).toMatchObject({ part: 'point', size: 2.3, caption: '2.3' })
  })

  it('turns crossings across the border', () => {
    expect(draw('border-crossings')[0]?.properties.borderBearing).toBeCloseTo(90, 5)
    expect(draw('reactions')[0]?.properties.borderBearing).toBeUndefined()
  })

  it('leaves a crossing far from any border without a bearing', () => {
    const places = (place: Place): Place => ({ ...place, geometry: { type: 'Point', coordinates: [11, 57] } })
    expect(draw('border-crossings', { places })[0]?.properties).not.toHaveProperty('borderBearing')
  })

  it('draws a line in several parts as one, labelled on the longest', () => {
    const [line, label] = draw('nord-stream-pipelines')
    expect(line?.geometry.type).toBe('MultiLineString')
    if (label?.geometry.type !== 'Point') throw new Error('no label')
    expect(label.geometry.coordinates[1]).toBeGreaterThan(55)
  })

  it('sizes by the middle of a range and writes both ends', () => {
    const figures = ({ value, ...figure }: Figure): Figure => (value === 2.3 ? { ...figure, range: [2, 3] } : figure)
    expect(draw('seismic-events', { figures })[0]?.properties).toMatchObject({ size: 2.5, caption: '2–3' })
  })

  it('draws an area of any layer', () => {
    const [sea] = draw('named-places')
    expect(sea?.properties.part).toBe('area')
    expect(area(sea?.geometry ?? { type: 'Point', coordinates: [] })).toBeGreaterThan(0)
  })
})
