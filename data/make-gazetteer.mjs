// Makes the sources of the gazetteer in `basemap/sources` from the world's layers and the names that the map writes:
// `places.ndjson.gz`, a place a line with all of its names, and `admin1.topojson.gz`, the parts of countries as areas.
// MAPSHAPER=<folder of mapshaper 0.7.70> node data/make-gazetteer.mjs <the world's layers>; then `npm run basemap gazetteer`.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'

const [world] = process.argv.slice(2)
const basemap = path.join(import.meta.dirname, 'basemap')
const sources = path.join(basemap, 'sources')
const unzip = (file) => gunzipSync(readFileSync(file)).toString('utf8')
const readWorld = (name) => JSON.parse(unzip(path.join(world, `${name}.geojson.gz`))).features
const readNames = (name) => JSON.parse(readFileSync(path.join(basemap, `${name}.geojson`), 'utf8')).features

const languages = ['uk', 'ru', 'de', 'fr', 'es', 'ar', 'zh']
const fold = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const round = ([lng, lat]) => [Number(lng.toFixed(4)), Number(lat.toFixed(4))]

function namesOf(properties) {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const name = properties[`name_${language}`]?.trim()
      return name === undefined || name === properties.name ? [] : [[language, name]]
    }),
  )
}

/** Other names, without those that say the same but for case and accents. */
function othersOf(name, names, alt) {
  const known = new Set([name, ...Object.values(names)].map(fold))
  return alt.filter((each) => {
    const plain = fold(each)
    return plain !== '' && !known.has(plain) && known.add(plain)
  })
}

const places = []
function add({ name, names = {}, alt = [], ...rest }) {
  places.push({ name, ...rest, names, alt: othersOf(name, names, alt) })
}

