import { describe, expect, it } from 'vitest'
import { buildClaimTimeline } from '@/lib/derive/claim-timeline'
import type { LinkedCase } from '@/lib/derive/linked-case'

const day = (text: string) => ({ start: Date.parse(text), end: Date.parse(text) + 86_400_000 })

const rejection = {
  by: 'south',
  date: '2030-03-09',
  words: 'The council called it “never ours”.',
  source: 'minutes',
  rejectedIn: day('2030-03-09'),
}
const claim = {
  id: 'claim',
  by: 'north',
  declared: '2030-03-05',
  declaredIn: day('2030-03-05'),
  precedent: false,
  rejections: [rejection],
}
const event = {
  id: 'declared',
  date: '2030-03-05',
  by: ['governor'],
  about: ['area'],
  passage: { source: 'report', exact: 'declared it theirs' },
}
const figure = { id: 'areas', event: 'declared', by: 'governor' }
const quotation = {
  id: 'ours',
  speaker: 'governor',
  said: '2030-03-05T10:00Z',
  about: ['area'],
  passage: { source: 'report', exact: 'It is ours' },
  records: [],
}

const parts = {
  claims: [claim],
  places: [
    { id: 'area', claim: 'claim' },
    { id: 'harbour' },
    { id: 'islet', claim: 'claim' },
    { id: 'isle', claim: 'other' },
  ],
  actors: [
    { id: 'governor', side: 'north' },
    { id: 'council', side: 'south' },
  ],
  events: [event],
  figures: [figure],
  quotations: [quotation],
}

/** The stories of a case with some of its records replaced. */
function tell(change: Partial<Record<keyof typeof parts, readonly object[]>> = {}) {
  return buildClaimTimeline({ ...parts, ...change } as unknown as LinkedCase)
}

const ids = (records: readonly { id: string }[] | undefined) => records?.map(({ id }) => id)

describe('the declaration of a claim', () => {
  it('has what its side did, counted and said on its day about its places', () => {
    const [story] = tell()
    expect(story?.places).toEqual(['area', 'islet'])
    expect(story?.declaration).toEqual({
      by: 'north',
      date: '2030-03-05',
      time: day('2030-03-05'),
      events: [event],
      figures: [figure],
      quotations: [quotation],
    })
  })

  it.each([
    ['on another day', { date: '2030-03-06' }],
    ['about other places', { about: ['harbour', 'isle'] }],
    ['by the other side', { by: ['council'] }],
    ['by nobody that the case knows', { by: ['somebody'] }],
  ])('has no event %s, nor what was counted at it', (_, change) => {
    const [story] = tell({ events: [{ ...event, ...change }] })
    expect([story?.declaration.events, story?.declaration.figures]).toEqual([[], []])
  })

  it.each([
    ['at one of several places, by one of several', { about: ['harbour', 'area'], by: ['council', 'governor'] }],
    ['by the side itself', { by: ['north'] }],
    ['at an hour of the day', { date: '2030-03-05T15:03Z' }],
  ])('has an event %s', (_, change) => {
    expect(ids(tell({ events: [{ ...event, ...change }] })[0]?.declaration.events)).toEqual(['declared'])
  })

  it.each([
    ['at another event', { event: 'elsewhere' }],
    ['at no event', { event: undefined }],
    ['by the other side', { by: 'council' }],
  ])('has no figure counted %s', (_, change) => {
    expect(tell({ figures: [{ ...figure, ...change }] })[0]?.declaration.figures).toEqual([])
  })

  it.each([
    ['by the other side', { speaker: 'council' }],
    ['by nobody', { speaker: undefined }],
    ['on another day', { said: '2030-03-06' }],
    ['on no day', { said: undefined }],
    ['about other places', { about: ['harbour'] }],
  ])('has no words said %s', (_, change) => {
    expect(tell({ quotations: [{ ...quotation, ...change }] })[0]?.declaration.quotations).toEqual([])
  })
})

