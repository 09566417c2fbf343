/** The layer that a new case's place is in. */
const LAYER = 'places'

const HARBOUR = [12.6, 55.69] as const

/**
 * The records of a small case that works: one of each kind, and what each must name. Every text says what belongs in its
 * place. `date` is today's, as `2030-03-05`.
 */
export function newCaseRecords(id: string, date: string): ReadonlyMap<string, unknown> {
  const [lng, lat] = HARBOUR
  return new Map<string, unknown>([
    [
      'case.json',
      {
        id,
        title: 'The title of the case',
        summary: 'What the case tells, in two or three sentences of yours.',
        period: date,
        reported: date,
        updated: date,
        source: 'the-report',
        bounds: [lng - 4, lat - 2, lng + 4, lat + 2],
        sides: [{ id: 'town', name: 'The town' }],
        questions: [{ id: 'came', title: 'How many people came?', measures: 'count' }],
        claims: [],
        charts: [],
      },
    ],
    [
      'layers.json',
      [
        {
          id: LAYER,
          name: 'Places',
          key: 'What a mark of this layer says.',
          mark: 'symbol',
          hue: 'azure',
          symbol: 'dot',
        },
      ],
    ],
    [
      'sources.json',
      [
        {
          id: 'the-report',
          title: 'The title of the report that the case is made from',
          publisher: 'Who published it',
          kind: 'original',
          address: 'https://example.org/report',
          published: date,
          missing: { sha256: 'Its text is not held yet: “npm run case -- locate” fills this in' },
        },
      ],
    ],
    [
      'actors.json',
      [{ id: 'mayor', kind: 'person', name: 'The name of the mayor', role: 'Mayor of the town', side: 'town' }],
    ],
    [
      'quotations.json',
      [
        {
          id: 'open-again',
          form: 'speech',
          passage: { source: 'the-report', exact: 'The harbour is open again' },
          speaker: 'mayor',
          said: date,
          about: ['harbour'],
          event: 'harbour-opens',
          records: [],
        },
      ],
    ],
    [
      'figures.json',
      [
        {
          id: 'came-mayor',
          question: 'came',
          value: 200,
          unit: 'people',
          qualifier: 'about',
          counts: 'to see the harbour open',
          asOf: date,
          by: 'mayor',
          status: 'claimed',
          passage: { source: 'the-report', exact: 'about 200 people came' },
          about: ['harbour'],
          event: 'harbour-opens',
        },
      ],
    ],
    [
      'events.json',
      [
        {
          id: 'harbour-opens',
          title: 'The harbour opens',
          date,
          about: ['harbour'],
          by: ['mayor'],
          reportedBy: [],
          passage: { source: 'the-report', exact: 'opened the harbour' },
          records: [],
        },
      ],
    ],
    [
      'scenes.json',
      [
        {
          id: 'start',
          title: 'The headline of the first scene',
          words: 'What it shows, in a sentence or two of yours.',
          camera: { center: HARBOUR, zoom: 8 },
          layers: [LAYER],
          focus: 'harbour',
          quotation: 'open-again',
          figure: 'came-mayor',
          dwellSeconds: 15,
        },
      ],
    ],
    [
      `layers/${LAYER}.geojson`,
      {
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            id: 'harbour',
            geometry: { type: 'Point', coordinates: HARBOUR },
            properties: {
              name: 'The harbour',
              kind: 'What the place is',
              accuracyKm: 1,
              basis: 'How its position is known',
              sources: ['the-report'],
            },
          },
        ],
      },
    ],
  ])
}
