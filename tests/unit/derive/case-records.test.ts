import { describe, expect, it } from 'vitest'
import { listRecords } from '@/lib/derive/case-records'
import type { LinkedCase } from '@/lib/derive/linked-case'

const moment = (kind: string, id: string, more: object = {}) => ({ kind, id, start: 10, end: 20, ...more })

const parts = {
  layers: [{ id: 'quays', thread: 'ferry' }, { id: 'zones' }],
  threads: [{ id: 'ferry' }],
  places: [
    { id: 'harbour', layer: 'quays' },
    { id: 'pier', layer: 'quays' },
    { id: 'area', layer: 'zones' },
  ],
  actors: [
    { id: 'governor', side: 'north' },
    { id: 'office', side: 'north' },
    { id: 'post', side: 'south' },
  ],
  quotations: [],
  statements: [],
  figures: [],
  events: [],
  moments: [],
}

const list = (change: Partial<Record<keyof typeof parts, readonly object[]>>) =>
  listRecords({ ...parts, ...change } as unknown as LinkedCase)
const recordOf = (change: Parameters<typeof list>[0]) => list({ places: parts.places, ...change })[parts.places.length]

describe('the places of a case as records', () => {
  it.each([
    ['always there where nothing bounds them', {}, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    ['there from when they began', { from: 5 }, 5, Number.POSITIVE_INFINITY],
    ['there until they ended', { to: 9 }, Number.NEGATIVE_INFINITY, 9],
    ['nowhere in time where their rows lack a date', { undated: true }, null, null],
  ])('are %s', (_, change, start, end) => {
    expect(list({ places: [{ id: 'harbour', layer: 'quays', ...change }] })).toEqual([
      {
        kind: 'place',
        id: 'harbour',
        places: ['harbour'],
        layers: ['quays'],
        speakers: [],
        sides: [],
        status: null,
        wording: [],
        start,
        end,
      },
    ])
  })
})

describe('what was said, counted and done as records', () => {
  const about = ['harbour', 'pier', 'gone']

  it('is about the places that the case has, on their layers, each once', () => {
    const quotation = { id: 'q', about, where: 'area', speaker: 'governor', corroboration: ['differs'] }
    expect(recordOf({ quotations: [quotation], moments: [moment('quotation', 'q')] })).toEqual({
      kind: 'quotation',
      id: 'q',
      places: ['harbour', 'pier', 'area'],
      layers: ['quays', 'zones'],
      speakers: ['governor'],
      sides: ['north'],
      status: null,
      wording: ['differs'],
      start: 10,
      end: 20,
    })
    expect(recordOf({ quotations: [{ ...quotation, where: 'harbour' }] })?.places).toEqual(['harbour', 'pier'])
  })

  it('is a term of nobody', () => {
    const quotation = { id: 'q', about: [], corroboration: [] }
    expect(recordOf({ quotations: [quotation] })).toMatchObject({ speakers: [], sides: [], start: null, end: null })
  })

  it('is a statement of who made it', () => {
    const statement = { id: 's', about, speaker: 'post' }
    expect(recordOf({ statements: [statement], moments: [moment('statement', 's')] })).toMatchObject({
      kind: 'statement',
      speakers: ['post'],
      sides: ['south'],
      wording: [],
      start: 10,
    })
  })

  it('is a figure of who counted it, with how sure that is', () => {
    const figure = { id: 'f', about, by: 'office', status: 'claimed' }
    expect(recordOf({ figures: [figure] })).toMatchObject({ kind: 'figure', speakers: ['office'], status: 'claimed' })
  })

  it('is an event of all who did it, told of it or are named, each once', () => {
    const event = { id: 'e', about, by: ['governor'], reportedBy: ['post', 'governor'], named: ['office', 'nobody'] }
    expect(recordOf({ events: [event] })).toMatchObject({
      kind: 'event',
      speakers: ['governor', 'post', 'office', 'nobody'],
      sides: ['north', 'south'],
    })
    expect(recordOf({ events: [{ id: 'e', about, by: [], reportedBy: [] }] })?.speakers).toEqual([])
  })

  it.each([
    ['what has no beginning', { open: 'start' }, Number.NEGATIVE_INFINITY, 20],
    ['what has no end', { open: 'end' }, 10, Number.POSITIVE_INFINITY],
  ])('goes on for ever where it is %s', (_, open, start, end) => {
    const event = { id: 'e', about, by: [], reportedBy: [] }
    const moments = [moment('event', 'e', open), moment('figure', 'e')]
    expect(recordOf({ events: [event], moments })).toMatchObject({ start, end })
  })

  it('belongs to its own thread, or to that of a layer that it is about', () => {
    const event = { id: 'e', about: ['area'], by: [], reportedBy: [] }
    expect(recordOf({ events: [{ ...event, thread: 'ferry' }] })?.thread).toBe('ferry')
    expect(recordOf({ events: [{ ...event, about: ['harbour', 'pier'] }] })?.thread).toBe('ferry')
    expect(recordOf({ events: [event] })).not.toHaveProperty('thread')
  })
})

it('stand kind by kind, in the order of the case', () => {
  const events = [{ id: 'b', about: [], by: [], reportedBy: [] }]
  const figures = [
    { id: 'z', about: [], by: 'office', status: 'official' },
    { id: 'a', about: [], by: 'office', status: 'official' },
  ]
  expect(list({ places: [], events, figures }).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'figure z',
    'figure a',
    'event b',
  ])
})