describe('a rejection', () => {
  const held = (change: Parameters<typeof tell>[0]) => tell(change)[0]?.rejections[0]?.held

  it('has its words and its source, and what its own side did that day', () => {
    const answer = { ...event, id: 'answered', date: '2030-03-09', by: ['council'] }
    expect(tell({ events: [event, answer] })[0]?.rejections).toEqual([
      {
        by: 'south',
        date: '2030-03-09',
        time: day('2030-03-09'),
        words: rejection.words,
        source: 'minutes',
        events: [answer],
        figures: [],
        quotations: [],
        held: null,
      },
    ])
  })

  it('leads to the event whose passage in that document has its words, whatever their marks', () => {
    const passage = { source: 'minutes', exact: 'Never ours!' }
    expect(held({ events: [event, { ...event, id: 'answered', passage }] })).toEqual({
      kind: 'event',
      id: 'answered',
      passage,
    })
    expect(held({ events: [{ ...event, passage: { ...passage, source: 'report' } }] })).toBeNull()
    expect(held({ events: [{ ...event, passage: { ...passage, exact: 'never' } }] })).toBeNull()
  })

  it('leads to the event that has the whole of its words where none stand in marks', () => {
    const passage = { source: 'minutes', exact: 'it was refused' }
    const claims = [{ ...claim, rejections: [{ ...rejection, words: 'It was refused.' }] }]
    expect(held({ claims, events: [{ ...event, passage }] })?.id).toBe('declared')
  })

  it('leads else to the quotation that the document is another record of', () => {
    const passage = { source: 'report', exact: 'never ours' }
    const records = [
      { source: 'bulletin', words: 'no' },
      { source: 'minutes', words: 'It is never ours, they said.' },
    ]
    const found = (change: object) => held({ quotations: [quotation, { ...quotation, id: 'never', ...change }] })
    expect(found({ passage, records })).toEqual({ kind: 'quotation', id: 'never', passage })
    expect(found({ passage: { ...passage, exact: 'never, never' }, records })).toBeNull()
    expect(found({ passage, records: [{ source: 'bulletin', words: 'It is never ours' }] })).toBeNull()
    expect(found({ passage, records: [{ source: 'minutes', words: 'never' }] })).toBeNull()
  })
})

describe('the claims of a case', () => {
  const dated = (id: string, declared: string, precedent: boolean) => ({ ...claim, id, declared, precedent })

  it('are told earliest first, those before the story last', () => {
    const claims = [
      dated('late', '2030-05', false),
      dated('old', '2014', true),
      dated('early', '2030-03', false),
      dated('older', '2008', true),
    ]
    expect(tell({ claims }).map((story) => story.claim.id)).toEqual(['early', 'late', 'older', 'old'])
  })

  it('are rejected in the order of the days', () => {
    const rejections = ['2030-03-12', '2030-03-09', '2030-03-10'].map((date) => ({ ...rejection, date }))
    const [story] = tell({ claims: [{ ...claim, rejections }] })
    expect(story?.rejections.map(({ date }) => date)).toEqual(['2030-03-09', '2030-03-10', '2030-03-12'])
  })
})

it('takes no longer for each of ten thousand claims than for one', () => {
  const count = 10_000
  const numbers = Array.from({ length: count }, (_, at) => at)
  const date = (at: number) => new Date(Date.UTC(2000, 0, 1) + at * 86_400_000).toISOString().slice(0, 10)
  const many = {
    ...parts,
    claims: numbers.map((at) => ({
      ...claim,
      id: `claim-${at}`,
      declared: date(at),
      rejections: [{ ...rejection, date: date(at), words: `“It is number ${at}”` }],
    })),
    places: numbers.map((at) => ({ id: `area-${at}`, claim: `claim-${at}` })),
    events: numbers.map((at) => ({ ...event, id: `event-${at}`, date: date(at), about: [`area-${at}`] })),
    figures: numbers.map((at) => ({ ...figure, id: `figure-${at}`, event: `event-${at}` })),
  } as unknown as LinkedCase
  const from = process.cpuUsage()
  const stories = buildClaimTimeline(many)
  const { user, system } = process.cpuUsage(from)
  expect(stories.at(-1)?.declaration.figures.map(({ id }) => id)).toEqual([`figure-${count - 1}`])
  // 20,000 where each looks through all of the others.
  expect((user + system) / 1000).toBeLessThan(3000)
})

it('reads words with a million marks that nothing closes', () => {
  const words = '“'.repeat(1_000_000)
  const from = process.cpuUsage()
  buildClaimTimeline({
    ...parts,
    claims: [{ ...claim, rejections: [{ ...rejection, words }] }],
  } as unknown as LinkedCase)
  expect(process.cpuUsage(from).user / 1000).toBeLessThan(2000)
})
