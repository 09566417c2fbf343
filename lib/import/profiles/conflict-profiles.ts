import { monthOf } from '../columns/month-names'
import { numberIn, type Profile, textIn, widenDay } from './profile'

/** "26 September 2022", as ACLED exports dates, as ISO 8601. */
function isoDay(text: string | undefined): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[ -](\p{L}+)\.?[ -](\d{4})$/u.exec(text ?? '') ?? []
  const number = monthOf(month)
  return number === undefined ? text : `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** ACLED's codebook: 1 the place itself, 2 near it or part of a district, 3 a larger area. */
const acledKm: Readonly<Record<number, number>> = { 1: 1, 2: 25, 3: 100 }
const acledTime = { 1: 'day', 2: 'week', 3: 'month' } as const

export const acled: Profile = {
  id: 'acled',
  title: 'ACLED',
  signs: ['event_date', 'time_precision', 'event_type', 'sub_event_type', 'latitude', 'longitude', 'geo_precision'],
  mapping: {
    position: { kind: 'columns', lat: 'latitude', lng: 'longitude' },
    start: 'event_date',
    name: 'title',
    category: 'event_type',
    count: 'fatalities',
    words: 'notes',
    source: 'source',
    accuracy: 'accuracyKm',
  },
  derive(cells) {
    const time = numberIn(cells, 'time_precision')
    const to = time === 1 || time === 2 || time === 3 ? acledTime[time] : 'day'
    const [kind, place] = [textIn(cells, 'sub_event_type') ?? textIn(cells, 'event_type'), textIn(cells, 'location')]
    return {
      event_date: widenDay(isoDay(textIn(cells, 'event_date')), to),
      title: [kind, place].filter((part) => part !== undefined).join(', '),
      accuracyKm: acledKm[numberIn(cells, 'geo_precision') ?? 0],
    }
  },
  leaves: { timestamp: 'when the row was last uploaded' },
}

/** UCDP's codebook, where_prec: 1 exact, 2 within 25 km, 3 a district, 4 a province, 5 a line or large area, 6 a country, 7 sea or air. */
const ucdpKm: Readonly<Record<number, number>> = { 1: 1, 2: 25, 3: 50, 4: 150, 5: 150, 6: 500, 7: 500 }

export const ucdp: Profile = {
  id: 'ucdp-ged',
  title: 'UCDP GED',
  signs: ['date_start', 'date_end', 'date_prec', 'where_prec', 'type_of_violence', 'latitude', 'longitude'],
  mapping: {
    position: { kind: 'columns', lat: 'latitude', lng: 'longitude' },
    start: 'date',
    name: 'title',
    category: 'violence',
    count: 'best',
    words: 'source_headline',
    source: 'source_article',
    accuracy: 'accuracyKm',
  },
  derive(cells) {
    const [start, end] = ['date_start', 'date_end'].map((key) => textIn(cells, key)?.slice(0, 10))
    const kinds = ['State-based conflict', 'Non-state conflict', 'One-sided violence']
    const parties = [textIn(cells, 'side_a'), textIn(cells, 'side_b')].filter((part) => part !== undefined).join(' – ')
    const place = textIn(cells, 'where_coordinates') ?? textIn(cells, 'adm_1')
    return {
      // Day 1 is exact; from 2 on the two ends say how far it is known.
      date: start === undefined || end === undefined || start === end ? (start ?? end) : `${start}/${end}`,
      violence: kinds[(numberIn(cells, 'type_of_violence') ?? 0) - 1],
      title: [parties, place].filter((part) => part !== undefined && part !== '').join(', '),
      accuracyKm: ucdpKm[numberIn(cells, 'where_prec') ?? 0],
    }
  },
}

/** `["Military Activity","Damage"]`, as a list stands in a table, in words. */
function listed(text: string | undefined): string | undefined {
  if (text === undefined || !text.startsWith('[')) return text
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) ? list.join(', ') : text
  } catch {
    return text
  }
}

export const atlos: Profile = {
  id: 'atlos',
  title: 'Atlos',
  signs: ['slug', 'attr_description', 'attr_date', 'attr_geolocation'],
  mapping: {
    position: { kind: 'column', column: 'position' },
    start: 'attr_date',
    name: 'attr_description',
    category: 'kind',
    source: 'urls',
  },
  derive(cells) {
    const [lat, lng] = [
      numberIn(cells, 'attr_geolocation_latitude') ?? numberIn(cells, 'latitude'),
      numberIn(cells, 'attr_geolocation_longitude') ?? numberIn(cells, 'longitude'),
    ]
    const pair = lat === undefined || lng === undefined ? textIn(cells, 'attr_geolocation') : `${lat}, ${lng}`
    return { position: pair, kind: listed(textIn(cells, 'attr_type')) ?? textIn(cells, 'attr_status') }
  },
}
