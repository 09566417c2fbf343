import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkCase } from '@/lib/derive/link-case'
import type { LinkedCase, LinkedPlace } from '@/lib/derive/linked-case'
import type { Scene } from '@/lib/schema/scene'
import { planTour, readingMs, type SceneRecords, sceneReadingMs } from '@/lib/wall/plan-tour'
import { validRecords } from './read-fixture'

const linked = linkCase(validRecords(), [], [], { case: 'v', layers: new Map() })
const bare: Scene = {
  id: 'bare',
  title: 'One',
  words: 'two three.',
  camera: { center: [11, 56], zoom: 6 },
  layers: [],
  dwellSeconds: 3,
}
const reading = (scene: Partial<Scene>) => sceneReadingMs({ ...bare, ...scene }, linked)
const stay = (scene: Partial<Scene>) => planTour({ ...linked, scenes: [{ ...bare, ...scene }] })[1]?.durationMs

describe('reading time', () => {
  it('is 160 words a minute after four seconds to settle', () => {
    expect(reading({ title: 'one', words: 'word '.repeat(159).trim() })).toBe(64_000)
  })

  it('counts a number twice and a lone sign not at all', () => {
    expect(readingMs(['a “b” (c), d'])).toBe(readingMs(['one two three four']))
    expect(reading({ words: '220,000 people' })).toBe(reading({ words: 'very many people' }))
    expect(reading({ words: 'one – two' })).toBe(reading({ words: 'one two' }))
  })

  it.each<[string, Partial<Scene>]>([
    ['a figure', { figure: 'crossed-office' }],
    ['a chart', { chart: 'shock-chart' }],
    ['a quotation', { quotation: 'ice' }],
    ['a place and a date', { where: 'The harbour', when: '2030-03-03' }],
  ])('grows with %s', (_, scene) => {
    expect(reading(scene)).toBeGreaterThan(reading({}))
  })

  /** What a scene has to be read beside its own words, ms. */
  const beside = (scene: Partial<Scene>, records: Partial<SceneRecords> = {}) => {
    const places = [{ id: 'capital', name: 'The capital' }] as LinkedPlace[]
    const all = { ...linked, places, ...records }
    return sceneReadingMs({ ...bare, ...scene }, all) - sceneReadingMs(bare, all)
  }
  const speaker = ['A. Governor', 'Governor of Northmark', 'The capital', '2030-03-05']
  const office = ['1,200 people', 'Harbour office', 'official']
  const union = ['900–1,400 people', 'Dockers’ union', 'claimed']

  it.each<[string, Partial<Scene>, string[]]>([
    [
      'a figure with its hedge, who counts it, and when it was so',
      { figure: 'crossed-office' },
      ['about', ...office, 'people who crossed', '2030-03-10'],
    ],
    [
      'a figure with everyone it came by',
      { figure: 'crossed-union' },
      ['about', ...union, 'Harbour office', 'people who crossed', '2030-03-10'],
    ],
    ['a chart with its rows', { chart: 'crossed-chart' }, ['People who crossed', ...office, ...union]],
    [
      'a quotation with the record beside it, whose words are the same',
      { quotation: 'ice' },
      ['before the ice comes', ...speaker, 'Harbour office'],
    ],
    [
      'a quotation with the words that a record has otherwise',
      { quotation: 'wait' },
      ['will not wait', ...speaker, 'The harbour can not wait for anyone.', 'Harbour office'],
    ],
    [
      'a quotation that no record has',
      { quotation: 'before' },
      ['We have crossed before,', 'The ferryman', 'Ferryman'],
    ],
    ['the time that it shows', { time: { window: '2030-03-01/2030-03-04' } }, ['2030-03-01/2030-03-04']],
  ])('is that of %s', (_, scene, texts) => {
    expect(beside(scene)).toBe(readingMs(texts))
  })

  it('is that of the note of a chart', () => {
    const charts = linked.charts.map((chart) => ({ ...chart, note: 'Nobody was counted twice.' }))
    expect(beside({ chart: 'crossed-chart' }, { charts }) - beside({ chart: 'crossed-chart' })).toBe(
      readingMs(['Nobody was counted twice.']),
    )
  })

  it('is that of the record that has a quotation otherwise, though another that has it stands before', () => {
    const quotations = linked.quotations.map((quotation) => ({
      ...quotation,
      records: [{ source: 'report', words: 'Will not wait.', status: 'same-words' as const }, ...quotation.records],
    }))
    expect(beside({ quotation: 'wait' }, { quotations })).toBe(beside({ quotation: 'wait' }))
  })

  it('does without bodies, sources, places and figures that the case has lost', () => {
    expect(beside({ figure: 'crossed-office' }, { actors: [] })).toBe(
      readingMs(['about', '1,200 people', 'official', 'people who crossed', '2030-03-10']),
    )
    expect(beside({ chart: 'crossed-chart' }, { actors: [] })).toBe(
      readingMs(['People who crossed', '1,200 people', 'official', '900–1,400 people', 'claimed']),
    )
    expect(beside({ chart: 'crossed-chart' }, { figures: [] })).toBe(readingMs(['People who crossed']))
    expect(beside({ quotation: 'ice' }, { actors: [], places: [], sources: [] })).toBe(
      readingMs(['before the ice comes', '2030-03-05']),
    )
  })

  it('leaves out what only the presenter sees', () => {
    expect(reading({ notes: 'Speak slowly.' })).toBe(reading({}))
  })

  it('does without a record that the case lacks', () => {
    expect(reading({ quotation: 'nowhere' })).toBe(reading({}))
  })

  it('never falls when words are added, and never passes two minutes', () => {
    const texts = fc.array(fc.string(), { maxLength: 60 })
    fc.assert(
      fc.property(texts, texts, (some, more) => {
        const less = reading({ words: some.join(' ') })
        const longer = reading({ words: [...some, ...more].join(' ') })
        expect(longer).toBeGreaterThanOrEqual(less)
        expect(longer).toBeLessThanOrEqual(120_000)
      }),
    )
  })
})

describe('a tour', () => {
  it('keeps the order of the scenes, between a title and a closing scene', () => {
    const ids = planTour(linked).map(({ id }) => id)
    expect(ids).toEqual(['tour-title', ...linked.scenes.map(({ id }) => id), 'tour-closing'])
  })

  it('gives the title time for the threads and their numbers', () => {
    const titleMs = (threads: LinkedCase['threads']) =>
      planTour({ ...linked, summary: 'word '.repeat(60), threads })[0]?.durationMs ?? 0
    const thread = {
      id: 'ferry',
      title: 'The ferry',
      hue: 'azure',
      sentence: 'It sank.',
      bounds: [1, 1, 2, 2],
    } as const
    const told = titleMs([{ ...thread, bounds: [1, 1, 2, 2], figure: 'crossed-office' }])
    expect(told).toBeGreaterThan(titleMs([{ ...thread, bounds: [1, 1, 2, 2] }]))
    expect(told).toBeGreaterThan(titleMs([]))
  })

  it('never leaves a scene before the time that it asks for', () => {
    expect(stay({ dwellSeconds: 90 })).toBe(90_000)
    expect(stay({ dwellSeconds: 300 })).toBe(300_000)
  })

  it('stays longer where there is more to read than that', () => {
    expect(stay({ words: 'word '.repeat(150), dwellSeconds: 5 })).toBeGreaterThan(55_000)
  })
})
