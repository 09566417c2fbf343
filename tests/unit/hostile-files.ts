import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { ods, xlsx } from './import/import-kit'

const table = 'date;lat;lng;name;notes\n26.09.2022;55,5;15,7;"A";x\n27.09.2022;55,6;15,8;B;"y\nz"\n'
const geojson = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [1, 2],
            [3, 4],
            [5, 6],
            [1, 2],
          ],
        ],
      },
      properties: { name: 'A', when: { timespans: [] } },
    },
  ],
})
const kml =
  '<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>A</name><Point><coordinates>1,2</coordinates></Point></Placemark></kml>'
const feed =
  '<rss xmlns:georss="http://www.georss.org/georss"><channel><item><title>A</title><georss:point>1 2</georss:point></item></channel></rss>'
const cap =
  '<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><info><event>x</event><area><areaDesc>y</areaDesc><circle>1,2 3</circle></area></info></alert>'
const gpx =
  '<gpx xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="1" lon="2"><name>A</name><time>2022-09-26T01:00:00Z</time></wpt></gpx>'
const byName = 'place,when,killed\nTripoli,11 September 2023,5\nBenghazi,9/2023,about 12\n'
const topojson = JSON.stringify({
  type: 'Topology',
  objects: { a: { type: 'LineString', arcs: [0] } },
  arcs: [
    [
      [1, 2],
      [3, 4],
    ],
  ],
})
const annotation = JSON.stringify({ rows: [{ target: [{ source: 'x', selector: [{ exact: 'words' }] }], text: 'a' }] })
const timeline = JSON.stringify({ events: [{ start_date: { year: 2022 }, text: { headline: 'A' } }] })
const umap = JSON.stringify({
  type: 'umap',
  layers: [
    {
      _umap_options: { name: 'L' },
      features: [{ type: 'Feature', geometry: { type: 'Point', coordinates: [1, 2] }, properties: {} }],
    },
  ],
})

type Sample = readonly [name: string, bytes: Uint8Array]

/** A small file of every kind that is brought in. */
export const tables: readonly Sample[] = [
  ['a.csv', strToU8(table)],
  ['b.csv', strToU8(byName)],
  ['a.tsv', strToU8(table.replaceAll(';', '\t'))],
  [
    'a.xlsx',
    xlsx([
      {
        name: 'S',
        rows: [
          ['name', 'lat', 'lng'],
          ['A', 1, 2],
        ],
        merges: ['A1:B1'],
      },
    ]),
  ],
  ['a.ods', ods('<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>')],
  ['a.geojson', strToU8(geojson)],
  ['a.ndjson', strToU8(`${geojson}\n${geojson}\n`)],
  ['a.kml', strToU8(kml)],
  ['a.kmz', zipSync({ 'doc.kml': strToU8(kml) })],
  ['a.gpx', strToU8(gpx)],
  ['a.xml', strToU8(feed)],
  ['b.xml', strToU8(cap)],
  ['a.topojson', strToU8(topojson)],
  ['a.json', strToU8(annotation)],
  ['b.json', strToU8(timeline)],
  ['a.umap', strToU8(umap)],
  ['a.zip', zipSync({ 'a.shp': new Uint8Array(200), 'a.dbf': new Uint8Array(64) })],
]

const told = [
  'Flood in Derna after two dams break',
  'The mayor, Abdulmenam al-Ghaithi, said on Monday: “We have counted 5,300 dead, and 10,000 are missing.”',
  'On 11 September 2023 the water rose to “some 3 metres”, Osama Hamad said. He may come to Benghazi, according to Reuters.',
]
const page = `<html><head><title>A</title><meta property="article:published_time" content="2023-09-12"></head><body><article>${told.map((each) => `<p>${each}</p>`).join('')}</article></body></html>`
const markdown = `# ${told[0]}\n\n> ${told[1]}\n\n- [${told[2]}](https://a.example)\n`
const docx = zipSync({
  'word/document.xml': strToU8(
    `<w:document>${told.map((each) => `<w:p><w:r><w:t>${each}</w:t></w:r></w:p>`).join('')}</w:document>`,
  ),
})

/** A page of PDF that says so much, without compression. */
function pdf(text: string): Uint8Array {
  const content = `BT /F1 12 Tf 20 100 Td (${text}) Tj ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  const body = objects.map((each, index) => `${index + 1} 0 obj${each}endobj\n`)
  const starts = body.map((_, index) => 9 + body.slice(0, index).join('').length)
  const table = starts.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const start = 9 + body.join('').length
  return strToU8(
    `%PDF-1.4\n${body.join('')}xref\n0 6\n0000000000 65535 f \n${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`,
  )
}

/** A small report of every kind that is drafted. */
export const reports: readonly Sample[] = [
  ['a.txt', strToU8(told.join('\n\n'))],
  ['a.md', strToU8(markdown)],
  ['a.html', strToU8(page)],
  ['a.docx', docx],
  ['a.pdf', pdf('On 11 September 2023 the mayor said that 5,300 were dead in Derna.')],
]

const edits = fc.array(
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(12), put: fc.uint8Array({ maxLength: 6 }) }),
  { minLength: 1, maxLength: 6 },
)

/** Files of which some bytes are cut out, put in or changed. */
export function damaged(samples: readonly Sample[]): fc.Arbitrary<Sample> {
  return fc.tuple(fc.constantFrom(...samples), edits).map(([[name, whole], changes]): Sample => {
    const bytes = changes.reduce((now, { at, cut, put }) => {
      const from = Math.floor(at * now.length)
      return Uint8Array.from([...now.subarray(0, from), ...put, ...now.subarray(from + cut)])
    }, whole)
    return [name, bytes]
  })
}

const odd = fc.jsonValue({ maxDepth: 4 })
const oddFeature = fc.record({
  type: fc.constant('Feature'),
  geometry: fc.oneof(
    odd,
    fc.record({
      type: fc.constantFrom('Point', 'Polygon', 'MultiPolygon', 'GeometryCollection'),
      coordinates: odd,
      geometries: odd,
    }),
  ),
  properties: odd,
})

/** GeoJSON with anything in place of its parts. */
export const oddGeojson: fc.Arbitrary<Sample> = fc
  .record(
    {
      type: fc.constantFrom('FeatureCollection', 'umap', 'Topology', 'Feature'),
      features: fc.array(oddFeature),
      layers: odd,
      objects: odd,
      arcs: odd,
      events: odd,
      items: odd,
    },
    { requiredKeys: ['type'] },
  )
  .map((value): Sample => ['a.geojson', strToU8(JSON.stringify(value))])

const anything = fc.oneof(fc.string({ maxLength: 300, unit: 'binary' }), fc.json({ maxDepth: 6 }))
const named = (names: readonly string[]): fc.Arbitrary<Sample> =>
  fc.tuple(fc.constantFrom(...names), anything).map(([name, text]): Sample => [name, strToU8(text)])

/** Any text and any JSON, by any name. */
export const anyTable = named(['a.csv', 'a.json', 'a.geojson', 'a.kml', 'a.xml', 'a.xlsx', 'a', ''])
export const anyReport = named(['a.txt', 'a.md', 'a.html', 'a.docx', 'a.pdf', 'a'])
