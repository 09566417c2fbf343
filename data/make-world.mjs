/**
 * Makes the sources of the basemap (`data/basemap/sources`) from layers of the whole world, once. `npm run basemap` then
 * makes the archives from the sources. mapshaper 0.7.70 is to be installed beside the layers.
 *
 *   node data/make-world.mjs <folder with the world's layers> <folder with the hand-written names and the older coast>
 *
 * The older coast, borders and Ukraine were simplified further than the world's layers, whose vertices they share; the
 * areas of a case may have been cut from them. Where a line of the world runs between two neighbouring vertices of the
 * older one, what lies between them is left out, in every layer alike: so all of them meet each other and the cases.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { area } from '@turf/turf'

const [, script, world, older] = process.argv
if (world === undefined || older === undefined) throw new Error('Which folders hold the layers?')
const basemap = path.join(path.dirname(script), 'basemap')
const sources = path.join(basemap, 'sources')
const work = path.join(older, 'work')
mkdirSync(sources, { recursive: true })
mkdirSync(work, { recursive: true })

const read = (name) => JSON.parse(gunzipSync(readFileSync(path.join(world, `${name}.geojson.gz`)))).features
const readOlder = (name) => JSON.parse(readFileSync(path.join(older, `${name}.geojson`), 'utf8')).features
const toText = (features) =>
  `{"type":"FeatureCollection","features":[\n${features
    .map(({ properties, geometry }) => JSON.stringify({ type: 'Feature', properties, geometry }))
    .join(',\n')}\n]}\n`

function write(name, features) {
  writeFileSync(path.join(sources, `${name}.geojson.gz`), gzipSync(toText(features), { level: 9 }))
  console.log(`${name}: ${features.length}`)
}

/** What lies open, to be read and compared by whoever checks it. */
function writePlain(name, features) {
  writeFileSync(path.join(basemap, `${name}.geojson`), toText(features))
  console.log(`${name}: ${features.length}`)
}

/** The features after a chain of mapshaper's commands. */
function shape(features, ...commands) {
  const [from, to] = ['from', 'to'].map((name) => path.join(work, `${name}.geojson`))
  writeFileSync(from, toText(features))
  execFileSync(path.join('node_modules', '.bin', 'mapshaper'), [from, ...commands, '-o', to, 'format=geojson'], {
    cwd: world.startsWith('/') ? (process.env.MAPSHAPER ?? world) : undefined,
    stdio: ['ignore', 'ignore', 'inherit'],
    maxBuffer: 2 ** 30,
  })
  const made = JSON.parse(readFileSync(to, 'utf8'))
  const list = made.features ?? made.geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry }))
  return list.filter(({ geometry }) => geometry !== null)
}

/** Changes every line and ring of a geometry; what is left of a line without extent is dropped. */
function mapLines({ type, coordinates }, change) {
  const lines = (list) => list.map((line) => change(line, false)).filter((line) => line.length > 1)
  const rings = (list) => list.map((ring) => change(ring, true)).filter((ring) => ring.length > 3)
  if (type === 'LineString') return { type, coordinates: change(coordinates, false) }
  if (type === 'MultiLineString') return { type, coordinates: lines(coordinates) }
  if (type === 'Polygon') return { type, coordinates: rings(coordinates) }
  return { type, coordinates: coordinates.map(rings).filter((polygon) => polygon.length > 0) }
}

function linesOf({ type, coordinates }) {
  if (type === 'LineString') return [coordinates]
  return type === 'MultiPolygon' ? coordinates.flat() : coordinates
}

const key = ([lng, lat]) => `${lng},${lat}`
const neighbours = new Map()
const tie = (a, b) => neighbours.set(a, (neighbours.get(a) ?? new Set()).add(b))
for (const name of ['sea', 'countries-detail', 'borders', 'admin1-lines', 'disputed-areas'])
  for (const { geometry } of readOlder(name))
    for (const line of linesOf(geometry))
      for (let at = 1; at < line.length; at += 1) {
        tie(key(line[at - 1]), key(line[at]))
        tie(key(line[at]), key(line[at - 1]))
      }

