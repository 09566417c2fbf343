import { describe, expect, it } from 'vitest'
import type { CaseFiles, Entry } from '@/lib/schema/parse-records'
import { ownSymbols, readLayers, renameLayers } from '@/lib/schema/read-layers'
import type { SetAside } from '@/lib/schema/records'
import type { Scene } from '@/lib/schema/scene'

const point = { type: 'Point', coordinates: [11, 56] }
const polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [11, 56],
      [12, 56],
      [12, 57],
      [11, 56],
    ],
  ],
}
const line = { type: 'LineString', coordinates: polygon.coordinates[0] }

/** A layer's file of places with these geometries, called `<id>-0` and so on. */
function fileOf(id: string, ...geometries: unknown[]): [string, string] {
  const features = geometries.map((geometry, index) => ({
    type: 'Feature',
    id: `${id}-${index}`,
    geometry,
    properties: { name: 'Place', kind: 'Place', accuracyKm: null, basis: 'Invented', sources: ['report'] },
  }))
  return [`layers/${id}.geojson`, JSON.stringify({ type: 'FeatureCollection', features })]
}

/** The layers of a table, one a line, and of files, with what was set aside. */
function read(table: readonly object[] | string | null, ...files: readonly [string, string][]) {
  const setAside: SetAside[] = []
  const text = typeof table === 'string' ? table : `[\n${table?.map((layer) => JSON.stringify(layer)).join(',\n')}\n]`
  const all: CaseFiles = new Map([...(table === null ? [] : ([['layers.json', text]] as const)), ...files])
  return { layers: readLayers(all, [], ownSymbols, setAside), setAside }
}
const idsOf = ({ layers }: ReturnType<typeof read>) => layers.map(({ design }) => design.id)
const told = ({ setAside }: ReturnType<typeof read>) =>
  setAside.map(({ file, pointer, rule, reason }) => [file, pointer, rule, reason])

const quays = { id: 'quays', name: 'Quays', mark: 'symbol', symbol: 'bar', hue: 'azure' }
const zones = { id: 'zones', name: 'Zones', mark: 'area', hue: 'pine' }

describe('the layers of a case', () => {
  it('stand in the order of the table, and those that it lacks a file for are none', () => {
    const found = read([zones, { ...quays, id: 'empty' }, quays], fileOf('quays', point), fileOf('zones', polygon))
    expect(idsOf(found)).toEqual(['zones', 'quays'])
    expect(found.setAside).toEqual([])
    expect(found.layers[1]).toMatchObject({ design: quays, glyph: { name: 'bar' }, position: { id: 'quays' } })
  })

  it('are inferred from their files where there is no table, or none that can be read', () => {
    const files = [fileOf('old-quays', point), fileOf('zones', polygon)] as const
    const without = read(null, ...files)
    expect(without.layers.map(({ design }) => [design.id, design.name, design.mark])).toEqual([
      ['old-quays', 'Old quays', 'symbol'],
      ['zones', 'Zones', 'area'],
    ])
    expect(without.setAside).toEqual([])
    const broken = read('[{', ...files)
    expect(idsOf(broken)).toEqual(['old-quays', 'zones'])
    expect(broken.setAside).toMatchObject([{ file: 'layers.json', pointer: '', rule: 'unreadable' }])
  })

  it('are inferred where their entry is wrong, or cannot be read, and told of', () => {
    const wrong = read([quays, { ...zones, hue: 'puce' }], fileOf('zones', polygon), fileOf('quays', point))
    expect(wrong.layers.map(({ design }) => [design.id, design.hue])).toEqual([
      ['quays', 'azure'],
      ['zones', 'ochre'],
    ])
    expect(wrong.setAside).toMatchObject([{ file: 'layers.json', pointer: '/1/hue', rule: 'shape' }])
    const unread = read('[{"id": "zones", NaN}]', fileOf('zones', polygon))
    expect(idsOf(unread)).toEqual(['zones'])
    expect(unread.setAside).toMatchObject([{ file: 'layers.json', pointer: '/0', rule: 'unreadable' }])
  })

  it('are none where the table does not name their file, which is told with the name that may be meant', () => {
    const found = read([quays], fileOf('quays', point), fileOf('quais', point))
    expect(idsOf(found)).toEqual(['quays'])
    expect(told(found)).toEqual([
      [
        'layers/quais.geojson',
        '',
        'unknown-layer',
        'layers.json has no layer with this file’s name; did you mean “quays”?',
      ],
    ])
  })

  it.each(['layers/quays.json', 'layers/My Quays.geojson', 'layers/.geojson'])(
    'are none where the file is called %s, which no layer can be',
    (file) => {
      const [, text] = fileOf('quays', point)
      const reason = 'the name of a layer’s file is its id and .geojson'
      expect(told(read(null, [file, text]))).toEqual([[file, '', 'unknown-layer', reason]])
      expect(read(null, [file, text]).layers).toEqual([])
    },
  )

  it('keep the first of two in the table, and of two places of one id', () => {
    const [, text] = fileOf('quays', point)
    const found = read(
      [quays, zones, { ...quays, name: 'Again' }],
      ['layers/quays.geojson', text],
      ['layers/zones.geojson', text.replace('Place', 'Other')],
    )
    expect(found.layers.map(({ design, entries }) => [design.name, entries.length])).toEqual([
      ['Quays', 1],
      ['Zones', 0],
    ])
    expect(found.setAside.map(({ file, pointer, rule }) => [file, pointer, rule])).toEqual([
      ['layers.json', '/2/id', 'duplicate-id'],
      ['layers/zones.geojson', '/features/0/id', 'duplicate-id'],
    ])
  })
})

