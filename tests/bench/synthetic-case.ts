import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Sorts before every other case, so that it is the one that the home page opens. */
export const SYNTHETIC_ID = '9999-12-synthetic'
const DAY_MS = 86_400_000
const FIRST_DAY = Date.UTC(2022, 8, 1)
const DAYS = 40
/** So many places at most: the map’s own cost is not what grows with the records. */
const MAX_PLACES = 500

const speakers = ['Anna Kowalska', 'Борис Петренко', 'Chiara Rossi', 'Dmytro Shevchenko', 'Elin Nyström']
const places = ['Kherson', 'Херсон', 'Luhansk', 'Mykolaiv', 'Verkhny Lars', 'Bornholm', 'Odesa', 'Kharkiv']
const words = 'the border was open until the evening and people waited for hours before they were let through'.split(
  ' ',
)

/** A sequence of numbers from 0 to 1 that is the same each time (mulberry32). */
export function createRandom(): () => number {
  let state = 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * Writes a case of `count` records, a quarter each of places (at most 500, the rest events), quotations, figures and
 * events, spread over forty days. Made of made-up words: it is measured, never shown.
 */
export function writeSyntheticCase(data: string, count: number): void {
  const random = createRandom()
  const folder = join(data, 'cases', SYNTHETIC_ID)
  mkdirSync(join(folder, 'layers'), { recursive: true })
  const pick = <T>(from: readonly T[]): T => {
    const found = from[Math.floor(random() * from.length)]
    if (found === undefined) throw new RangeError('nothing to pick from')
    return found
  }
  const day = () => new Date(FIRST_DAY + Math.floor(random() * DAYS) * DAY_MS).toISOString().slice(0, 10)
  const sentence = (length: number) => Array.from({ length }, () => pick(words)).join(' ')
  const numbers = (length: number) => Array.from({ length }, (_, at) => at)
  const placeCount = Math.min(MAX_PLACES, Math.ceil(count / 4))
  const quarter = Math.ceil(count / 4)
  const placeIds = numbers(placeCount).map((at) => `place-${at}`)
  const passage = () => ({ source: 'report', exact: sentence(6) })
  const save = (file: string, value: unknown) => writeFileSync(join(folder, file), JSON.stringify(value))

  save('case.json', {
    id: SYNTHETIC_ID,
    title: 'Synthetic case',
    summary: 'Made up, to be measured.',
    period: '2022-09-01/2022-10-10',
    reported: '2022-10-10',
    updated: '2022-10-10',
    source: 'report',
    bounds: [9, 41, 57, 62],
    sides: [{ id: 'one', name: 'One' }],
    questions: [{ id: 'how-many', title: 'How many?', measures: 'count' }],
    claims: [],
    charts: [],
  })
  save('sources.json', [{ id: 'report', title: 'Report', publisher: 'Nobody' }])
  save(
    'actors.json',
    speakers.map((name, at) => ({ id: `speaker-${at}`, kind: 'person', name, role: 'Speaker', side: 'one' })),
  )
  const speaker = () => `speaker-${Math.floor(random() * speakers.length)}`
  save(
    'quotations.json',
    numbers(quarter).map((at) => ({
      id: `quotation-${at}`,
      form: 'speech',
      passage: passage(),
      speaker: speaker(),
      said: day(),
      about: [pick(placeIds)],
      records: [],
    })),
  )
  save(
    'figures.json',
    numbers(quarter).map((at) => ({
      id: `figure-${at}`,
      question: 'how-many',
      value: Math.floor(random() * 1e6),
      unit: 'people',
      qualifier: 'about',
      counts: sentence(3),
      asOf: day(),
      by: speaker(),
      status: 'official',
      passage: passage(),
      about: [pick(placeIds)],
    })),
  )
  save(
    'events.json',
    numbers(count - placeCount - 2 * quarter).map((at) => ({
      id: `event-${at}`,
      title: sentence(5),
      date: day(),
      about: [pick(placeIds)],
      by: [speaker()],
      reportedBy: [],
      passage: passage(),
      records: [],
    })),
  )
  save('scenes.json', [])
  const feature = (id: string, at: number) => ({
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [10 + random() * 45, 42 + random() * 19] },
    properties: {
      name: `${pick(places)} ${at}`,
      kind: 'Place',
      accuracyKm: null,
      basis: 'Made up',
      sources: ['report'],
      since: day(),
    },
  })
  save('layers.json', [
    { id: 'reports', name: 'Reports', mark: 'symbol', hue: 'moss', symbol: 'speech-bubble', labelFromZoom: 4 },
  ])
  save('layers/reports.geojson', { type: 'FeatureCollection', features: placeIds.map(feature) })
}

/** A case with nothing but rows. */
export const ROWS_ID = '9999-11-rows'

/** Writes a case of `count` rows of a table, each a point, spread over forty days. Made up: it is measured, never shown. */
export function writeRows(data: string, count: number, id = ROWS_ID): void {
  const random = createRandom()
  const folder = join(data, 'cases', id)
  mkdirSync(join(folder, 'layers'), { recursive: true })
  const save = (file: string, value: unknown) => writeFileSync(join(folder, file), JSON.stringify(value))
  const day = () => new Date(FIRST_DAY + Math.floor(random() * DAYS) * DAY_MS).toISOString().slice(0, 10)
  save('case.json', {
    id,
    title: 'Rows',
    summary: 'Made up, to be measured.',
    period: '2022-09-01/2022-10-10',
    reported: '2022-10-10',
    updated: '2022-10-10',
    source: 'table',
    bounds: [9, 41, 57, 62],
    sides: [],
    questions: [],
    claims: [],
    charts: [],
  })
  save('sources.json', [{ id: 'table', title: 'Table', publisher: 'Nobody' }])
  save('layers.json', [
    {
      id: 'rows',
      name: 'Rows',
      mark: 'density',
      hue: 'moss',
      all: { kind: 'Row', basis: 'Made up', accuracyKm: 1, sources: ['table'] },
    },
  ])
  // A file of a case holds 16 MB at most.
  const round = (degrees: number) => Number(degrees.toFixed(4))
  const features = Array.from({ length: count }, (_, at) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [round(10 + random() * 45), round(42 + random() * 19)] },
    properties: { name: `Row ${at}`, date: day(), people: Math.floor(random() * 100) },
  }))
  save('layers/rows.geojson', { type: 'FeatureCollection', features })
}

/** Copies the basemap's borders into a data folder of its own, for a server that has the synthetic case alone. */
export function copyBasemap(data: string): void {
  cpSync(join('data', 'basemap', 'borders.geojson'), join(data, 'basemap', 'borders.geojson'), { recursive: true })
}