/** A line or ring without what lies between two neighbours of the older lines. */
function thin(line, isRing) {
  let from = line
  if (isRing) {
    // Begun at a vertex that stays, a ring has no stretch at its seam that only half of its neighbours would leave out.
    const first = line.findIndex((vertex) => neighbours.has(key(vertex)))
    if (first > 0) from = [...line.slice(first, -1), ...line.slice(0, first + 1)]
  }
  const kept = []
  let run = []
  for (const vertex of from) {
    if (!neighbours.has(key(vertex))) {
      run.push(vertex)
      continue
    }
    const last = kept.at(-1)
    if (last === undefined || !neighbours.get(key(last))?.has(key(vertex))) kept.push(...run)
    kept.push(vertex)
    run = []
  }
  const all = [...kept, ...run]
  return isRing && all.length < 4 ? line : all
}

// Beyond the older lines, all layers are simplified alike: between vertices where lines meet, or that are older.

const edges = new Map()
const join = (a, b) => edges.set(a, (edges.get(a) ?? new Set()).add(b))
function addEdges({ geometry }) {
  for (const line of linesOf(geometry).map((each) => thin(each, key(each[0]) === key(each.at(-1)))))
    for (let at = 1; at < line.length; at += 1) {
      join(key(line[at - 1]), key(line[at]))
      join(key(line[at]), key(line[at - 1]))
    }
}
const ends = new Set()
const isFixed = (vertex) => {
  const name = key(vertex)
  return neighbours.has(name) || ends.has(name) || edges.get(name)?.size !== 2
}

/** How far a line may stray from the world's, degrees of latitude: about 250 m. */
const STRAY = 0.0022

/** Ramer, Douglas and Peucker; the same whichever way the line runs. */
function simplify(line) {
  const isReversed = key(line[0]) > key(line.at(-1)) || (line.length > 2 && key(line[0]) === key(line.at(-1)) && key(line[1]) > key(line.at(-2)))
  const points = isReversed ? line.toReversed() : line
  const shrink = Math.cos((points[0][1] * Math.PI) / 180)
  const keeps = new Set([0, points.length - 1])
  const open = [[0, points.length - 1]]
  while (open.length > 0) {
    const [from, to] = open.pop()
    const [ax, ay] = points[from]
    const [dx, dy] = [(points[to][0] - ax) * shrink, points[to][1] - ay]
    const square = dx * dx + dy * dy
    let [farthest, at] = [0, 0]
    for (let index = from + 1; index < to; index += 1) {
      const [x, y] = [(points[index][0] - ax) * shrink, points[index][1] - ay]
      const part = square === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / square))
      const off = Math.hypot(x - part * dx, y - part * dy)
      if (off > farthest) [farthest, at] = [off, index]
    }
    if (farthest <= STRAY) continue
    keeps.add(at)
    open.push([from, at], [at, to])
  }
  const kept = points.filter((_, index) => keeps.has(index))
  return isReversed ? kept.toReversed() : kept
}

function simplified(line, isRing) {
  const thinner = thin(line, isRing)
  let from = thinner
  if (isRing) {
    let first = thinner.findIndex(isFixed)
    // An island meets nothing: all layers begin it at the same vertex.
    if (first < 0) first = thinner.reduce((least, vertex, at) => (key(vertex) < key(thinner[least]) ? at : least), 0)
    if (first > 0) from = [...thinner.slice(first, -1), ...thinner.slice(0, first + 1)]
  }
  const kept = [from[0]]
  let run = [from[0]]
  for (const vertex of from.slice(1)) {
    run.push(vertex)
    if (!isFixed(vertex)) continue
    kept.push(...simplify(run).slice(1))
    run = [vertex]
  }
  if (run.length > 1) kept.push(...simplify(run).slice(1))
  return isRing && kept.length < 4 ? thinner : kept
}

