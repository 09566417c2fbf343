import { describe, expect, it } from 'vitest'
import type { CaseRecord } from '@/lib/derive/case-records'
import type { LinkedCase } from '@/lib/derive/linked-case'
import type { RecordKind } from '@/lib/derive/record-filter'
import {
  countVisible,
  findAskedFor,
  findSources,
  findSpeakerShares,
  findVisible,
  placesFollow,
  type VisibleRecords,
} from '@/lib/derive/visible-records'
import { asking, openSieve } from '../filter-kit'

function record(name: string, more: Partial<CaseRecord> = {}): CaseRecord {
  const [kind = 'place', id = ''] = name.split('/') as [RecordKind, string]
  const own = kind === 'place' ? [id] : []
  const always = { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY }
  return { kind, id, layers: [], places: own, speakers: [], sides: [], status: null, wording: [], ...always, ...more }
}

const records = [
  record('place/harbour'),
  record('place/capital', { start: 50 }),
  record('place/islet'),
  record('quotation/ice', { places: ['capital'], speakers: ['governor'], sides: ['north'], wording: ['differs'] }),
  record('statement/sails', { places: ['harbour'], speakers: ['post'], sides: ['south'] }),
  record('figure/queue', { places: ['harbour'], speakers: ['office'], sides: ['south'], status: 'official' }),
  record('event/sailing', { places: ['harbour'], speakers: ['governor', 'office'], sides: ['north', 'south'] }),
]
const names = (shown: VisibleRecords) =>
  records.filter(({ kind, id }) => shown[kind].has(id)).map(({ kind, id }) => `${kind}/${id}`)

describe('what is shown', () => {
  it('is everything while nothing is asked for', () => {
    expect(names(findVisible(records, openSieve))).toEqual(records.map(({ kind, id }) => `${kind}/${id}`))
  })

  it('has the places that shown statements are about while statements are asked for', () => {
    expect(names(findVisible(records, asking({ sides: ['south'] })))).toEqual([
      'place/harbour',
      'statement/sails',
      'figure/queue',
      'event/sailing',
    ])
    expect(names(findVisible(records, asking({ kinds: ['quotation'] })))).toEqual(['place/capital', 'quotation/ice'])
  })

  it('has no place that has not begun, though it is about it', () => {
    const before = { ...asking({ speakers: ['governor'] }), time: { start: 0, end: 10 } }
    expect(names(findVisible(records, before))).toEqual(['place/harbour', 'quotation/ice', 'event/sailing'])
  })

  it('has places by their own where they are asked for', () => {
    expect(names(findVisible(records, asking({ places: ['harbour'] })))).toEqual([
      'place/harbour',
      'statement/sails',
      'figure/queue',
      'event/sailing',
    ])
    expect(names(findVisible(records, asking({ kinds: ['place'] })))).toEqual([
      'place/harbour',
      'place/capital',
      'place/islet',
    ])
  })

  it('has what a facet hides while that is lifted', () => {
    expect(names(findVisible(records, asking({ kinds: ['figure'], sides: ['north'] }), ['side']))).toEqual([
      'place/harbour',
      'figure/queue',
    ])
    expect(names(findVisible(records, asking({ sides: ['north'] }), ['side']))).toHaveLength(records.length)
  })
})

describe('places that follow', () => {
  it.each<[string, Parameters<typeof asking>[0], boolean]>([
    ['nothing', {}, false],
    ['places', { kinds: ['place', 'event'] }, false],
    ['kinds without places', { kinds: ['event'] }, true],
    ['speakers', { speakers: ['post'] }, true],
    ['sides', { sides: ['north'] }, true],
    ['statuses', { statuses: ['official'] }, true],
    ['wordings', { wordings: ['differs'] }, true],
    ['a place', { places: ['harbour'] }, false],
  ])('follow, where %s is asked for: %s', (_, filter, follow) => {
    expect(placesFollow(asking(filter).filter)).toBe(follow)
  })

  it('do not where that is lifted', () => {
    const { filter } = asking({ kinds: ['event'], speakers: ['post'] })
    expect(placesFollow(filter, ['kind'])).toBe(true)
    expect(placesFollow(filter, ['speaker'])).toBe(true)
    expect(placesFollow(filter, ['kind', 'speaker'])).toBe(false)
  })

  it('are not counted among what was asked for', () => {
    const query = asking({ sides: ['south'] })
    const shown = findVisible(records, query)
    expect(countVisible(shown, query.filter)).toBe(3)
    expect(findAskedFor(shown, query.filter)).toEqual({ ...shown, place: new Set() })
    expect(countVisible(findVisible(records, openSieve), openSieve.filter)).toBe(7)
    expect(findAskedFor(shown, openSieve.filter)).toBe(shown)
  })
})

