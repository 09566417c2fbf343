/**
 * Makes `basemap/borders.geojson` and `basemap/disputed-areas.geojson` from the world's layers of the same names:
 *
 *   node data/make-borders.mjs <folder with borders.geojson and disputed-areas.geojson>
 *
 * Both have more vertices than the sea, Ukraine and the oblasts of the basemap, which were simplified further. Where a
 * line runs between two neighbouring vertices of what is there already, what lies between them is left out: so the
 * coasts, Ukraine's borders and the case's areas meet the new lines exactly, and a second run changes nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { bboxClip } from '@turf/turf'

const [, script, world] = process.argv
if (world === undefined) throw new Error('Which folder holds the layers of the world?')
const basemap = path.join(path.dirname(script), 'basemap')
const region = [-25, 30, 110, 78]

const read = (folder, name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8'))
const key = ([lng, lat]) => `${lng},${lat}`

/** Rings and lines of a geometry. */
function linesOf({ type, coordinates }) {
  if (type === 'LineString') return [coordinates]
  return type === 'MultiPolygon' ? coordinates.flat() : coordinates
}

const neighbours = new Map()
const tie = (a, b) => neighbours.set(a, (neighbours.get(a) ?? new Set()).add(b))
for (const name of ['sea.geojson', 'countries-detail.geojson', 'borders.geojson'])
  for (const { geometry } of read(basemap, name).features)
    for (const line of linesOf(geometry))
      for (let at = 1; at < line.length; at += 1) {
        tie(key(line[at - 1]), key(line[at]))
        tie(key(line[at]), key(line[at - 1]))
      }

/** The line without what lies between two neighbours. */
function thin(line) {
  const kept = []
  let run = []
  for (const vertex of line) {
    if (!neighbours.has(key(vertex))) {
      run.push(vertex)
      continue
    }
    const last = kept.at(-1)
    if (last === undefined || !neighbours.get(key(last))?.has(key(vertex))) kept.push(...run)
    kept.push(vertex)
    run = []
  }
  return [...kept, ...run]
}

const reaches = ({ geometry }) =>
  linesOf(geometry).some((line) =>
    line.some(([lng, lat]) => lng >= region[0] && lng <= region[2] && lat >= region[1] && lat <= region[3]),
  )
const round = (line) => line.map((vertex) => vertex.map((degrees) => Number(degrees.toFixed(4))))

const { disputes } = read(basemap, 'disputes.json')
const disputeOf = (part, id) => disputes.find((dispute) => dispute[part].includes(id))?.id
/** Left to the case, which tells them itself; no dispute, but the lease of a space port; a rock too small to be drawn. */
const isLeftOut = (id) => /^(ua-|UA:)|baikonur|rockall/.test(id)
const unknown = []

function write(name, features) {
  const lines = features.map((feature) => JSON.stringify({ type: 'Feature', ...feature }))
  const text = `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`
  writeFileSync(path.join(basemap, name), text)
}

const borders = read(world, 'borders.geojson')
  .features.filter((border) => reaches(border) && !isLeftOut(border.properties.id))
  .flatMap(({ properties: { id, kind, minzoom }, geometry }) => {
    // The limits of the bases on Cyprus are small loops, which say nothing from afar.
    const from = id === 'CY-x-sba' ? 7 : minzoom
    const dispute = disputeOf('lines', id)
    if (dispute === undefined && kind !== 'recognised') unknown.push(id)
    const clipped = bboxClip(geometry, region).geometry
    const lines = linesOf(clipped).map((line) => thin(round(line)))
    if (lines.every((line) => line.length < 2)) return []
    const properties = { id, kind, ...(from > 0 && { from }), ...(dispute !== undefined && { dispute }) }
    return [{ properties, geometry: { type: 'MultiLineString', coordinates: lines.filter(({ length }) => length > 1) } }]
  })
write('borders.geojson', borders)

const areas = read(world, 'disputed-areas.geojson')
  .features.filter((area) => reaches(area) && !isLeftOut(area.properties.id))
  .flatMap(({ properties: { id, minzoom }, geometry }) => {
    const dispute = disputeOf('areas', id)
    if (dispute === undefined) unknown.push(id)
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    const coordinates = polygons.map((rings) => rings.map(thin).filter((ring) => ring.length > 3))
    return [{ properties: { id, from: minzoom, dispute }, geometry: { type: 'MultiPolygon', coordinates } }]
  })
write('disputed-areas.geojson', areas)

if (unknown.length > 0) console.warn(`In no dispute of disputes.json: ${unknown.join(', ')}`)
console.log(`${borders.length} borders, ${areas.length} areas`)
