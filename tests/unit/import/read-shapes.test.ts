import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { textOfHtml } from '@/lib/import/shapes/read-kml'
import { bring, bringText, file } from './import-kit'

const point = (lng: number, lat: number, properties: object = { name: 'A' }) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [lng, lat] },
  properties,
})
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })

describe('GeoJSON', () => {
  it('keeps what it says, flat, and closes an open ring', async () => {
    const ring = [
      [10, 50],
      [11, 50],
      [11, 51],
      [10, 51],
    ]
    const area = {
      type: 'Feature',
      geometry: { type: 'Polygon', coordinates: [ring] },
      properties: { name: 'A', tags: ['x', 'y'], of: { who: 'me' }, empty: null },
    }
    const { features } = await bringText('a.geojson', collection(area))
    expect(features[0]?.properties).toEqual({ name: 'A', tags: 'x, y', 'of.who': 'me' })
    expect(features[0]?.geometry?.coordinates).toEqual([[...ring, ring[0]]])
  })

  it('makes a layer for each kind of shape', async () => {
    const line = {
      ...point(0, 0),
      geometry: {
        type: 'LineString',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    }
    const { collected } = await bringText('a.geojson', collection(point(1, 2), line))
    expect(collected.parts.map(({ kind, rows }) => [kind, rows])).toEqual([
      ['points', [1]],
      ['lines', [2]],
    ])
  })

  it.each([
    ['swapped', point(15, 135), 'latitude and longitude are swapped'],
    ['projected', point(4_500_000, 5_600_000), 'are these metres of a projection?'],
    ['text', { ...point(0, 0), geometry: { type: 'Point', coordinates: ['1', '2'] } }, 'both numbers'],
    ['unknown', { ...point(0, 0), geometry: { type: 'Circle', coordinates: [1, 2] } }, 'is no type of geometry'],
  ])('names a position that is %s, with its row', async (_, feature, reason) => {
    const { faults, features } = await bringText('a.geojson', collection(point(1, 2), feature))
    expect(faults).toEqual([expect.stringMatching(/^a\.geojson, row 2, column “geometry”: /)])
    expect(faults[0]).toContain(reason)
    expect(features).toHaveLength(1)
  })

  it('refuses a system of coordinates that is not WGS 84', async () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } }
    await expect(
      bringText('a.geojson', JSON.stringify({ type: 'FeatureCollection', crs, features: [] })),
    ).rejects.toThrow('save it in WGS 84')
  })

  it('says where it is cut off', async () => {
    await expect(bringText('a.geojson', collection(point(1, 2)).slice(0, -20))).rejects.toThrow('it was cut off')
  })

  it('is read a feature a line, a bad line costing itself', async () => {
    const lines = `${JSON.stringify(point(1, 2))}\n{"type": "Feature", \n\u001e${JSON.stringify(point(3, 4))}\n`
    const { source, features, faults } = await bringText('a.geojsonl', lines)
    expect(source.format).toBe('geojson-lines')
    expect(features).toHaveLength(2)
    expect(faults).toEqual([expect.stringMatching(/^a\.geojsonl, row 2: /)])
  })

  it('keeps columns that a place has for itself under a name of their own', async () => {
    const { features } = await bringText(
      'a.geojson',
      collection(point(1, 2, { title: 'A', code: 'a code of more than twelve', Label: 'x', source: 'paper' })),
    )
    expect(features[0]?.properties).toEqual({
      name: 'A',
      'file.code': 'a code of more than twelve',
      'file.Label': 'x',
      'file.source': 'paper',
    })
  })
})

