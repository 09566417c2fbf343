import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { caseSchema } from '@/lib/schema/case'
import { disputesSchema } from '@/lib/schema/dispute'
import { eventSchema } from '@/lib/schema/event'
import { figureSchema } from '@/lib/schema/figure'
import { passageSchema } from '@/lib/schema/passage'
import { placeSchema } from '@/lib/schema/place'
import { sceneSchema } from '@/lib/schema/scene'
import { quotationSchema } from '@/lib/schema/statement'

/** Where a value breaks a rule, as paths from it; nothing where it is good. */
function faults(schema: z.ZodType, value: object): string[] {
  return schema.safeParse(value).error?.issues.map(({ path }) => path.join('/')) ?? []
}

/** What a person is told of a value. */
function told(schema: z.ZodType, value: object): string {
  return (
    schema
      .safeParse(value)
      .error?.issues.map(({ message }) => message)
      .join('; ') ?? ''
  )
}

const noted = { source: 'report', exact: 'some words' }

describe('a passage', () => {
  const located = { ...noted, prefix: 'of ', suffix: '.', start: 3, end: 13 }

  it('stands with all of its selectors, or with none', () => {
    expect(faults(passageSchema, noted)).toEqual([])
    expect(faults(passageSchema, located)).toEqual([])
  })

  it.each(['prefix', 'suffix', 'start', 'end'] as const)('may not be without its %s alone', (key) => {
    const { [key]: _, ...part } = located
    expect(faults(passageSchema, part)).toEqual([''])
    expect(told(passageSchema, part)).toContain('complete')
  })

  it.each(['prefix', 'suffix', 'start', 'end'] as const)('may not have its %s alone', (key) => {
    expect(faults(passageSchema, { ...noted, [key]: located[key] })).toEqual([''])
  })

  it('is as long as its words are, in code points', () => {
    expect(faults(passageSchema, { ...located, end: 14 })).toEqual(['end'])
    expect(told(passageSchema, { ...located, end: 14 })).toContain('which is 10')
    const beyond = { ...located, exact: '𝄞 sung' }
    expect(faults(passageSchema, { ...beyond, end: 9 })).toEqual([])
    expect(faults(passageSchema, { ...beyond, end: 10 })).toEqual(['end'])
  })

  it('is our note of it only where it has no selectors', () => {
    expect(faults(passageSchema, { ...noted, noted: true })).toEqual([])
    expect(faults(passageSchema, { ...located, noted: true })).toEqual(['noted'])
    expect(told(passageSchema, { ...located, noted: true })).toContain('noted')
  })

  it('has words, and not only spaces', () => {
    expect(faults(passageSchema, { ...noted, exact: ' \n' })).toEqual(['exact'])
    expect(told(passageSchema, { ...noted, exact: ' \n' })).toContain('empty')
    expect(faults(passageSchema, { ...noted, exact: ' a ' })).toEqual([])
  })
})

describe('a quotation', () => {
  const term = { id: 'ice', form: 'term', passage: noted, about: [], records: [] }
  const wording = (words: string, status = 'same-words') => ({ source: 'bulletin', words, status })

  it('may be without a speaker only where it is a term', () => {
    expect(faults(quotationSchema, term)).toEqual([])
    for (const form of ['speech', 'statement']) {
      expect(faults(quotationSchema, { ...term, form })).toEqual(['speaker'])
      expect(told(quotationSchema, { ...term, form })).toContain('name an actor')
      expect(faults(quotationSchema, { ...term, form, speaker: 'governor' })).toEqual([])
    }
  })

  it('says how it is known where it was said only with the place', () => {
    expect(faults(quotationSchema, { ...term, whereBasis: 'seat' })).toEqual(['whereBasis'])
    expect(told(quotationSchema, { ...term, whereBasis: 'seat' })).toContain('without a place')
    expect(faults(quotationSchema, { ...term, whereBasis: 'seat', where: 'capital' })).toEqual([])
    expect(faults(quotationSchema, { ...term, where: 'capital' })).toEqual([])
  })

  it('has the same words elsewhere only where they are the same', () => {
    const records = [wording('He had “some words” for it.'), wording('no such thing', 'differs'), wording('other')]
    expect(faults(quotationSchema, { ...term, records })).toEqual(['records/2/status'])
    expect(told(quotationSchema, { ...term, records })).toContain('the words differ')
    expect(faults(quotationSchema, { ...term, records: records.slice(0, 2) })).toEqual([])
    // That others’ words are told apart though they hold these is the editor’s to say.
    expect(faults(quotationSchema, { ...term, records: [wording('some words', 'differs')] })).toEqual([])
  })
})