const thinned = (feature) => ({ ...feature, geometry: mapLines(feature.geometry, simplified) })
const languages = ['uk', 'ru', 'de', 'fr', 'es', 'ar', 'zh']
const inLanguages = (properties) =>
  Object.fromEntries(
    languages.flatMap((language) => {
      const name = properties?.[`name_${language}`]
      return name === undefined || name === properties.name ? [] : [[`name_${language}`, name]]
    }),
  )
const isInRegion = ([lng, lat]) => lng >= -25 && lng <= 110 && lat >= 30 && lat <= 78
const plain = (name) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const kmBetween = ([a, b], [c, d]) => Math.hypot((a - c) * Math.cos((b * Math.PI) / 180), b - d) * 111.2
const point = (coordinates, properties) => ({ properties, geometry: { type: 'Point', coordinates } })

// Areas and lines.

const wholeSea = shape(read('sea'), '-clean', '-dissolve', '-explode')
for (const layer of [wholeSea, ...['countries', 'borders', 'disputed-areas', 'admin1-lines'].map(read)])
  for (const feature of layer) {
    addEdges(feature)
    if (!feature.geometry.type.endsWith('String')) continue
    for (const line of linesOf(feature.geometry)) for (const end of [line[0], line.at(-1)]) ends.add(key(end))
  }
const sea = wholeSea.map((feature) => thinned({ ...feature, properties: {} }))
write('sea', sea)

/** Counted with the state that they are a part of. */
const partOf = { AX: 'FI', FO: 'DK', SJ: 'NO' }
const countries = read('countries').map(({ properties, geometry }) => {
  return { properties: { ...properties, name: properties.name.replace(' & ', ' and ') }, geometry }
})
const handCountries = readOlder('country-names')
const codeOf = (name) =>
  name === 'Turkey' ? 'TR' : countries.find(({ properties }) => properties.name === name)?.properties.id
const handNames = new Map(handCountries.map(({ properties: { name } }) => [codeOf(name), name]))
write(
  'countries',
  countries.map((country) => {
    const { id, name } = country.properties
    const cc = partOf[id] ?? id
    const called = handNames.get(cc) ?? countries.find(({ properties }) => properties.id === cc)?.properties.name ?? name
    return thinned({ properties: { cc, name: called }, geometry: country.geometry })
  }),
)

const { disputes } = JSON.parse(readFileSync(path.join(basemap, 'disputes.json'), 'utf8'))
const disputeOf = (part, id) => disputes.find((dispute) => dispute[part].includes(id))?.id
/** Left to the case, which tells them itself; leases and rocks too small to be drawn, and no disputes of borders. */
const isLeftOut = (id) => /^(ua-|UA:)|baikonur|rockall/.test(id)
const untold = new Set()

writePlain(
  'borders',
  read('borders')
    .filter(({ properties: { id } }) => !isLeftOut(id))
    .map((border) => {
      const { id, kind, minzoom } = border.properties
      // The limits of the bases on Cyprus are small loops, which say nothing from afar.
      const from = id === 'CY-x-sba' ? 7 : minzoom
      const dispute = disputeOf('lines', id)
      if (dispute === undefined && kind !== 'recognised') untold.add(id)
      const properties = { id, kind, ...(from > 0 && { from }), ...(dispute !== undefined && { dispute }) }
      return thinned({ properties, geometry: border.geometry })
    }),
)
writePlain(
  'disputed-areas',
  read('disputed-areas')
    .filter(({ properties: { id } }) => !isLeftOut(id))
    .map((each) => {
      const { id, minzoom } = each.properties
      const dispute = disputeOf('areas', id)
      if (dispute === undefined) untold.add(id)
      const properties = { id, from: minzoom, ...(dispute !== undefined && { dispute }) }
      return thinned({ properties, geometry: each.geometry })
    }),
)
console.log(`In no dispute of disputes.json: ${[...untold].join(', ')}`)

