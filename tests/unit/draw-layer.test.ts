import { area, distance, length, lineString } from '@turf/turf'
import type { Feature, LineString } from 'geojson'
import { describe, expect, it } from 'vitest'
import { drawLayer } from '@/lib/derive/draw-layer'
import { type DrawnFeature, type DrawnPart, PIECE_REACH } from '@/lib/derive/drawn-feature'
import type { Figure } from '@/lib/schema/figure'
import type { Place } from '@/lib/schema/place'
import { validLayer, validRecords } from './read-fixture'

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

function draw(id: string, change: { places?: (place: Place) => Place; figures?: (figure: Figure) => Figure } = {}) {
  const layer = validLayer(id)
  const { places } = layer
  const { features } = drawLayer(
    { ...layer, places: change.places === undefined ? places : places.map(change.places) },
    {
      figures: change.figures === undefined ? records.figures : records.figures.map(change.figures),
      actors: records.actors,
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
      key: 'area-1',
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
    expect(line.properties).toMatchObject({ size: 12, caption: 'about 12 km', schematic: true })
    const [label] = parts(draw('border-queue'), 'label')
    expect(label?.properties.caption).toBe('about 12 km')
    // Where it ends is what its length says.
    expect(label?.geometry).toEqual({ type: 'Point', coordinates: line.geometry.coordinates.at(-1) })
  })

  it('dates a number by its own days, or says that it is undated, and by nothing else', () => {
    const label = (asOf: string | undefined, change: Partial<Figure> = {}) => {
      const figures = ({ asOf: _, ...figure }: Figure): Figure => ({
        ...figure,
        ...change,
        ...(asOf === undefined ? {} : { asOf }),
      })
      // What the place began on is no date of its number.
      const places = (place: Place): Place => ({ ...place, properties: { ...place.properties, since: '2022-09-21' } })
      return parts(draw('border-queue', { places, figures }), 'label')[0]?.properties
    }
    expect(label('2022-10-02')?.detail).toBe('2 Oct 2022 · Harbour office')
    expect(label('2022-09-25/2022-09-27')?.detail).toBe('25–27 Sept 2022 · Harbour office')
    expect(label(undefined, { said: '2022-09-28' })?.detail).toBe('undated · Harbour office')
    expect(label(undefined)?.doubtful).toBe(true)
  })

  it('writes a number with its hedge and its maker, whoever passed it on', () => {
    const label = (change: Partial<Figure>) =>
      parts(draw('border-queue', { figures: (figure) => ({ ...figure, ...change }) }), 'label')[0]?.properties
    expect(label({ qualifier: 'at-least' })?.caption).toBe('at least 12 km')
    expect(label({ by: 'post', via: ['office'] })?.detail).toBe('10 Mar 2030 · TIP')
    // A maker that the case has lost is named by its id.
    expect(label({ by: 'gone' })?.detail).toBe('10 Mar 2030 · gone')
  })

  it.each([
    ['unverified', true],
    ['claimed', true],
    ['official', undefined],
    ['measured', undefined],
    ['compiled', undefined],
  ] as const)('draws what is %s with doubt: %s', (status, doubtful) => {
    const features = draw('border-queue', { figures: (figure) => ({ ...figure, status }) })
    expect(features.map(({ properties }) => properties.doubtful)).toEqual([doubtful, doubtful])
  })

  it('draws no queue whose length it does not know', () => {
    const figures = (figure: Figure): Figure => ({ ...figure, unit: 'leagues' })
    expect(draw('border-queue', { figures }).map(({ properties }) => [properties.part, properties.caption])).toEqual([
      ['label', undefined],
    ])
  })

  it('draws arrivals as arcs in 24 pieces with their number, and one label at the head', () => {
    const arcs = parts(draw('arrivals'), 'arc').filter(({ properties }) => properties.place === 'arc-south')
    expect(arcs).toHaveLength(24)
    expect(arcs[0]?.properties).toMatchObject({ along: 0, size: 1200, caption: 'about 1,200 people' })
    expect(arcs.at(-1)?.properties.along).toBe(1)
    const labels = parts(draw('arrivals'), 'label').filter(({ properties }) => properties.place === 'arc-south')
    expect(labels.map(({ geometry, properties }) => [geometry, properties.caption, properties.detail])).toEqual([
      [{ type: 'Point', coordinates: [12, 55] }, 'about 1,200 people', '10 Mar 2030 · Harbour office'],
    ])
  })

  it('has no seam between the pieces of an arrival, each of which reaches over two before it, and no overlap of pale ones', () => {
    const beginsAt = (place: string) => {
      const lines = parts(draw('arrivals'), 'arc')
        .filter(({ properties }) => properties.place === place)
        .map(({ geometry }) => (geometry.type === 'LineString' ? geometry.coordinates : []))
      return lines.map((line, index) => index - lines.findIndex((each) => `${each.at(-1)}` === `${line[0]}`))
    }
    expect(beginsAt('arc-south').slice(3)).toEqual(Array.from({ length: 21 }, () => PIECE_REACH))
    expect(beginsAt('arc-unknown').slice(1)).toEqual(Array.from({ length: 23 }, () => 1))
  })

  it('puts the head of an arrival where it ends, pointing as its last stretch does, on one whole line', () => {
    const own = draw('arrivals').filter(({ properties }) => properties.place === 'arc-south')
    const [head, course] = [parts(own, 'head')[0], parts(own, 'course')[0]]
    expect(head?.geometry).toEqual({ type: 'Point', coordinates: [12, 55] })
    // From 11°E 57°N to 12°E 55°N: to the south and a little to the east.
    expect(head?.properties.bearing).toBeGreaterThan(150)
    expect(head?.properties.bearing).toBeLessThan(180)
    expect(course?.geometry.type === 'LineString' && course.geometry.coordinates.at(-1)).toEqual([12, 55])
    expect(head?.properties).not.toHaveProperty('undivided')
  })

  it('gives an arrival without a number no size', () => {
    const unknown = draw('arrivals').filter(({ properties }) => properties.place === 'arc-unknown')
    // 24 pieces, the whole of them, the head and the label.
    expect(unknown).toHaveLength(27)
    expect(unknown.every(({ properties }) => properties.size === undefined && properties.caption === undefined)).toBe(
      true,
    )
  })

  it('draws rings of true size, in km from nautical miles, radius or diameter', () => {
    const rings = parts(draw('nord-stream-leaks'), 'ring')
    expect(rings.map(({ properties }) => properties.radiusKm)).toEqual([9.26, 0.5])
    expect(rings.map(({ properties }) => properties.caption)).toEqual(['about 5 nautical miles', 'about 1 km'])
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

  it.each(['border-queue', 'nord-stream-pipelines', 'arrivals', 'seismic-events'] as const)(
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

  it('divides one number among several lines by no rule of ours: none of them has a size, and one label has the number', () => {
    const places = (place: Place): Place => ({
      ...place,
      geometry: {
        type: 'MultiLineString',
        coordinates: [
          [
            [11, 57],
            [12, 55],
          ],
          [
            [11, 57],
            [13, 55],
          ],
        ],
      },
    })
    const features = draw('arrivals', { places }).filter(({ properties }) => properties.place === 'arc-south')
    expect(parts(features, 'arc')).toHaveLength(48)
    for (const part of ['arc', 'course', 'head', 'label'] as const)
      for (const { properties } of parts(features, part))
        expect(properties).toMatchObject({ size: 600, undivided: true })
    expect(parts(features, 'course')).toHaveLength(2)
    expect(parts(features, 'label').map(({ properties }) => properties.caption)).toEqual(['about 1,200 people'])
  })

  it('gives a shock its magnitude, with no unit beside it', () => {
    const [shock] = parts(draw('seismic-events'), 'point')
    expect(shock?.properties).toMatchObject({ size: 2.3, caption: 'about 2.3', detail: '10 Mar 2030 · Harbour office' })
    expect(shock?.properties).not.toHaveProperty('sizeLow')
  })

  it('shows both readings of one shock, each with its maker, and is sized by neither alone', () => {
    const places = (place: Place): Place => ({
      ...place,
      properties: { ...place.properties, sizedBy: ['shock-2', 'shock-3'] },
    })
    const [read] = records.figures.filter(({ id }) => id === 'shock-2')
    if (read === undefined) throw new Error('no shock')
    const other: Figure = { ...read, id: 'shock-3', value: 1.8, by: 'post', qualifier: 'exactly' }
    const layer = records.layers.find(({ id }) => id === 'seismic-events')?.places.map(places) ?? []
    const context = { ...records, figures: [...records.figures, other], claims: [], borders: [] }
    const [shock] = parts(drawLayer({ ...validLayer('seismic-events'), places: layer }, context).features, 'point')
    expect(shock?.properties).toMatchObject({ size: 2.3, sizeLow: 1.8, caption: 'Harbour office about 2.3 · TIP 1.8' })
    expect(shock?.properties).not.toHaveProperty('detail')
  })

  it('draws the circle within which a point truly lies, and none where that is not known or zero', () => {
    const accuracy = (accuracyKm: number | null) =>
      parts(
        draw('border-crossings', {
          places: (place) => ({ ...place, properties: { ...place.properties, accuracyKm } }),
        }),
        'accuracy',
      )
    const [circle, ...others] = accuracy(5)
    if (circle?.geometry.type !== 'Polygon') throw new Error('no circle')
    expect(others).toEqual([])
    for (const each of circle.geometry.coordinates[0] ?? []) expect(distance([11, 56], each)).toBeCloseTo(5, 3)
    expect([accuracy(null), accuracy(0)]).toEqual([[], []])
  })

  it.each(['Point', 'Polygon', 'LineString'] as const)(
    'draws of a name only the name, and of nothing nothing: %s',
    (type) => {
      const ring: [number, number][] = [
        [10, 55],
        [11, 55],
        [11, 56],
        [10, 55],
      ]
      const geometry: Place['geometry'] =
        type === 'Point'
          ? { type, coordinates: [10.5, 55.5] }
          : type === 'Polygon'
            ? { type, coordinates: [ring] }
            : { type, coordinates: ring }
      const only = (drawn: 'name' | 'nothing') =>
        draw('named-places', {
          places: (place) => ({ ...place, geometry, properties: { ...place.properties, drawn } }),
        })
      const names = only('name').map(({ geometry: at, properties }) => [at.type, properties.part, properties.place])
      expect(names).toEqual([
        ['Point', 'name', 'sea'],
        ['Point', 'name', 'northmark'],
      ])
      expect(only('nothing')).toEqual([])
    },
  )

  it('turns crossings across the border', () => {
    expect(parts(draw('border-crossings'), 'point')[0]?.properties.borderBearing).toBeCloseTo(90, 5)
    expect(parts(draw('reactions'), 'point')[0]?.properties.borderBearing).toBeUndefined()
  })

  it('leaves a crossing far from any border without a bearing', () => {
    const places = (place: Place): Place => ({ ...place, geometry: { type: 'Point', coordinates: [11, 57] } })
    const [point] = parts(draw('border-crossings', { places }), 'point')
    expect(point?.properties.place).toBe('harbour')
    expect(point?.properties).not.toHaveProperty('borderBearing')
  })

  it('draws a line in several parts as one, labelled on the longest', () => {
    const [line, label] = draw('nord-stream-pipelines')
    expect(line?.geometry.type).toBe('MultiLineString')
    if (label?.geometry.type !== 'Point') throw new Error('no label')
    expect(label.geometry.coordinates[1]).toBeGreaterThan(55)
  })

  it('sizes by the middle of a range and writes both ends', () => {
    const figures = ({ value, ...figure }: Figure): Figure => (value === 2.3 ? { ...figure, range: [2, 3] } : figure)
    expect(parts(draw('seismic-events', { figures }), 'point')[0]?.properties).toMatchObject({
      size: 2.5,
      caption: 'about 2–3',
    })
  })

  it('draws an area of any layer', () => {
    const [sea] = draw('named-places')
    expect(sea?.properties.part).toBe('area')
    expect(area(sea?.geometry ?? { type: 'Point', coordinates: [] })).toBeGreaterThan(0)
  })
})

describe('what a map is served of a layer', () => {
  const change = (properties: Partial<Place['properties']>, geometry?: Place['geometry']) => ({
    places: (place: Place): Place => ({
      ...place,
      ...(geometry === undefined ? {} : { geometry }),
      properties: { ...place.properties, ...properties },
    }),
  })

  it('is GeoJSON, its own drawings no finer than to the decimetre, what a place brings as it is', () => {
    const layer = validLayer('annexed-oblasts')
    expect(drawLayer(layer, { ...records, claims: [], borders: [] }).type).toBe('FeatureCollection')
    const ring: [number, number][] = [
      [10.123456789, 55],
      [11, 55],
      [11, 56.987654321],
      [10.123456789, 55],
    ]
    const features = draw('annexed-oblasts', change({}, { type: 'Polygon', coordinates: [ring] }))
    expect(features.every(({ type }) => type === 'Feature')).toBe(true)
    expect(parts(features, 'area')[0]?.geometry).toEqual({ type: 'Polygon', coordinates: [ring] })
    const [circle] = parts(draw('nord-stream-leaks'), 'ring')
    const decimals = JSON.stringify([circle?.geometry, parts(features, 'label')[0]?.geometry]).match(/\.\d+/g) ?? []
    expect(decimals.length).toBeGreaterThan(10)
    expect(decimals.filter((each) => each.length > 7)).toEqual([])
    // Not coarser either: a metre is seen.
    expect(decimals.some((each) => each.length === 7)).toBe(true)
  })

  it('doubts an official number that nobody dates, and a mark of which one reading of two is doubted', () => {
    const official = ({ asOf: _, ...figure }: Figure): Figure => ({ ...figure, status: 'official' })
    expect(draw('border-queue', { figures: official }).every(({ properties }) => properties.doubtful === true)).toBe(
      true,
    )
    const [read] = records.figures.filter(({ id }) => id === 'shock-2')
    if (read === undefined) throw new Error('no shock')
    const readings: Figure[] = [
      read,
      { ...read, id: 'low', value: 1.8, status: 'claimed' },
      { ...read, id: 'mid', value: 2 },
    ]
    const { places } = validLayer('seismic-events')
    const sized = places.map(change({ sizedBy: ['shock-2', 'low', 'mid', 'gone'] }).places)
    const context = { ...records, figures: readings, claims: [], borders: [] }
    const [shock] = parts(drawLayer({ ...validLayer('seismic-events'), places: sized }, context).features, 'point')
    expect(shock?.properties).toMatchObject({ doubtful: true, size: 2.3, sizeLow: 1.8 })
  })

  it('has no size, ring or length of a figure that the case has lost', () => {
    const lost = { figures: (figure: Figure): Figure => ({ ...figure, id: `${figure.id}-before` }) }
    expect(parts(draw('nord-stream-leaks', lost), 'ring')).toEqual([])
    expect(parts(draw('nord-stream-leaks', lost), 'point')).toHaveLength(1)
    expect(parts(draw('seismic-events', lost), 'point')[0]?.properties).not.toHaveProperty('size')
    expect(draw('border-queue', lost).map(({ properties }) => properties.part)).toEqual(['label'])
    const arcs = draw('arrivals', lost)
    expect(arcs.length).toBeGreaterThan(0)
    expect(arcs.filter(({ properties }) => properties.size !== undefined)).toEqual([])
  })

  it('turns nothing across a border but what its layer turns', () => {
    const at: Place['geometry'] = { type: 'Point', coordinates: [11, 56] }
    expect(parts(draw('border-crossings', change({}, at)), 'point')[0]?.properties).toHaveProperty('borderBearing')
    expect(parts(draw('reactions', change({}, at)), 'point')[0]?.properties).not.toHaveProperty('borderBearing')
  })

  it('leads a flow through the positions that its line has, to a head with the label, and bends one that has but two', () => {
    const through: [number, number][] = [
      [11, 57],
      [9, 56],
      [12, 55],
    ]
    const at = (line: [number, number][]) => draw('arrivals', change({}, { type: 'LineString', coordinates: line }))
    const routed = at(through).filter(({ properties }) => properties.place === 'arc-south')
    const nearest = (features: DrawnFeature[], to: [number, number]) =>
      Math.min(
        ...parts(features, 'arc').flatMap(({ geometry }) =>
          geometry.type === 'LineString' ? geometry.coordinates.map((each) => distance(each, to)) : [],
        ),
      )
    expect(nearest(routed, [9, 56])).toBeLessThan(1)
    expect(parts(routed, 'label')[0]?.geometry).toEqual({ type: 'Point', coordinates: [12, 55] })
    // Half way along a straight line there is nothing: the arc bends away from it.
    const bent = at([
      [11, 57],
      [11, 55],
    ])
    expect(nearest(bent, [11, 56])).toBeGreaterThan(2)
  })

  it('has a line without a length from its beginning to its end', () => {
    const coordinates: [number, number][] = [
      [9, 54],
      [9.5, 54.5],
      [10, 54.5],
    ]
    const features = draw('nord-stream-pipelines', change({}, { type: 'LineString', coordinates }))
    expect(features.map(({ properties }) => properties.part)).toEqual(['line', 'label'])
    expect(features[0]?.geometry).toEqual({ type: 'LineString', coordinates })
    expect(draw('nord-stream-pipelines').map(({ properties }) => properties.part)).toEqual(['line', 'label'])
  })

  it('writes names of water as such, and others not', () => {
    const waters = (drawn: 'name' | 'water-name') =>
      draw('named-places', change({ drawn })).map(({ properties }) => properties.water)
    expect(waters('water-name')).toEqual([true, true])
    expect(waters('name')).toEqual([undefined, undefined])
  })

  it('writes a name that the basemap is said to have, and has not, as the case’s own: a town’s at a point', () => {
    const [layer, place] = [validLayer('named-places'), validLayer('named-places').places[0]]
    if (place === undefined) throw new Error('the layer has no place')
    const drawn = { ...place, properties: { ...place.properties, drawn: 'basemap-name' as const } }
    const kindOf = (each: Place, basemapNames: ReadonlySet<string>) => {
      const context = { figures: [], actors: [], claims: [], borders: [], basemapNames }
      const [feature] = drawLayer({ ...layer, places: [each] }, context).features
      return [feature?.properties.basemap, feature?.properties.town]
    }
    const town: Place = { ...drawn, geometry: { type: 'Point', coordinates: [10, 56] } }
    const shape: [number, number][] = [
      [10, 56],
      [12, 56],
    ]
    const land: Place = { ...drawn, geometry: { type: 'LineString', coordinates: shape } }
    expect(kindOf(town, new Set([place.properties.name]))).toEqual([true, undefined])
    expect(kindOf(town, new Set(['Elsewhere']))).toEqual([undefined, true])
    expect(kindOf(land, new Set())).toEqual([undefined, undefined])
  })

  it('says of a name that it is a town’s, or that the basemap has it', () => {
    const [town] = draw('named-places', change({ drawn: 'town-name' }))
    expect(town?.properties).toMatchObject({ part: 'name', town: true })
    const [named] = draw('named-places', change({ drawn: 'basemap-name' }))
    expect(named?.properties).toMatchObject({ part: 'name', basemap: true })
  })

  it('names a place of several shapes once, by the one with most room', () => {
    const ring: [number, number][] = [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
      [0, 0],
    ]
    const line: [number, number][] = [
      [10, 0],
      [12, 0],
    ]
    const geometry: Place['geometry'] = {
      type: 'GeometryCollection',
      geometries: [
        { type: 'LineString', coordinates: line },
        { type: 'Polygon', coordinates: [ring] },
      ],
    }
    const features = draw('nord-stream-pipelines', change({}, geometry))
    expect(features.map(({ properties }) => properties.part).toSorted()).toEqual(['area', 'label', 'line'])
    const [label] = parts(features, 'label')
    expect(label?.geometry).toEqual({ type: 'Point', coordinates: [expect.closeTo(1, 1), expect.closeTo(1, 1)] })
    const labelled = parts(draw('nord-stream-pipelines', change({ label: [3, 3] }, geometry)), 'label')
    expect(labelled.map(({ geometry: at }) => at)).toEqual([{ type: 'Point', coordinates: [3, 3] }])
  })
})
