import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { ImportFault } from '@/lib/import/row'
import { bring, file, ods, xlsx } from './import-kit'

/** Reads bytes all the way: either rows come of them, or a fault that says why not. */
async function survives(name: string, bytes: Uint8Array): Promise<void> {
  try {
    const { collected, faults } = await bring(file(name, bytes))
    expect(collected.faultCount).toBeGreaterThanOrEqual(faults.length)
    for (const fault of faults) expect(fault).toMatch(/: .{5,}/)
  } catch (error) {
    expect(error).toBeInstanceOf(ImportFault)
    if (error instanceof Error) expect(error.message.length).toBeGreaterThan(5)
  }
}

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

const samples: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['a.csv', strToU8(table)],
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
  ['a.xml', strToU8(feed)],
  ['b.xml', strToU8(cap)],
  ['a.topojson', strToU8(topojson)],
  ['a.json', strToU8(annotation)],
  ['b.json', strToU8(timeline)],
  ['a.umap', strToU8(umap)],
  ['a.zip', zipSync({ 'a.shp': new Uint8Array(200), 'a.dbf': new Uint8Array(64) })],
]

/** Bytes with some of them cut out, put in or changed. */
const damaged = fc.tuple(
  fc.constantFrom(...samples),
  fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(12),
      put: fc.uint8Array({ maxLength: 6 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
)

function damage(bytes: Uint8Array, edits: readonly { at: number; cut: number; put: Uint8Array }[]): Uint8Array {
  return edits.reduce((now, { at, cut, put }) => {
    const from = Math.floor(at * now.length)
    return Uint8Array.from([...now.subarray(0, from), ...put, ...now.subarray(from + cut)])
  }, bytes)
}

// A hundred thousand, as `RUNS=100000 npx vitest run tests/unit/import/fuzz.test.ts`, take some minutes.
const RUNS = Number(process.env.RUNS ?? 1500)

describe('no reader throws anything but a fault that says why', () => {
  it('at files as they should be', async () => {
    for (const [name, bytes] of samples) await survives(name, bytes)
  })

  it('at files that are damaged anywhere', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(damaged, async ([[name, bytes], edits]) => survives(name, damage(bytes, edits))),
      { numRuns: RUNS },
    )
  })

  it('at any text, and at any JSON, by any name', { timeout: 600_000 }, async () => {
    const names = fc.constantFrom('a.csv', 'a.json', 'a.geojson', 'a.kml', 'a.xml', 'a.xlsx', 'a', '')
    await fc.assert(
      fc.asyncProperty(
        names,
        fc.oneof(fc.string({ maxLength: 300, unit: 'binary' }), fc.json({ maxDepth: 6 })),
        async (name, text) => survives(name, strToU8(text)),
      ),
      { numRuns: RUNS / 3 },
    )
  })

  it('at GeoJSON with anything in place of its parts', { timeout: 600_000 }, async () => {
    const odd = fc.jsonValue({ maxDepth: 4 })
    const feature = fc.record({
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
    const whole = fc.record(
      {
        type: fc.constantFrom('FeatureCollection', 'umap', 'Topology', 'Feature'),
        features: fc.array(feature),
        layers: odd,
        objects: odd,
        arcs: odd,
        events: odd,
        items: odd,
      },
      { requiredKeys: ['type'] },
    )
    await fc.assert(
      fc.asyncProperty(whole, async (value) => survives('a.geojson', strToU8(JSON.stringify(value)))),
      { numRuns: RUNS / 3 },
    )
  })
})
