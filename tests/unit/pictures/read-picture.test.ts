import { describe, expect, it } from 'vitest'
import { layerSchema } from '@/lib/schema/layer'
import { parseCase } from '@/lib/schema/parse-case'
import type { Unread } from '@/lib/schema/parse-records'
import { flood } from '../../picture-layer'
import { validFiles } from '../read-fixture'

const told = JSON.stringify({ type: 'image/png', version: '0123456789ab' })

/** The valid case with one more layer, and what its picture's file is. */
function read(layer: object, file: string | Unread | null = told, name = 'layers/flood.png') {
  const files = new Map<string, string | Unread>(validFiles())
  files.set('layers.json', JSON.stringify([...JSON.parse(validFiles().get('layers.json') ?? '[]'), layer]))
  if (file !== null) files.set(name, file)
  const { records, setAside } = parseCase(files, { caseId: 'valid' })
  return { layer: records?.layers.find(({ id }) => id === flood.id), records, setAside }
}

const faultsOf = (picture: object, more: object = {}) =>
  layerSchema
    .safeParse({ ...flood, picture, ...more })
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []

describe('a layer that is a picture', () => {
  it('has one place, what the picture covers, with its date, sources and key', () => {
    const { layer, setAside } = read(flood)
    expect(setAside).toEqual([])
    expect(layer?.pictureFile).toEqual({ type: 'image/png', version: '0123456789ab' })
    expect(layer?.places).toEqual([
      {
        type: 'Feature',
        id: 'flood',
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [10, 57],
              [10, 55],
              [12, 55],
              [12, 57],
              [10, 57],
            ],
          ],
        },
        properties: {
          ...flood.all,
          name: flood.name,
          note: flood.key,
          fields: { date: '2030-03-05' },
        },
      },
    ])
  })

  it.each([
    ['a file that is missing', null, 'reference', /picture: layers\/flood\.png: the file is missing/],
    ['one that is not shown', { reason: 'the file is no PNG' }, 'shape', /the file is no PNG/],
    ['one that is only called so', '<svg/>', 'shape', /is no picture/],
  ] as const)('is set aside for %s, and scenes that name it go on', (_, file, rule, reason) => {
    const files = read(flood, file)
    expect(files.setAside).toMatchObject([
      { file: 'layers.json', id: 'flood', rule, reason: expect.stringMatching(reason) },
    ])
    expect(files.layer).toMatchObject({ id: 'flood', places: [] })
    expect(files.layer?.pictureFile).toBeUndefined()
    expect(files.records?.layers.length).toBe(read(flood).records?.layers.length)
  })

  it('has an id that no other place has, also where one is called like it', () => {
    const [taken] = read(flood).records?.layers.flatMap(({ places }) => places) ?? []
    const { records, setAside } = read({ ...flood, id: taken?.id })
    expect(setAside).toEqual([])
    expect(records?.layers.at(-1)?.places[0]?.id).toBe(`${taken?.id}-2`)
  })

  it('has no places beside it: a file of them is told of, and an empty one is not', () => {
    const fileOf = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features })
    const place = { type: 'Feature', geometry: null, properties: { name: 'Place' } }
    const withPlaces = (...features: object[]) => {
      const files = new Map(validFiles())
      files.set('layers.json', JSON.stringify([flood]))
      for (const name of files.keys()) if (name.startsWith('layers/')) files.delete(name)
      return parseCase(files.set('layers/flood.png', told).set('layers/flood.geojson', fileOf(...features)))
    }
    const wrong = (of: ReturnType<typeof withPlaces>) =>
      of.setAside.filter(({ file }) => file === 'layers/flood.geojson')
    expect(wrong(withPlaces())).toEqual([])
    expect(wrong(withPlaces(place))).toMatchObject([{ rule: 'unknown-layer' }])
  })

  it('names a source that is not there, and a picture that no layer has', () => {
    expect(read({ ...flood, all: { ...flood.all, sources: ['nobody'] } }).setAside).toMatchObject([
      { file: 'layers.json', id: 'flood', rule: 'reference', reason: expect.stringContaining('nobody') },
    ])
    expect(read(flood, told, 'layers/other.webp').setAside).toMatchObject([
      { rule: 'reference' },
      { file: 'layers/other.webp', rule: 'unknown-layer', reason: expect.stringContaining('has this picture') },
    ])
  })
})

describe('where a picture lies', () => {
  const file = 'layers/flood.png'

  it('is told by bounds, or by corners that turn it', () => {
    expect(faultsOf({ file, bounds: [10, 55, 12, 57], opacity: 0.5 })).toEqual([])
    const turned = [
      [10, 56],
      [11, 56.5],
      [11.2, 56.35],
      [10.2, 55.85],
    ]
    expect(faultsOf({ file, corners: turned })).toEqual([])
    expect(faultsOf({ file, bounds: [10, 55, 12, 57], corners: turned })).toHaveLength(1)
    expect(faultsOf({ file })).toHaveLength(1)
  })

  const corners = (...all: [number, number][]) => ({ file, corners: all })
  it.each([
    ['bounds the wrong way round', { file, bounds: [12, 55, 10, 57] }, /^picture\.bounds: .*west below east/],
    ['bounds beyond the map', { file, bounds: [10, 55, 12, 89] }, /^picture\.bounds: the map ends/],
    ['bounds around the world', { file, bounds: [-180, -60, 180, 60] }, /^picture\.bounds: .*180° wide/],
    ['corners seen in a mirror', corners([12, 57], [10, 57], [10, 55], [12, 55]), /^picture\.corners: .*in this order/],
    ['corners on one line', corners([10, 57], [11, 57], [12, 57], [13, 57]), /^picture\.corners: .*in this order/],
    ['corners that are askew', corners([10, 57], [12, 57], [13, 55], [9, 55]), /^picture\.corners: .*EPSG:3857/],
    ['a file elsewhere', { file: 'layers/../../flood.png', bounds: [10, 55, 12, 57] }, /^picture\.file: must be/],
    ['an absolute file', { file: '/etc/flood.png', bounds: [10, 55, 12, 57] }, /^picture\.file: must be/],
    ['an address', { file: 'https://example.org/a.png', bounds: [10, 55, 12, 57] }, /^picture\.file: must be/],
    ['an SVG', { file: 'layers/flood.svg', bounds: [10, 55, 12, 57] }, /^picture\.file: must be/],
    ['an opacity that shows nothing', { file, bounds: [10, 55, 12, 57], opacity: 0 }, /^picture\.opacity/],
    ['a date that is none', { file, bounds: [10, 55, 12, 57], date: 'March' }, /^picture\.date/],
  ])('is refused: %s', (_, picture, fault) => {
    expect(faultsOf(picture)).toEqual([expect.stringMatching(fault)])
  })

  it('is all that the mark needs, with whose it is', () => {
    const { picture } = flood
    expect(faultsOf(picture, { all: { kind: 'scan' } })).toEqual([
      expect.stringMatching(/^all\.basis: is missing/),
      expect.stringMatching(/^all\.sources: is missing/),
    ])
    expect(faultsOf(picture, { mark: 'area' })).toEqual([expect.stringMatching(/^picture: the mark “area” has none/)])
    expect(faultsOf(picture, { time: { property: 'date' } })).toEqual([expect.stringMatching(/^time: goes without/)])
    const { picture: _, ...without } = flood
    expect(layerSchema.safeParse(without).success).toBe(false)
  })
})