describe('who says, counts or takes part in what is shown', () => {
  const sides: Record<string, string> = { governor: 'north', office: 'south', post: 'south' }
  const shares = (filter: Parameters<typeof asking>[0], shown = findVisible(records, asking(filter))) =>
    Object.fromEntries(findSpeakerShares(records, shown, asking(filter).filter, (actor) => sides[actor]))
  const none = { quotations: 0, statements: 0, figures: 0, events: 0 }

  it('is told with how much of it is theirs', () => {
    expect(shares({})).toEqual({
      governor: { ...none, quotations: 1, events: 1 },
      post: { ...none, statements: 1 },
      office: { ...none, figures: 1, events: 1 },
    })
  })

  it('is told of what is shown alone', () => {
    expect(shares({ kinds: ['figure'] })).toEqual({ office: { ...none, figures: 1 } })
  })

  it('is nobody else while some are asked for', () => {
    expect(shares({ speakers: ['governor'] })).toEqual({ governor: { ...none, quotations: 1, events: 1 } })
    expect(shares({ sides: ['north'] })).toEqual({ governor: { ...none, quotations: 1, events: 1 } })
    const all = findVisible(records, openSieve)
    expect(shares({ speakers: ['governor', 'post'], sides: ['south'] }, all)).toEqual({
      post: { ...none, statements: 1 },
    })
  })

  it('is nobody of no side while sides are asked for', () => {
    const shown = findVisible(records, openSieve)
    const { filter } = asking({ sides: ['north'] })
    expect(findSpeakerShares(records, shown, filter, () => undefined).size).toBe(0)
  })
})

describe('the documents of what is shown', () => {
  const linked = {
    places: [
      { id: 'harbour', sources: ['map', 'chart'] },
      { id: 'capital', sources: ['atlas'] },
    ],
    figures: [
      { id: 'queue', passage: { source: 'report' }, records: [{ source: 'reprint' }] },
      { id: 'sum' },
      { id: 'other', passage: { source: 'elsewhere' } },
    ],
    statements: [{ id: 'sails', passage: { source: 'notes' }, records: [{ source: 'bulletin' }] }],
    quotations: [{ id: 'ice', passage: { source: 'speech' }, records: [] }],
    events: [{ id: 'sailing', passage: { source: 'log' }, records: [{ source: 'post' }] }],
    evidence: [{ id: 'photo', figure: 'other', source: 'photographer' }],
  } as unknown as LinkedCase
  const nothing = {
    place: new Set<string>(),
    quotation: new Set<string>(),
    statement: new Set<string>(),
    figure: new Set<string>(),
    event: new Set<string>(),
  }

  it.each<[RecordKind, string, string[]]>([
    ['place', 'harbour', ['map', 'chart']],
    ['figure', 'queue', ['report', 'reprint']],
    ['figure', 'sum', []],
    ['statement', 'sails', ['notes', 'bulletin']],
    ['quotation', 'ice', ['speech']],
    ['event', 'sailing', ['log', 'post']],
    ['figure', 'other', ['photographer', 'elsewhere']],
  ])('are, of the %s %s, all that it comes from or is compared with', (kind, id, sources) => {
    expect([...findSources(linked, { ...nothing, [kind]: new Set([id]) })]).toEqual(sources)
  })
})
