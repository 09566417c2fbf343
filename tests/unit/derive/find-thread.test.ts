import { describe, expect, it } from 'vitest'
import { fadedLayers, findThread, groupByThread } from '@/lib/derive/find-thread'
import type { Thread } from '@/lib/schema/case'

const thread = (id: string): Thread => ({ id, title: id, hue: 'pine', sentence: 'It sails.', bounds: [9, 54, 13, 58] })
const threads = [thread('ferry'), thread('harbour')]

const layers: Record<string, { thread?: string; context?: true }> = {
  crossings: { thread: 'ferry' },
  quays: { thread: 'harbour' },
  weather: {},
  countries: { context: true },
}
const places: Record<string, string> = {
  strait: 'crossings',
  sound: 'crossings',
  quay: 'quays',
  gale: 'weather',
  land: 'countries',
}
const events: Record<string, { thread?: string }> = { sailed: { thread: 'ferry' }, rained: {} }

const records = {
  linked: { threads },
  layer: (id: string) => layers[id],
  place: (id: string) => (places[id] === undefined ? undefined : { layer: places[id] }),
  event: (id: string) => events[id],
}
const find = (record: Parameters<typeof findThread>[1]) => findThread(records, record)?.id

describe('the thread of a record', () => {
  it('is the one that it names, whatever it is about', () => {
    expect(find({ thread: 'harbour', event: 'sailed', about: ['strait'] })).toBe('harbour')
  })

  it('is else its event’s', () => {
    expect(find({ event: 'sailed', about: ['quay'] })).toBe('ferry')
  })

  it('is else that of all the places it is about, but for those that only locate', () => {
    expect(find({ event: 'rained', about: ['strait', 'sound', 'land'] })).toBe('ferry')
    expect(find({ about: ['quay'] })).toBe('harbour')
  })

  it('is none where its places are in several, or one of them in none', () => {
    expect(find({ about: ['strait', 'quay'] })).toBeUndefined()
    expect(find({ about: ['strait', 'gale'] })).toBeUndefined()
    expect(find({ about: ['land'] })).toBeUndefined()
    expect(find({})).toBeUndefined()
  })

  it('is none in a case without threads', () => {
    expect(findThread({ ...records, linked: {} }, { thread: 'ferry' })).toBeUndefined()
  })
})

describe('layers by thread', () => {
  it('stand in the order of the threads, and in their own within; those in none come last', () => {
    const listed = [
      { id: 'weather' },
      { id: 'quays', thread: 'harbour' },
      { id: 'crossings', thread: 'ferry' },
      { id: 'piers', thread: 'harbour' },
      { id: 'lost', thread: 'nowhere' },
    ]
    const groups = groupByThread<{ id: string; thread?: string }>(threads, listed).map(({ thread, layers }) => [
      thread?.id,
      layers.map(({ id }) => id),
    ])
    expect(groups).toEqual([
      ['ferry', ['crossings']],
      ['harbour', ['quays', 'piers']],
      [undefined, ['weather', 'lost']],
    ])
  })

  it('are one group in a case without threads, and a thread without layers keeps its place', () => {
    expect(groupByThread<{ id: string; thread?: string }>(undefined, [{ id: 'weather' }])).toEqual([
      { thread: null, layers: [{ id: 'weather' }] },
    ])
    expect(groupByThread(threads, []).map(({ layers }) => layers)).toEqual([[], []])
  })
})

describe('the layers that stand back for a thread', () => {
  it('are those of other threads, and not those of none', () => {
    const rows = Object.entries(layers).map(([id, { thread: of }]) => ({ id, thread: of }))
    expect(fadedLayers(rows, null)).toEqual([])
    expect(fadedLayers(rows, 'ferry')).toEqual(['quays'])
  })
})
