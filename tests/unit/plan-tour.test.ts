import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkCase } from '@/lib/derive/link-case'
import type { Scene } from '@/lib/schema/scene'
import { planTour, sceneReadingMs } from '@/lib/wall/plan-tour'
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
const stay = (scene: Partial<Scene>) => planTour({ ...linked, scenes: [{ ...bare, ...scene }] })[0]?.durationMs

describe('reading time', () => {
  it('is 160 words a minute after four seconds to settle', () => {
    expect(reading({ title: 'one', words: 'word '.repeat(159).trim() })).toBe(64_000)
  })

  it('counts a number twice and a lone sign not at all', () => {
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
  it('keeps the order of the scenes', () => {
    expect(planTour(linked).map(({ id }) => id)).toEqual(linked.scenes.map(({ id }) => id))
  })

  it('never leaves a scene before the time that it asks for', () => {
    expect(stay({ dwellSeconds: 90 })).toBe(90_000)
    expect(stay({ dwellSeconds: 300 })).toBe(300_000)
  })

  it('stays longer where there is more to read than that', () => {
    expect(stay({ words: 'word '.repeat(150), dwellSeconds: 5 })).toBeGreaterThan(55_000)
  })
})