describe('the symbols of a layer', () => {
  it('are dots where none has the name, which is told with the name that may be meant', () => {
    const found = read([{ ...quays, symbol: 'bra' }], fileOf('quays', point))
    expect(found.layers[0]?.glyph?.name).toBe('dot')
    expect(told(found)).toEqual([
      [
        'layers.json',
        '/0/symbol',
        'reference',
        'symbol: there is none called “bra”; did you mean “bar”? A dot stands in. Maki and Temaki list theirs',
      ],
    ])
    expect(told(read([{ ...quays, symbol: 'lighthouse' }], fileOf('quays', point)))[0]?.[3]).toBe(
      'symbol: there is none called “lighthouse”; a dot stands in. Maki and Temaki list theirs',
    )
  })

  it('are those of its categories too', () => {
    const values = [
      { value: 1, name: 'One', symbol: 'drop' },
      { value: 2, name: 'Two', hue: 'rose' },
      { value: 3, name: 'Three', symbol: 'dorp', hue: 'moss' },
    ]
    const found = read([{ ...quays, categories: { property: 'k', values } }], fileOf('quays', point))
    expect(Object.entries(found.layers[0]?.glyphs ?? {}).map(([name, glyph]) => [name, glyph.name])).toEqual([
      ['drop', 'drop'],
      ['dorp', 'dot'],
    ])
    expect(told(found).map(([, pointer]) => pointer)).toEqual(['/0/categories/values/2/symbol'])
  })

  it('are none where it names none', () => {
    const [layer] = read([zones], fileOf('zones', polygon)).layers
    expect(layer).not.toHaveProperty('glyph')
    expect(layer).not.toHaveProperty('glyphs')
  })

  it('are found by name among our own', () => {
    expect(ownSymbols.find('drop')?.name).toBe('drop')
    expect(ownSymbols.find('harbor')).toBeNull()
    expect([...ownSymbols.names()]).toContain('speech-bubble')
  })
})

describe('a place that its layer’s mark cannot draw', () => {
  it.each([
    [zones, point, 'a Point in a layer of mark “area”: use mark “symbol”, or give the layer its areas'],
    [zones, line, 'a LineString in a layer of mark “area”: use mark “line”, or give the layer its areas'],
    [quays, polygon, 'a Polygon in a layer of mark “symbol”: use mark “area”, or give the layer its points'],
    [
      { ...zones, mark: 'line' },
      { type: 'MultiPoint', coordinates: [[11, 56]] },
      'a MultiPoint in a layer of mark “line”: use mark “symbol”, or give the layer its lines',
    ],
  ])('is set aside with what to do', (layer, geometry, reason) => {
    const found = read([layer], fileOf(layer.id, geometry))
    expect(found.layers[0]?.entries).toEqual([])
    expect(told(found)).toEqual([[`layers/${layer.id}.geojson`, '/features/0/geometry/type', 'shape', reason]])
  })

  it.each([
    ['has no geometry', zones, null],
    ['has several of its kind', zones, { type: 'MultiPolygon', coordinates: [polygon.coordinates] }],
    ['has several kinds', zones, { type: 'GeometryCollection', geometries: [point, polygon] }],
    ['is only a name', { id: 'names', name: 'Names', mark: 'name', hue: 'slate' }, polygon],
  ])('is not one that %s', (_, layer, geometry) => {
    const found = read([layer], fileOf(layer.id, geometry))
    expect(found.layers[0]?.entries).toHaveLength(1)
    expect(found.setAside).toEqual([])
  })

  it('is not one that is drawn as its name', () => {
    const [file, text] = fileOf('zones', point)
    const found = read([zones], [file, text.replace('"name":', '"drawn":"name","name":')])
    expect([found.layers[0]?.entries.length, found.setAside]).toEqual([1, []])
  })
})

describe('scenes', () => {
  const scene = (...layers: string[]) => ({ record: { id: 's', layers }, position: {} }) as unknown as Entry<Scene>
  const { layers } = read(
    [{ ...quays, formerIds: ['ports', 'zones'] }, zones],
    fileOf('quays', point),
    fileOf('zones', polygon),
  )
  const renamed = (...ids: string[]) => renameLayers([scene(...ids)], layers)[0]?.record.layers

  it('name layers by the ids that these have today, where they knew former ones', () => {
    expect(renamed('ports', 'zones', 'quays', 'gone')).toEqual(['quays', 'zones', 'quays', 'gone'])
  })
})