const admin1 = read('admin1')
const ukraines = readOlder('admin1-lines')
write('admin1-lines', [
  ...ukraines.map(({ geometry }) => ({ properties: { cc: 'UA', from: 4 }, geometry })),
  ...read('admin1-lines')
    .filter(({ properties: { cc } }) => cc !== 'UA')
    .map(({ properties: { cc, minzoom }, geometry }) => thinned({ properties: { cc, from: minzoom }, geometry })),
])

/** The Mediterranean with the Black Sea, and the North Sea with the Baltic, where the world's depths are coarse: those of the older grid stay. */
const closedSeas = [
  [[-5.6, 30], [37, 30], [43, 40], [42, 48], [26, 48], [14, 46.5], [3, 44.8], [-1, 43], [-2, 38], [-5.6, 36.3], [-5.6, 30]],
  [[1.4, 51.1], [1.8, 50.8], [9.6, 50], [31, 53.4], [31, 61], [26, 66.2], [17, 66.2], [13, 63], [5, 62], [-1.2, 60.4], [-3, 58.7], [-4, 57.5], [-3, 55], [1.4, 51.1]],
]
const closedFile = path.join(work, 'closed.geojson')
writeFileSync(closedFile, toText(closedSeas.map((ring) => ({ properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }))))
const seaFile = path.join(work, 'sea.geojson')
writeFileSync(seaFile, toText(sea))
const depths = [200, 1000, 2000, 4000]
const deep = read('bathymetry')
const ofDepth = (features, depth, ...commands) =>
  shape(features.filter(({ properties }) => properties.depth === depth).map(({ geometry }) => ({ properties: {}, geometry })), ...commands).map(
    ({ geometry }) => ({ properties: { depth }, geometry }),
  )
const olderDepths = readOlder('bathymetry')
// Classes lie over each other: each is shaped alone.
const oceans = depths.flatMap((depth) =>
  ofDepth(deep, depth, '-dissolve', '-filter-islands', `min-area=${depth < 1000 ? 1500 : 9000}km2`, '-simplify', 'weighted', 'interval=5000', '-erase', closedFile, '-clip', seaFile),
)
const closed = [20, 50, 100, ...depths].flatMap((depth) => ofDepth(olderDepths, depth, '-dissolve', '-clip', closedFile, '-clip', seaFile))
const byDepth = (one, other) => one.properties.depth - other.properties.depth
const round = (line) => line.map((vertex) => vertex.map((degrees) => Number(degrees.toFixed(4))))
write(
  'bathymetry',
  [...closed, ...oceans].toSorted(byDepth).map(({ properties, geometry }) => ({ properties, geometry: mapLines(geometry, round) })),
)

write(
  'lakes',
  read('lakes').map(({ properties: { id: _, name, rank, minzoom }, geometry }) => {
    const km2 = Math.round(area(geometry) / 1e6)
    return { properties: { km2, rank, from: minzoom, ...(name !== undefined && rank <= 6 && { name }) }, geometry }
  }),
)
const rivers = new Map()
for (const { properties, geometry } of read('rivers')) {
  // The smallest are brooks of Europe and North America alone.
  if (properties.class.startsWith('lake') || properties.scalerank > 10) continue
  const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates
  rivers.set(properties.scalerank, [...(rivers.get(properties.scalerank) ?? []), ...lines])
}
write(
  'rivers',
  [...rivers]
    .sort(([a], [b]) => a - b)
    .map(([rank, coordinates]) => ({ properties: { rank }, geometry: { type: 'MultiLineString', coordinates } })),
)
write(
  'glaciers',
  shape(read('glaciers'), '-simplify', 'weighted', 'interval=500', 'keep-shapes').map(({ properties, geometry }) => ({
    properties: { kind: properties.class === 'ice shelf' ? 'shelf' : 'glacier', from: properties.minzoom },
    geometry,
  })),
)
write(
  'urban',
  read('urban').map(({ properties: { km2 }, geometry }) => ({ properties: { km2 }, geometry })),
)

// Names.