describe('TopoJSON', () => {
  it('is read object by object', async () => {
    const topology = {
      type: 'Topology',
      transform: { scale: [0.1, 0.1], translate: [10, 50] },
      objects: {
        town: {
          type: 'GeometryCollection',
          geometries: [{ type: 'Point', coordinates: [1, 2], properties: { name: 'A' } }],
        },
      },
      arcs: [],
    }
    const { features } = await bringText('a.json', JSON.stringify(topology))
    expect(features).toMatchObject([{ geometry: { coordinates: [10.1, 50.2] }, properties: { name: 'A' } }])
  })

  it('with arcs that are not there is damaged', async () => {
    const topology = { type: 'Topology', objects: { a: { type: 'LineString', arcs: [7] } }, arcs: [] }
    await expect(bringText('a.json', JSON.stringify(topology))).rejects.toThrow('names arcs that are not there')
  })

  it('is refused where a few arcs stand for a great many positions', async () => {
    const arc = Array.from({ length: 10_000 }, () => [1, 1])
    const lines = { type: 'MultiLineString', arcs: Array.from({ length: 1_000 }, () => [-1]) }
    const nested = { type: 'GeometryCollection', geometries: [lines] }
    const topology = { type: 'Topology', objects: { a: nested }, arcs: [arc] }
    await expect(bringText('a.json', JSON.stringify(topology))).rejects.toThrow('more than 8 million positions')
  })

  it('by lines is refused where a line never ends', async () => {
    const endless = {
      name: 'a.ndjson',
      size: 40e6,
      async *pieces() {
        yield strToU8('{"type":"Feature"}\n{"a":"')
        for (let piece = 0; piece < 40; piece++) yield new Uint8Array(1_000_000).fill(0x61)
      },
    }
    await expect(bring(endless)).rejects.toThrow('has a line of more than 32 million characters')
  })
})

const kml = (inner: string) =>
  `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inner}</Document></kml>`
const placemark =
  '<Placemark><name>A</name><description><![CDATA[<b>Words</b><script>alert(1)</script>]]></description><TimeStamp><when>2022-09-26</when></TimeStamp><Point><coordinates>15.7,55.5,0</coordinates></Point></Placemark>'

describe('KML, KMZ and GPX', () => {
  it('come with the words of their HTML and their time', async () => {
    const { features } = await bringText('a.kml', kml(placemark))
    expect(features[0]).toMatchObject({
      geometry: { coordinates: [15.7, 55.5] },
      properties: { name: 'A', note: 'Words' },
    })
    expect(JSON.stringify(features)).toContain('2022-09-26')
  })

  it('are not fetched from elsewhere, and say so', async () => {
    const { source } = await bringText(
      'a.kml',
      kml(`<NetworkLink><Link><href>http://example.org/a.kml</href></Link></NetworkLink>${placemark}`),
    )
    expect(source.found).toEqual([expect.stringContaining('1 links to data elsewhere, which is not fetched')])
  })

  it('are read out of a KMZ', async () => {
    const { source, features } = await bring(
      file('a.kmz', zipSync({ 'doc.kml': strToU8(kml(placemark)), 'files/x.png': new Uint8Array(3) })),
    )
    expect(source.format).toBe('kmz')
    expect(features).toHaveLength(1)
  })

  it('are way-points and tracks', async () => {
    const gpx =
      '<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1"><wpt lat="55.5" lon="15.7"><name>A</name><time>2022-09-26T00:03:00Z</time></wpt><trk><name>T</name><trkseg><trkpt lat="1" lon="2"/><trkpt lat="3" lon="4"/></trkseg></trk></gpx>'
    const { collected, features } = await bringText('a.gpx', gpx)
    expect(collected.parts.map(({ kind }) => kind)).toEqual(['points', 'lines'])
    expect(features[0]?.properties).toMatchObject({ name: 'A', time: '2022-09-26T00:03:00Z' })
  })

  it('that declare entities are refused', async () => {
    const text = `<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${kml(placemark).slice(21)}`
    await expect(bringText('a.kml', text)).rejects.toThrow('declares entities of its own')
  })

  it('too deep to be data are refused', async () => {
    await expect(bringText('a.kml', kml('<Folder>'.repeat(500) + '</Folder>'.repeat(500)))).rejects.toThrow(
      'deep in each other',
    )
  })

  it('that are no XML say in which line', async () => {
    await expect(bringText('a.kml', kml('\n\n<Placemark></Point>'))).rejects.toThrow('is not well-formed XML, line 3')
  })
})

