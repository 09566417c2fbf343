import { describe, expect, it } from 'vitest'
import * as refer from '@/lib/schema/references'
import { validRecords } from '../read-fixture'

const records = validRecords()
const { head } = records

/** The first record of a list, with more in it. */
function first<T extends object>(list: readonly T[], more: Partial<T> = {}): T {
  const [record] = list
  if (record === undefined) throw new Error('the valid case lacks a kind')
  return { ...record, ...more }
}

/** Where a record names what: `records/0/source: source report`. */
function named(references: readonly refer.Reference[]): string[] {
  return references.map(({ kind, id, path }) => `${path.join('/')}: ${kind} ${id}`).sort()
}

const passage = { source: 'report', exact: 'words' }

/** One record of each kind that names all that it may, and where. */
const all: [what: string, find: () => refer.Reference[], expected: string[]][] = [
  ['an actor', () => refer.actorReferences(first(records.actors, { side: 'north' })), ['side: side north']],
  [
    'a quotation',
    () =>
      refer.quotationReferences({
        ...first(records.quotations, { passage, speaker: 'governor', where: 'harbour', about: ['capital', 'shock'] }),
        event: 'sailing',
        records: [{ source: 'bulletin', words: 'words', status: 'same-words' }],
        notFoundIn: [{ source: 'reprint' }],
      }),
    [
      'about/0: place capital',
      'about/1: place shock',
      'event: event sailing',
      'notFoundIn/0/source: source reprint',
      'passage/source: source report',
      'records/0/source: source bulletin',
      'speaker: actor governor',
      'where: place harbour',
    ],
  ],
  [
    'a statement',
    () =>
      refer.statementReferences({
        ...first(records.statements, { passage, speaker: 'governor', about: ['capital'], event: 'sailing' }),
        records: [{ source: 'bulletin', words: 'words' }],
      }),
    [
      'about/0: place capital',
      'event: event sailing',
      'passage/source: source report',
      'records/0/source: source bulletin',
      'speaker: actor governor',
    ],
  ],
  [
    'a figure',
    () =>
      refer.figureReferences({
        ...first(records.figures, { question: 'crossed', by: 'office', via: ['union', 'post'], passage }),
        about: ['capital'],
        event: 'sailing',
        inputs: ['queue-12', 'zone-5'],
        records: [
          { source: 'reprint', words: 'words' },
          { source: 'bulletin', words: 'words', via: ['union'] },
        ],
      }),
    [
      'about/0: place capital',
      'by: actor office',
      'event: event sailing',
      'inputs/0: figure queue-12',
      'inputs/1: figure zone-5',
      'passage/source: source report',
      'question: question crossed',
      'records/0/source: source reprint',
      'records/1/source: source bulletin',
      'records/1/via/0: actor union',
      'via/0: actor union',
      'via/1: actor post',
    ],
  ],
  [
    'an event',
    () =>
      refer.eventReferences({
        ...first(records.events, { about: ['capital'], thread: 'ferry', by: ['governor'], reportedBy: ['post'] }),
        named: ['ferryman'],
        passage,
        records: [{ source: 'bulletin', words: 'words' }],
      }),
    [
      'about/0: place capital',
      'by/0: actor governor',
      'named/0: actor ferryman',
      'passage/source: source report',
      'records/0/source: source bulletin',
      'reportedBy/0: actor post',
      'thread: thread ferry',
    ],
  ],
  [
    'a scene',
    () =>
      refer.sceneReferences({
        ...first(records.scenes, { layers: ['arrivals'], thread: 'ferry', focus: 'harbour', quotation: 'ice' }),
        figure: 'zone-5',
        chart: 'shock-chart',
        sources: ['report', 'bulletin'],
      }),
    [
      'chart: chart shock-chart',
      'figure: figure zone-5',
      'focus: place harbour',
      'layers/0: layer arrivals',
      'quotation: quotation ice',
      'sources/0: source report',
      'sources/1: source bulletin',
      'thread: thread ferry',
    ],
  ],
  [
    'a source',
    () => refer.sourceReferences(first(records.sources, { takesFrom: ['bulletin', 'reprint'] })),
    ['takesFrom/0: source bulletin', 'takesFrom/1: source reprint'],
  ],
  [
    'a claim',
    () =>
      refer.claimReferences({
        ...first(head.claims, { by: 'governor', extentSource: 'bulletin' }),
        rejections: [{ by: 'union', date: '2030', words: 'no', source: 'report' }],
      }),
    [
      'by: actor governor',
      'extentSource: source bulletin',
      'rejections/0/by: actor union',
      'rejections/0/source: source report',
    ],
  ],
  [
    'a chart',
    () => refer.chartReferences(first(head.charts, { figures: ['zone-5', 'boil-1'] })),
    ['figures/0: figure zone-5', 'figures/1: figure boil-1'],
  ],
  [
    'a thread',
    () =>
      refer.threadReferences({
        ...{ id: 'ferry', title: 'Ferry', hue: 'pine', sentence: 'It sails.', bounds: [9, 54, 13, 58] },
        figure: 'crossed-office',
      }),
    ['figure: figure crossed-office'],
  ],
]

describe('what a record names', () => {
  it.each(all)('of %s is found, with the place in it where a person has to look', (_, find, expected) => {
    expect(named(find())).toEqual(expected)
  })

  it('of a place is found in its properties', () => {
    const place = first(records.layers.flatMap(({ places }) => places))
    const references = refer.placeReferences({
      ...place,
      properties: {
        ...{ name: 'Harbour', kind: 'Harbour', accuracyKm: 1 },
        sources: ['report', 'bulletin'],
        claim: 'claim-now',
        sizedBy: ['queue-12'],
        rings: [{ figure: 'zone-5', measures: 'radius' }],
        shownFor: [
          { kind: 'event', id: 'sailing' },
          { kind: 'quotation', id: 'ice' },
        ],
      },
    })
    expect(named(references)).toEqual([
      'properties/claim: claim claim-now',
      'properties/rings/0/figure: figure zone-5',
      'properties/shownFor/0/id: event sailing',
      'properties/shownFor/1/id: quotation ice',
      'properties/sizedBy/0: figure queue-12',
      'properties/sources/0: source report',
      'properties/sources/1: source bulletin',
    ])
  })

  it('is nothing where it names nothing', () => {
    const figure = { id: 'f', question: 'crossed', value: 1, unit: 'people', counts: 'people', by: 'office', about: [] }
    expect(named(refer.figureReferences({ ...figure, qualifier: 'about', status: 'derived' }))).toEqual([
      'by: actor office',
      'question: question crossed',
    ])
    expect(refer.sourceReferences({ id: 'report', title: 'Report', publisher: 'Post' })).toEqual([])
    const { title, words, camera, dwellSeconds } = first(records.scenes)
    expect(refer.sceneReferences({ id: 'bare', title, words, camera, dwellSeconds, layers: [] })).toEqual([])
    const properties = { name: 'Harbour', kind: 'Harbour', accuracyKm: 1, sources: ['report'] }
    expect(
      named(refer.placeReferences({ ...first(records.layers.flatMap(({ places }) => places)), properties })),
    ).toEqual(['properties/sources/0: source report'])
  })
})