const longForms = [
  [/\bMts\./, 'Mountains'],
  [/\bMtn\./, 'Mountain'],
  [/\bMt\.\s*/, 'Mount '],
  [/\bIs\./, 'Islands'],
  [/\bRa\./, 'Range'],
  [/\bPlat\./, 'Plateau'],
  [/^Pen\./, 'Península'],
  [/\bPen\./, 'Peninsula'],
  [/^Pén\./, 'Péninsule'],
  [/\bCord\./, 'Cordillera'],
  [/^S\. Nevada/, 'Sierra Nevada'],
  [/^S\. (?=d)/, 'Serra '],
  [/^N\. /, 'North '],
  [/^S\. /, 'South '],
  [/^N\.Island/, 'North Island'],
]
const spellOut = (name) => longForms.reduce((text, [short, long]) => text.replace(short, long), name)

const km2Of = (cc) =>
  countries
    .filter(({ properties: { id } }) => (partOf[id] ?? id) === cc)
    .reduce((sum, { properties: { km2 } }) => sum + km2, 0)
const countryNames = handCountries.map(({ properties, geometry }) => {
  const cc = codeOf(properties.name)
  if (cc === undefined && !properties.name.startsWith('(')) console.warn(`Which country is ${properties.name}?`)
  const of = countries.find(({ properties: { id } }) => id === cc)
  return { properties: { ...properties, ...(cc && { cc, km2: km2Of(cc) }), ...inLanguages(of?.properties) }, geometry }
})
const named = new Set(countryNames.map(({ properties }) => properties.cc))
const countryRank = (from) => [2.7, 3.5, 4.6, 5].filter((zoom) => from > zoom).length + 1
for (const { properties } of countries) {
  const { id, name, minlabel, label } = properties
  if (named.has(id)) continue
  const rank = countryRank(minlabel)
  const of = id.startsWith('x-') && id !== 'x-sba' ? {} : { cc: id, km2: km2Of(id) }
  if (partOf[id] === undefined) countryNames.push(point(label, { name, rank, ...of, ...inLanguages(properties) }))
}
writePlain('country-names', countryNames)

const marine = read('marine-names')
const seaNames = readOlder('sea-names').map(({ properties, geometry }) => {
  const same = marine.find(({ properties: { name } }) => plain(name) === plain(properties.name))
  return { properties: { ...properties, ...inLanguages(same?.properties) }, geometry }
})
const handSeas = new Set(seaNames.map(({ properties }) => plain(properties.name)))
const near = (at, list, km) => list.some(({ geometry }) => kmBetween(at, geometry.coordinates) < km)
const hand = [...seaNames]
for (const { properties, geometry } of marine) {
  const { name, minzoom, angle } = properties
  const at = geometry.coordinates
  if (handSeas.has(plain(name)) || near(at, hand, 60)) continue
  const rank = [2, 4, 5.7, 6.5, 7.5].filter((zoom) => minzoom > zoom).length + 1 + (isInRegion(at) ? 1 : 0)
  seaNames.push(point(at, { name, rank, ...(angle && { angle: Math.round(angle) }), ...inLanguages(properties) }))
}
writePlain('sea-names', seaNames)

const physical = read('physical-names').map(({ properties, geometry }) => {
  return { properties: { ...properties, name: spellOut(properties.name) }, geometry }
})
const isIsland = ({ properties }) => /^islands?$/.test(properties.class)
const islandNames = readOlder('island-names')
for (const { properties, geometry } of physical.filter(isIsland)) {
  const { name, minzoom } = properties
  const at = geometry.coordinates
  // A state that is an island has its name already.
  if (countryNames.some((country) => plain(country.properties.name) === plain(name))) continue
  if (islandNames.some((other) => plain(other.properties.name) === plain(name) && kmBetween(at, other.geometry.coordinates) < 300))
    continue
  const rank = [5, 6, 7].filter((zoom) => minzoom > zoom).length + 1 + (isInRegion(at) ? 1 : 0)
  islandNames.push(point(at, { name, rank: Math.min(rank, 5) }))
}
writePlain('island-names', islandNames)

