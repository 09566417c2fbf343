import { expect, it } from 'vitest'
import { streamGeojson } from '@/lib/import/shapes/stream-features'
import { bringText, file } from '../import-kit'

const collection = (geometries: readonly unknown[], more = {}) =>
  JSON.stringify({
    type: 'FeatureCollection',
    ...more,
    features: geometries.map((geometry) => ({ type: 'Feature', geometry, properties: {} })),
  })
const point = { type: 'Point', coordinates: [35, 47] }
const system = (properties: object) => ({ crs: { type: 'name', properties } })

it('members of collections within collections are those of the outer one', async () => {
  const inner = {
    type: 'GeometryCollection',
    geometries: [
      {
        type: 'LineString',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
  }
  const { features } = await bringText(
    'a.geojson',
    collection([{ type: 'GeometryCollection', geometries: [point, inner] }]),
  )
  expect(features[0]?.geometry).toMatchObject({ geometries: [{ type: 'Point' }, { type: 'LineString' }] })
})

it('a shape without positions is a place without one', async () => {
  const empty = [
    { type: 'Point', coordinates: [] },
    { type: 'GeometryCollection', geometries: [] },
  ]
  const { features, faults } = await bringText('a.geojson', collection([point, ...empty]))
  expect(faults).toEqual([])
  expect(features.map(({ geometry }) => geometry)).toEqual([point, null, null])
})

it('a longitude beyond 180 is told as what it is', async () => {
  const { faults } = await bringText('a.geojson', collection([{ type: 'Point', coordinates: [190, 20] }]))
  expect(faults).toEqual([expect.stringContaining('has a longitude of 190: it must be from −180 to 180, as -170')])
})

it.each([
  [{ name: 'urn:ogc:def:crs:EPSG::4269' }, true],
  [{ name: 'EPSG:43261' }, false],
  [{ code: 2056 }, false],
])('of systems of coordinates %o is read: %s', async (properties, isRead) => {
  const text = collection([point], system(properties))
  const reading = bringText('a.geojson', text)
  if (isRead) expect((await reading).features).toHaveLength(1)
  else await expect(reading).rejects.toThrow('has its positions in EPSG')
  const streaming = streamGeojson(file('a.geojson', text), {})
  if (isRead) await expect(streaming).resolves.toBeDefined()
  else await expect(streaming).rejects.toThrow('has its positions in EPSG')
})

it('objects a line are rows, whose positions are in columns or a geometry among them', async () => {
  const lines = ['{"name":"A","lat":47,"lon":35}', '{"name":"B","lat":48,"lon":36},', '']
  const { features, faults } = await bringText('a.ndjson', lines.join('\n'))
  expect(faults).toEqual([])
  expect(features.map(({ geometry }) => geometry?.coordinates)).toEqual([
    [35, 47],
    [36, 48],
  ])
  const listed = await bringText(
    'a.json',
    JSON.stringify([
      { name: 'A', at: point },
      { name: 'B', at: null },
    ]),
  )
  expect(listed.features.map(({ geometry }) => geometry)).toEqual([point, null])
})
