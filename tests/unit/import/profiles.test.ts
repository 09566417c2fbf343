import { describe, expect, it } from 'vitest'
import { bringText } from './import-kit'

const csv = (record: Record<string, string | number>) =>
  `${Object.keys(record).join(',')}\n${Object.values(record)
    .map((value) => `"${value}"`)
    .join(',')}\n`
const json = (value: unknown) => JSON.stringify(value)
const first = async (name: string, text: string) => {
  const { prepared, features, faults } = await bringText(name, text)
  expect(faults).toEqual([])
  expect(prepared.questions).toEqual([])
  return { profile: prepared.profile?.id, feature: features[0] }
}

describe('a profile', () => {
  it('ACLED: precision codes become kilometres and weeks', async () => {
    const record = {
      event_id_cnty: 'UKR1',
      event_date: '26 September 2022',
      year: 2022,
      time_precision: 2,
      event_type: 'Battles',
      sub_event_type: 'Armed clash',
      location: 'Town',
      latitude: 48.5,
      longitude: 37.9,
      geo_precision: 2,
      source: 'A paper',
      notes: 'What happened.',
      fatalities: 3,
      timestamp: 1664300000,
    }
    expect(await first('acled.csv', csv(record))).toMatchObject({
      profile: 'acled',
      feature: {
        geometry: { type: 'Point', coordinates: [37.9, 48.5] },
        properties: {
          name: 'Armed clash, Town',
          kind: 'Battles',
          accuracyKm: 25,
          note: 'What happened.',
          event_date: '2022-09-23/2022-09-29',
          fatalities: 3,
          'file.source': 'A paper',
          event_id_cnty: 'UKR1',
        },
      },
    })
  })

  it('UCDP GED: the two days are one span', async () => {
    const record = {
      id: 1,
      date_start: '2022-09-21 00:00:00.000',
      date_end: '2022-09-30 00:00:00.000',
      date_prec: 3,
      where_prec: 4,
      where_coordinates: 'Region',
      type_of_violence: 1,
      side_a: 'A',
      side_b: 'B',
      latitude: 48,
      longitude: 37,
      best: 12,
      low: 10,
      high: 15,
      source_article: 'Paper',
      source_headline: 'Headline',
    }
    expect(await first('ged.csv', csv(record))).toMatchObject({
      profile: 'ucdp-ged',
      feature: {
        properties: {
          name: 'A – B, Region',
          kind: 'State-based conflict',
          accuracyKm: 150,
          date: '2022-09-21/2022-09-30',
          best: 12,
          low: 10,
        },
      },
    })
  })

  it('Atlos', async () => {
    const record = {
      slug: 'ABC',
      attr_description: 'What is seen',
      attr_date: '2022-09-26',
      attr_geolocation: '48.1, 37.2',
      attr_status: 'Completed',
      attr_type: 'Strike',
    }
    expect(await first('atlos.csv', csv(record))).toMatchObject({
      profile: 'atlos',
      feature: {
        geometry: { coordinates: [37.2, 48.1] },
        properties: { name: 'What is seen', kind: 'Strike', attr_date: '2022-09-26', slug: 'ABC' },
      },
    })
  })

  it('USGS, as table and as GeoJSON', async () => {
    const table = {
      time: '2022-09-26T00:03:24.000Z',
      latitude: 55.5,
      longitude: 15.7,
      depth: 10,
      mag: 2.3,
      magType: 'ml',
      net: 'us',
      id: 'us1',
      updated: '2022-09-27T00:00:00.000Z',
      place: 'A sea',
      type: 'earthquake',
      horizontalError: 4.2,
    }
    expect(await first('query.csv', csv(table))).toMatchObject({
      profile: 'usgs',
      feature: { properties: { name: 'M 2.3, A sea', accuracyKm: 4.2, time: '2022-09-26T00:03:24Z', mag: 2.3 } },
    })
    const properties = {
      mag: 2.3,
      place: 'A sea',
      time: 1664150604000,
      updated: 1664150605000,
      url: 'https://example.org/us1',
      magType: 'ml',
      net: 'us',
      sig: 81,
      type: 'earthquake',
      title: 'M 2.3 - A sea',
    }
    const features = [
      { type: 'Feature', id: 'us1', geometry: { type: 'Point', coordinates: [15.7, 55.5, 10] }, properties },
    ]
    expect(await first('all_day.geojson', json({ type: 'FeatureCollection', features }))).toMatchObject({
      profile: 'usgs',
      feature: { properties: { name: 'M 2.3 - A sea', time: '2022-09-26T00:03:24Z' } },
    })
  })

  it('GDACS, as feed', async () => {
    const item =
      '<item><title>Flood in A</title><description>Words</description><link>https://example.org/1</link><pubDate>Mon, 26 Sep 2022 10:00:00 GMT</pubDate><georss:point>1 2</georss:point><gdacs:eventtype>FL</gdacs:eventtype><gdacs:alertlevel>Orange</gdacs:alertlevel><gdacs:fromdate>Sun, 25 Sep 2022 01:00:00 GMT</gdacs:fromdate><gdacs:todate>Mon, 26 Sep 2022 01:00:00 GMT</gdacs:todate><gdacs:severity unit="ha" value="12">12 ha</gdacs:severity></item>'
    const feed = `<rss version="2.0" xmlns:gdacs="http://www.gdacs.org" xmlns:georss="http://www.georss.org/georss"><channel>${item}</channel></rss>`
    expect(await first('gdacs.xml', feed)).toMatchObject({
      profile: 'gdacs',
      feature: {
        geometry: { coordinates: [2, 1] },
        properties: {
          name: 'Flood in A',
          kind: 'Orange',
          note: 'Words',
          from: '2022-09-25T01:00:00Z',
          to: '2022-09-26T01:00:00Z',
          severity: '12 ha',
        },
      },
    })
  })

  it('CAP 1.2: a row for each area, circles and polygons', async () => {
    const area = (words: string, shape: string) => `<area><areaDesc>${words}</areaDesc>${shape}</area>`
    const alert = `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>1</identifier><sender>x</sender><sent>2022-09-26T01:00:00+02:00</sent><status>Actual</status><msgType>Alert</msgType><info><language>en</language><category>Met</category><event>Storm</event><urgency>Expected</urgency><severity>Severe</severity><certainty>Likely</certainty><onset>2022-09-26T03:00:00+02:00</onset><expires>2022-09-26T09:00:00+02:00</expires><headline>A storm</headline>${area('North', '<polygon>1,2 1,3 2,3 1,2</polygon>')}${area('South', '<circle>1,2 10</circle>')}${area('Nowhere', '')}</info></alert>`
    const { features, prepared, collected } = await bringText('cap.xml', alert)
    expect(prepared.profile?.id).toBe('cap')
    expect(collected.parts.map(({ kind, features: list }) => [kind, list.length])).toEqual([
      ['points', 1],
      ['areas', 2],
    ])
    expect(features[1]?.properties).toMatchObject({
      name: 'A storm, North',
      kind: 'Severe',
      from: '2022-09-26T03:00:00+02:00',
      expires: '2022-09-26T09:00:00+02:00',
    })
  })

  it('uMap: its layers are a category', async () => {
    const features = [
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [1, 2] },
        properties: { name: 'A', description: 'Words', _umap_options: { color: 'red' } },
      },
    ]
    const map = {
      type: 'umap',
      properties: {},
      layers: [{ type: 'FeatureCollection', _umap_options: { name: 'Leaks' }, features }],
    }
    expect(await first('a.umap', json(map))).toEqual({
      profile: 'umap',
      feature: {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [1, 2] },
        properties: { name: 'A', kind: 'Leaks', note: 'Words', layer: 'Leaks' },
      },
    })
  })

  it('TimelineJS: dates in parts, as fine as they are', async () => {
    const event = {
      start_date: { year: '2022', month: '9' },
      end_date: { year: 2022, month: 10, day: 4 },
      text: { headline: 'A <b>day</b>', text: '<p>Words</p>' },
      media: { url: 'https://example.org/a.jpg' },
      group: 'g',
    }
    expect(await first('timeline.json', json({ title: {}, events: [event] }))).toMatchObject({
      profile: 'timelinejs',
      feature: { geometry: null, properties: { name: 'A day', note: 'Words', date: '2022-09', end: '2022-10-04' } },
    })
    const table = {
      Year: 2022,
      Month: 9,
      Day: 26,
      Time: '',
      'End Year': '',
      'End Month': '',
      'End Day': '',
      Headline: 'A',
      Text: 'Words',
      Media: '',
      Group: 'g',
    }
    expect(await first('timeline.csv', csv(table))).toMatchObject({
      profile: 'timelinejs-table',
      feature: { properties: { name: 'A', date: '2022-09-26' } },
    })
  })

  it('StoryMapJS: the overview has no place', async () => {
    const slides = [
      { type: 'overview', text: { headline: 'All' }, location: { lat: 1, lon: 2 } },
      { text: { headline: 'A', text: 'Words' }, location: { lat: 3, lon: 4, name: 'There' } },
    ]
    const { features, prepared } = await bringText('storymap.json', json({ storymap: { slides } }))
    expect(prepared.profile?.id).toBe('storymapjs')
    expect(features).toMatchObject([
      { geometry: null, properties: { name: 'All' } },
      { geometry: { coordinates: [4, 3] }, properties: { name: 'A', place: 'There' } },
    ])
  })

  it('W3C Web Annotations, as Hypothesis gives them', async () => {
    const row = {
      id: 'x',
      created: '2022-09-26T10:00:00.000+00:00',
      user: 'acct:me@example.org',
      uri: 'https://example.org/report',
      text: 'A comment',
      tags: ['leak'],
      target: [
        {
          source: 'https://example.org/report',
          selector: [
            { type: 'TextPositionSelector', start: 3, end: 9 },
            { type: 'TextQuoteSelector', exact: 'The words', prefix: 'a ', suffix: ' b' },
          ],
        },
      ],
    }
    expect(await first('annotations.json', json({ total: 1, rows: [row] }))).toMatchObject({
      profile: 'web-annotation',
      feature: {
        geometry: null,
        properties: {
          name: 'The words',
          note: 'A comment',
          created: '2022-09-26T10:00:00+00:00',
          quote: 'The words',
          tags: 'leak',
          start: 3,
          'file.source': 'https://example.org/report',
        },
      },
    })
  })

  it('Linked Places: timespans and names', async () => {
    const feature = {
      '@id': 'https://example.org/p/1',
      type: 'Feature',
      properties: { title: 'Abydos', ccodes: ['TR'] },
      when: { timespans: [{ start: { in: '-0500' }, end: { in: '0200' } }] },
      names: [{ toponym: 'Abydos' }, { toponym: 'Ἄβυδος' }],
      types: [{ label: 'settlement' }],
      geometry: { type: 'Point', coordinates: [26.4, 40.2] },
    }
    const value = {
      type: 'FeatureCollection',
      '@context': 'https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld',
      features: [feature],
    }
    expect(await first('places.json', json(value))).toMatchObject({
      profile: 'linked-places',
      feature: {
        properties: { name: 'Abydos', kind: 'settlement', start: '-0500', end: '0200', names: 'Abydos, Ἄβυδος' },
      },
    })
  })
})