const kinds = { peak: 'peak', range: 'range', foothills: 'range', desert: 'land', plateau: 'land', plain: 'land', lowland: 'land', basin: 'land', peninsula: 'land', tundra: 'land', wetlands: 'land', delta: 'land', depression: 'land', valley: 'land' }
const landNames = physical.flatMap(({ properties, geometry }) => {
  const { name, class: kind, ele, minzoom, angle } = properties
  if (kinds[kind] === undefined || (kind === 'peak' && !(ele > 0))) return []
  if (countryNames.some((country) => plain(country.properties.name) === plain(name))) return []
  const rank = [3.7, 5, 6, 6.7].filter((zoom) => minzoom > zoom).length + 1
  const turned = kind !== 'peak' && angle ? { angle: Math.round(angle) } : {}
  return [point(geometry.coordinates, { name, kind: kinds[kind], rank, ...(kind === 'peak' && { ele }), ...turned })]
})
writePlain('land-names', landNames)

const handParts = readOlder('admin1-labels')
const partNames = handParts.map(({ properties, geometry }) => {
  const unit = admin1.find(({ properties: { id } }) => id === properties.iso)
  return { properties: { ...properties, cc: 'UA', rank: 0, ...inLanguages(unit?.properties) }, geometry }
})
for (const { properties } of admin1) {
  const { cc, name, minzoom, label } = properties
  // What is one unit has the country's name.
  if (cc === 'UA' || cc.startsWith('x-') || admin1.filter((unit) => unit.properties.cc === cc).length < 2) continue
  if (minzoom > 11) continue
  const rank = [3, 5, 7, 9].filter((zoom) => minzoom > zoom).length + 1
  partNames.push(point(label, { name, cc, rank, ...inLanguages(properties) }))
}
write('admin1-names', partNames)

const cityLines = gunzipSync(readFileSync(path.join(world, 'cities.ndjson.gz'))).toString('utf8')
const geonames = cityLines.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line)]))
const isSame = (city, { properties: { name, ascii, alt = [], pop }, geometry }) => {
  const km = kmBetween(geometry.coordinates, city.geometry.coordinates)
  if (km > 40) return false
  const called = plain(city.properties.name)
  return (km < 3 && pop > 5000) || [name, ascii ?? name, ...alt].some((each) => plain(each) === called)
}
const towns = new Map()
for (const city of geonames) {
  const cell = city.geometry.coordinates.map(Math.floor).join()
  towns.set(cell, [...(towns.get(cell) ?? []), city])
}
const taken = new Set()
const cities = readOlder('cities').map((city) => {
  const [lng, lat] = city.geometry.coordinates.map(Math.floor)
  const around = [-1, 0, 1].flatMap((x) => [-1, 0, 1].flatMap((y) => towns.get(`${lng + x},${lat + y}`) ?? []))
  const same = around
    .filter((each) => isSame(city, each))
    .sort((a, b) => kmBetween(a.geometry.coordinates, city.geometry.coordinates) - kmBetween(b.geometry.coordinates, city.geometry.coordinates))
  for (const each of same) taken.add(each.properties.id)
  if (same.length === 0) console.warn(`No town of the world is ${city.properties.name}`)
  return { properties: { ...city.properties, ...inLanguages(same[0]?.properties) }, geometry: city.geometry }
})
const cityRank = (from) => [3, 4.7, 5.5, 6.2, 7, 7.8, 8.6, 9.3].filter((zoom) => from > zoom).length + 1
for (const { properties, geometry } of geonames) {
  const { id, name, cap, minzoom, cc } = properties
  if (taken.has(id)) continue
  const at = geometry.coordinates
  const capital = cap === 'country'
  const small = (countries.find(({ properties: of }) => of.id === cc)?.properties.minlabel ?? 9) > 4
  const own = capital ? (small ? 2 : 0) : cityRank(minzoom)
  const rank = isInRegion(at) && !capital ? Math.max(own, 5) : own
  cities.push(point(at, { name, rank, ...(capital && { capital }), order: 1000 + rank, ...inLanguages(properties) }))
}
write('cities', cities)
rmSync(work, { recursive: true })