/** A Shapefile of one point with one column, as GIS programs write it. */
function shapefile(more: Record<string, Uint8Array> = {}): Uint8Array {
  const shp = new DataView(new ArrayBuffer(128))
  shp.setInt32(0, 9994)
  shp.setInt32(24, 64)
  shp.setInt32(28, 1000, true)
  shp.setInt32(32, 1, true)
  shp.setInt32(100, 1)
  shp.setInt32(104, 10)
  shp.setInt32(108, 1, true)
  shp.setFloat64(112, 15.7, true)
  shp.setFloat64(120, 55.5, true)
  const dbf = new Uint8Array(32 + 64 + 1 + 19 + 1)
  const view = new DataView(dbf.buffer)
  view.setUint8(0, 3)
  view.setUint32(4, 1, true)
  view.setUint16(8, 97, true)
  view.setUint16(10, 19, true)
  dbf.set(strToU8('NAME'), 32)
  view.setUint8(43, 'C'.charCodeAt(0))
  view.setUint8(48, 10)
  dbf.set(strToU8('DAY'), 64)
  view.setUint8(75, 'D'.charCodeAt(0))
  view.setUint8(80, 8)
  view.setUint8(96, 13)
  dbf.set([32, ...strToU8('Caf'), 0xe9, ...strToU8('      20220926')], 97)
  return zipSync({ 'layer/places.shp': new Uint8Array(shp.buffer), 'layer/places.dbf': dbf, ...more })
}

describe('a zipped Shapefile', () => {
  it('is read with its columns, and says what it lacks', async () => {
    const { source, features } = await bring(file('a.zip', shapefile()))
    expect(features).toMatchObject([
      { geometry: { type: 'Point', coordinates: [15.7, 55.5] }, properties: { name: 'Café', DAY: '2022-09-26' } },
    ])
    expect(source.found).toEqual([
      'places: no .prj says in which system its positions are: read as WGS 84',
      'places: no .cpg says how its texts are written: read as windows-1252, by its letters',
    ])
  })

  it('whose table says that it is longer than it is was cut off', async () => {
    const dbf = new Uint8Array(100)
    new DataView(dbf.buffer).setUint32(4, 4_000_000_000, true)
    new DataView(dbf.buffer).setUint16(8, 65, true)
    new DataView(dbf.buffer).setUint16(10, 20, true)
    await expect(bring(file('a.zip', shapefile({ 'layer/places.dbf': dbf })))).rejects.toThrow('shorter than it says')
  })
})

describe('words that are HTML', () => {
  it('lose their tags in a time that grows with them, not with their square', () => {
    expect(textOfHtml('<p>One &amp; <b>two</b><br>three</p><style>x</style>')).toBe('One & two\nthree')
    const started = performance.now()
    textOfHtml(`<b>${'<script>'.repeat(100_000)}`)
    textOfHtml(`<b>${'<'.repeat(1_000_000)}`)
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

describe('what is not read', () => {
  it.each([
    ['a GeoPackage', 'SQLite format 3\u0000', 'export the layer as GeoJSON'],
    ['a PDF', '%PDF-1.7', 'is a PDF'],
    ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>', 'is a web page'],
    ['nothing', '', 'is empty'],
    ['XML of another kind', '<?xml version="1.0"?><svg/>', 'is XML of a kind that is not read (<svg>)'],
  ])('%s is named, with what to do', async (_, text, reason) => {
    await expect(bringText('a.bin', text)).rejects.toThrow(reason)
  })

  it('a zip that would fill the memory is refused before it does', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(1000) })
    const view = new DataView(bomb.buffer)
    const directory = Array.from({ length: bomb.length - 4 }, (_, at) => at).find(
      (at) => view.getUint32(at, true) === 0x02014b50,
    )
    view.setUint32((directory ?? 0) + 24, 1_000_000_000, true)
    await expect(bring(file('a.xlsx', bomb))).rejects.toThrow('when it is unpacked')
  })
})