describe('a figure', () => {
  const figure = { id: 'f', question: 'q', value: 12, unit: 'km', qualifier: 'about', counts: 'of queue' }
  const official = { ...figure, by: 'office', status: 'official', passage: noted, about: [] }
  const loose = { ...official, passage: undefined }
  const empty = { ...official, value: undefined }

  it('has a value or a range, the low end first', () => {
    expect(faults(figureSchema, official)).toEqual([])
    expect(faults(figureSchema, empty)).toEqual(['value'])
    expect(faults(figureSchema, { ...official, range: [1, 2] })).toEqual(['value'])
    expect(told(figureSchema, { ...official, range: [1, 2] })).toContain('not both')
    expect(faults(figureSchema, { ...empty, range: [1, 2] })).toEqual([])
    expect(faults(figureSchema, { ...empty, range: [2, 2] })).toEqual([])
    expect(faults(figureSchema, { ...empty, range: [2, 1] })).toEqual(['range'])
    expect(told(figureSchema, { ...empty, range: [2, 1] })).toContain('low before high')
  })

  it('has a passage, unless it was worked out by a formula from others', () => {
    const derived = { ...loose, status: 'derived', formula: 'a − b', inputs: ['a', 'b'] }
    expect(faults(figureSchema, loose)).toEqual(['passage'])
    expect(told(figureSchema, loose)).toContain('only a derived figure')
    expect(faults(figureSchema, derived)).toEqual([])
    const withoutInputs = { ...derived, inputs: undefined }
    expect(faults(figureSchema, { ...derived, formula: undefined })).toEqual(['formula'])
    expect(faults(figureSchema, withoutInputs)).toEqual(['formula'])
    expect(told(figureSchema, withoutInputs)).toContain('inputs')
  })

  it('was not passed on by its maker, on any of its ways', () => {
    expect(faults(figureSchema, { ...official, via: ['wire'] })).toEqual([])
    expect(faults(figureSchema, { ...official, via: ['wire', 'office'] })).toEqual(['via'])
    expect(told(figureSchema, { ...official, via: ['office'] })).toContain('its maker')
    const ways = [undefined, ['wire'], ['office']].map((via) => ({ source: 'a', words: 'w', via }))
    expect(faults(figureSchema, { ...official, records: ways })).toEqual(['records/2/via'])
    expect(told(figureSchema, { ...official, records: ways })).toContain('its maker')
  })
})

describe('an event', () => {
  const event = { id: 'e', title: 'E', about: [], by: ['doer'], reportedBy: ['seen'], passage: noted, records: [] }

  it('happened once only within an interval', () => {
    expect(faults(eventSchema, { ...event, once: true, date: '2030-03-01/2030-03-04' })).toEqual([])
    expect(faults(eventSchema, { ...event, once: true, date: '2030-03-01' })).toEqual(['once'])
    expect(faults(eventSchema, { ...event, once: true })).toEqual(['once'])
    expect(faults(eventSchema, { ...event, date: '2030-03-01' })).toEqual([])
    expect(told(eventSchema, { ...event, once: true })).toContain('interval')
  })

  it('is not reported by whoever did it', () => {
    expect(faults(eventSchema, event)).toEqual([])
    expect(faults(eventSchema, { ...event, by: ['doer', 'seen'] })).toEqual(['reportedBy'])
    expect(told(eventSchema, { ...event, by: ['seen'] })).toContain('one of the two')
    expect(faults(eventSchema, { ...event, by: [], reportedBy: [] })).toEqual([])
  })
})

describe('a scene', () => {
  const scene = { id: 's', title: 'S', words: 'W', camera: { center: [11, 56], zoom: 6 }, layers: [], dwellSeconds: 9 }

  it('shows a figure or a chart', () => {
    expect(faults(sceneSchema, scene)).toEqual([])
    expect(faults(sceneSchema, { ...scene, figure: 'f' })).toEqual([])
    expect(faults(sceneSchema, { ...scene, chart: 'c' })).toEqual([])
    expect(faults(sceneSchema, { ...scene, chart: 'c', figure: 'f' })).toEqual(['chart'])
    expect(told(sceneSchema, { ...scene, chart: 'c', figure: 'f' })).toContain('not both')
  })
})

describe('a place', () => {
  const properties = { name: 'Harbour', kind: 'Harbour', accuracyKm: 1, sources: ['report'] }
  const place = { type: 'Feature', id: 'harbour', geometry: { type: 'Point', coordinates: [11, 56] } }

  it('says how its position is known, where it has one', () => {
    expect(faults(placeSchema, { ...place, properties: { ...properties, basis: 'Surveyed' } })).toEqual([])
    expect(faults(placeSchema, { ...place, properties })).toEqual(['properties/basis'])
    expect(faults(placeSchema, { ...place, geometry: null, properties })).toEqual([])
  })
})

describe('a case', () => {
  const head = {
    ...{ id: 'a', title: 'A', summary: 'S', period: '2030', reported: '2030', updated: '2030', source: 'report' },
    ...{ sides: [], questions: [], claims: [], charts: [] },
  }

  it.each([
    ['west of east and south of north', [9, 54, 13, 58], []],
    ['of no width', [9, 54, 9, 58], ['bounds']],
    ['of no height', [9, 54, 13, 54], ['bounds']],
    ['from east to west', [13, 54, 9, 58], ['bounds']],
    ['from north to south', [9, 58, 13, 54], ['bounds']],
  ])('has a first view %s', (_, bounds, expected) => {
    expect(faults(caseSchema, { ...head, bounds })).toEqual(expected)
  })
})

describe('a disputed line', () => {
  const dispute = {
    ...{
      id: 'strait',
      region: 'Sea',
      name: 'Strait',
      status: 'Not agreed',
      administered: 'By none',
      claimed: 'By two',
    },
    ...{ asOf: '2030', sources: ['atlas'], lines: ['line-1'], areas: [] },
  }
  const sources = { atlas: { title: 'Atlas', address: 'https://example.org/atlas' } }

  it('names a source at least, which has an address', () => {
    expect(faults(disputesSchema, { sources, disputes: [dispute] })).toEqual([])
    expect(faults(disputesSchema, { sources, disputes: [{ ...dispute, sources: [] }] })).toEqual(['disputes/0/sources'])
    expect(faults(disputesSchema, { sources: { atlas: { title: 'Atlas' } }, disputes: [] })).toEqual([
      'sources/atlas/address',
    ])
  })
})