// Countries: the map's names, CLDR's in more languages and in short, codes, and what is in use beside them or was until lately.
const displays = [...languages, 'en', 'it', 'pt', 'nl', 'pl', 'tr', 'ja', 'ko', 'fa', 'he', 'hi', 'el', 'sv', 'cs', 'ro', 'hu'].flatMap(
  (language) =>
    ['long', 'short'].map((style) => new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' })),
)
const usual = {
  BO: ['Plurinational State of Bolivia'],
  BY: ['Byelorussia', 'White Russia'],
  CD: ['DRC', 'DR Congo', 'Democratic Republic of the Congo', 'Congo-Kinshasa', 'Zaire', 'Belgian Congo'],
  CG: ['Republic of the Congo', 'Congo-Brazzaville', 'Congo Republic'],
  CI: ['Ivory Coast'],
  CN: ["People's Republic of China", 'PRC'],
  CV: ['Cape Verde'],
  CZ: ['Czech Republic'],
  FK: ['Malvinas', 'Islas Malvinas'],
  GB: ['Great Britain', 'Britain'],
  IR: ['Islamic Republic of Iran', 'Persia'],
  KH: ['Kampuchea'],
  KP: ['DPRK', "Democratic People's Republic of Korea"],
  KR: ['Republic of Korea', 'ROK'],
  LA: ["Lao People's Democratic Republic"],
  LK: ['Ceylon'],
  MD: ['Republic of Moldova', 'Moldavia'],
  MK: ['Macedonia'],
  MM: ['Burma'],
  NL: ['Holland', 'the Netherlands'],
  PS: ['State of Palestine', 'Palestinian Territories', 'Occupied Palestinian Territory'],
  RU: ['Russian Federation'],
  SY: ['Syrian Arab Republic'],
  SZ: ['Swaziland'],
  TL: ['East Timor'],
  TR: ['Turkey', 'Türkiye'],
  TW: ['Formosa', 'Republic of China'],
  TZ: ['Tanganyika', 'United Republic of Tanzania'],
  US: ['USA', 'United States of America', 'America'],
  VA: ['Holy See', 'Vatican'],
  VE: ['Bolivarian Republic of Venezuela'],
  ZW: ['Rhodesia'],
}
const countryCodes = new Map(readWorld('countries').map(({ properties: { id, a3 } }) => [id, a3]))
for (const { properties, geometry } of readNames('country-names')) {
  // A name in brackets says whose an exclave is; a second name of one country stands for near zooms.
  if (properties.name.startsWith('(') || properties.at === 'near') continue
  const { name, cc, km2 } = properties
  const isCoded = /^[A-Z]{2}$/.test(cc ?? '')
  const alt = isCoded ? [...displays.map((display) => display.of(cc)), countryCodes.get(cc), ...(usual[cc] ?? [])] : []
  add({ name, kind: 'country', at: round(geometry.coordinates), cc, km2, names: namesOf(properties), alt: alt.filter(Boolean) })
}

// Parts of countries: the names of the map's labels are shorter, so both are in.
const units = readWorld('admin1')
const written = new Map(readNamesOfParts().map((each) => [each.geometry.coordinates.map((part) => part.toFixed(2)).join(), each.properties]))
function readNamesOfParts() {
  return JSON.parse(unzip(path.join(sources, 'admin1-names.geojson.gz'))).features
}
for (const { properties } of units) {
  const { id, cc, name, short, local, km2, label } = properties
  if (!name || label === undefined) continue
  const label2 = written.get(label.map((part) => part.toFixed(2)).join())?.label
  add({ name, kind: 'region', id, at: round(label), cc, km2, names: namesOf(properties), alt: [short, local, label2].filter(Boolean) })
}

// Towns: the world's list, under the names that the map writes where somebody chose them.
const chosen = JSON.parse(unzip(path.join(sources, 'cities.geojson.gz'))).features.filter(({ properties }) => properties.order < 1000)
const towns = unzip(path.join(world, 'cities.ndjson.gz')).trim().split('\n').map((line) => JSON.parse(line))
const cellOf = ([lng, lat]) => `${Math.round(lng)},${Math.round(lat)}`
const byCell = new Map()
for (const town of towns) byCell.set(cellOf(town.geometry.coordinates), [...(byCell.get(cellOf(town.geometry.coordinates)) ?? []), town])
const allNames = ({ name, ascii, alt = [], ...rest }) =>
  new Set([name, ascii, ...alt, ...languages.map((language) => rest[`name_${language}`])].filter(Boolean).map(fold))
/** What cities of more than 100,000 people were called before, or are called in their own language, and the list has not. */
const before = {
  Almaty: ['Alma-Ata', 'Verny'],
  Ankara: ['Angora'],
  Athens: ['Athina'],
  Bratislava: ['Pressburg', 'Pozsony'],
  Chennai: ['Madras'],
  Dnipro: ['Dnepropetrovsk', 'Dnipropetrovsk', 'Yekaterinoslav'],
  Donetsk: ['Stalino', 'Yuzovka'],
  Dushanbe: ['Stalinabad'],
  Harare: ['Salisbury'],
  'Ho Chi Minh City': ['Saigon'],
  Istanbul: ['Constantinople', 'Byzantium'],
  İzmir: ['Smyrna'],
  Jakarta: ['Batavia'],
  Kaliningrad: ['Königsberg'],
  Kinshasa: ['Léopoldville'],
  Kolkata: ['Calcutta'],
  Luhansk: ['Voroshilovgrad'],
  Lviv: ['Lemberg', 'Lwów', 'Lvov'],
  Maputo: ['Lourenço Marques'],
  Mariupol: ['Zhdanov'],
  'Nizhny Novgorod': ['Gorky'],
  Oslo: ['Christiania', 'Kristiania'],
  Podgorica: ['Titograd'],
  Samara: ['Kuybyshev'],
  'St Petersburg': ['Leningrad', 'Petrograd'],
  Tallinn: ['Reval'],
  Thessaloniki: ['Salonica', 'Saloniki'],
  Tbilisi: ['Tiflis'],
  Volgograd: ['Stalingrad', 'Tsaritsyn'],
  Wrocław: ['Breslau'],
  Yangon: ['Rangoon'],
  Yekaterinburg: ['Sverdlovsk'],
}
const named = new Set()
const chosenOf = new Map()
for (const city of chosen) {
  const [lng, lat] = city.geometry.coordinates
  const near = [-1, 0, 1].flatMap((x) => [-1, 0, 1].flatMap((y) => byCell.get(cellOf([lng + x, lat + y])) ?? []))
  const names = allNames(city.properties)
  const away = ({ geometry: { coordinates: [x, y] } }) => Math.hypot((x - lng) * Math.cos((lat * Math.PI) / 180), y - lat)
  // A spelling of the map's own, as Prokhladny for Prokhladnyy, begins like the other and stands where it stands.
  const begins = (each) => away(each) < 0.06 && fold(each.properties.name).slice(0, 4) === fold(city.properties.name).slice(0, 4)
  const town = near
    .filter((each) => begins(each) || (away(each) < 0.3 && [...allNames(each.properties)].some((name) => names.has(name))))
    .toSorted((one, other) => away(one) - away(other))[0]
  if (town === undefined) add({ name: city.properties.name, kind: 'city', at: round([lng, lat]), names: namesOf(city.properties) })
  else chosenOf.set(town, city.properties)
}
for (const town of towns) {
  const { name, ascii, cc, a1, pop, cap, alt = [] } = town.properties
  const own = chosenOf.get(town)
  const shown = own?.name ?? name
  const names = { ...namesOf({ ...town.properties, name: shown }), ...(own ? namesOf(own) : {}) }
  const former = pop > 100_000 && !named.has(shown) ? (before[shown] ?? []) : []
  if (former.length > 0) named.add(shown)
  const at = round(town.geometry.coordinates)
  add({ name: shown, kind: 'city', at, cc, a1, pop, cap, names, alt: [name, ascii, ...former, ...alt].filter(Boolean) })
}
const unknown = Object.keys(before).filter((name) => !named.has(name))
if (unknown.length > 0) throw new Error(`no such city: ${unknown.join(', ')}`)

// Waters and what the land is called.
const marine = new Map(readWorld('marine-names').map(({ properties }) => [properties.name, properties]))
const physical = new Map(readWorld('physical-names').map(({ properties }) => [properties.name, properties]))
for (const { properties, geometry } of readNames('sea-names')) {
  const { name, rank } = properties
  const { local, also = [] } = marine.get(name) ?? {}
  add({ name, kind: 'sea', at: round(geometry.coordinates), rank, names: namesOf(properties), alt: [local, ...also.map((each) => each.name)].filter(Boolean) })
}
for (const [file, kind] of [
  ['island-names', 'island'],
  ['land-names', 'land'],
])
  for (const { properties, geometry } of readNames(file)) {
    const { name, rank } = properties
    add({ name, kind, at: round(geometry.coordinates), rank, names: namesOf(properties), alt: [physical.get(name)?.alt].filter(Boolean) })
  }

writeFileSync(path.join(sources, 'places.ndjson.gz'), gzipSync(`${places.map((place) => JSON.stringify(place)).join('\n')}\n`, { level: 9 }))
console.log(`places: ${places.length}`)

const work = mkdtempSync(path.join(tmpdir(), 'gazetteer-'))
writeFileSync(
  path.join(work, 'admin1.geojson'),
  JSON.stringify({
    type: 'FeatureCollection',
    features: units.map(({ properties: { id, cc, name }, geometry }) => ({ type: 'Feature', properties: { id, cc, name }, geometry })),
  }),
)
execFileSync(
  path.join('node_modules', '.bin', 'mapshaper'),
  [path.join(work, 'admin1.geojson'), '-simplify', 'interval=500', 'keep-shapes', '-o', path.join(work, 'admin1.json'), 'format=topojson', 'quantization=100000'],
  { cwd: process.env.MAPSHAPER, stdio: ['ignore', 'inherit', 'inherit'] },
)
writeFileSync(path.join(sources, 'admin1.topojson.gz'), gzipSync(readFileSync(path.join(work, 'admin1.json')), { level: 9 }))
rmSync(work, { recursive: true })
