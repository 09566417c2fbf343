import { describe, expect, it } from 'vitest'
import { drawVoiceLines, listVoiceLines, listVoices, pickVoices, quotationsInFocus } from '@/lib/derive/voice-lines'

const spoken = [
  { id: 'a', where: 'capital', about: ['area', 'capital', 'area'] },
  { id: 'b', where: 'capital', about: ['area', 'nowhere'] },
  { id: 'c', about: ['area'] },
  { id: 'd', where: 'capital', whereBasis: 'seat' as const, about: ['area'] },
  { id: 'e', where: 'capital', whereBasis: 'record' as const, about: ['area'] },
]

describe('lines from where it was said to what it is about', () => {
  it('share what goes the same way as surely, and leave out what goes nowhere', () => {
    expect(listVoiceLines(spoken)).toEqual([
      { from: 'capital', to: 'area', fromSeat: false, quotations: ['a', 'b', 'e'] },
      { from: 'capital', to: 'nowhere', fromSeat: false, quotations: ['b'] },
      { from: 'capital', to: 'area', fromSeat: true, quotations: ['d'] },
    ])
  })

  const anchors: Record<string, { anchor: [number, number] | null; drawn?: 'nothing' }> = {
    capital: { anchor: [11, 56] },
    area: { anchor: [31, 49] },
    union: { anchor: [4, 50], drawn: 'nothing' },
    unplaced: { anchor: null },
  }
  const draw = (voices: Parameters<typeof listVoiceLines>[0], ...focused: string[]) =>
    drawVoiceLines(listVoiceLines(voices), (id) => anchors[id], new Set(focused)).features

  it('run between the anchors of both places, those in focus on top', () => {
    const back = { id: 'x', where: 'area', about: ['capital'] }
    const features = draw([back, ...spoken], 'x', 'gone')
    expect(features.map(({ properties }) => properties)).toEqual([
      { from: 'capital', to: 'area', fromSeat: false, quotations: 'a b e', focused: false },
      { from: 'capital', to: 'area', fromSeat: true, quotations: 'd', focused: false },
      { from: 'area', to: 'capital', fromSeat: false, quotations: 'x', focused: true },
    ])
    const { coordinates } = features[2]?.geometry ?? { coordinates: [] }
    expect([coordinates[0], coordinates.at(-1)]).toEqual([
      [31, 49],
      [11, 56],
    ])
    // Some 1,500 km, bent about every 220.
    expect(coordinates.length).toBeGreaterThan(5)
  })

  it('are in focus with any of their quotations', () => {
    expect(draw(spoken, 'b').map(({ properties }) => properties.focused)).toEqual([false, true])
  })

  it.each(['union', 'unplaced', 'gone'])('neither begin nor end at %s, which has no place of its own', (id) => {
    expect(draw([{ id: 'a', where: id, about: ['area'] }])).toEqual([])
    expect(draw([{ id: 'a', where: 'area', about: [id] }])).toEqual([])
  })
})

describe('the quotations whose lines are drawn', () => {
  const quotations = [
    { id: 'a', speaker: 'envoy', where: 'capital', about: ['area'] },
    { id: 'b', speaker: 'governor', where: 'area', about: ['capital', 'area'] },
    { id: 'c', speaker: 'governor', where: 'area', about: ['capital'] },
    { id: 'd', speaker: 'envoy', where: 'area', about: ['area'] },
    { id: 'e', speaker: 'envoy', about: ['area'] },
    { id: 'f', where: 'capital', about: ['area'] },
  ]
  const all = new Set(quotations.map(({ id }) => id))
  const picked = (...given: [shown: ReadonlySet<string>, asked: string | null, inFocus?: string[]]) =>
    pickVoices(quotations, given[0], given[1], given[2] ?? []).map(({ id }) => id)

  it('are one speaker’s where they are asked for: the one’s that is named, else who said most on the way to somewhere', () => {
    expect(picked(all, 'envoy')).toEqual(['a', 'd', 'e'])
    expect(picked(all, '')).toEqual(['b', 'c'])
    expect(picked(new Set(['a', 'b']), '')).toEqual(['a'])
    expect(picked(new Set(['f']), '')).toEqual([])
    expect(picked(all, null)).toEqual([])
  })

  it('are those in focus alone, whoever’s are asked for', () => {
    expect(picked(new Set(['a', 'b']), null, ['b', 'c'])).toEqual(['b'])
    expect(picked(all, 'governor', ['a'])).toEqual(['a'])
  })

  it('are of speakers who have lines, those who said most first', () => {
    expect(listVoices(quotations, all)).toEqual([
      { speaker: 'governor', count: 2 },
      { speaker: 'envoy', count: 1 },
    ])
  })

  it('are in focus with themselves or with who said them', () => {
    const actor = (id: string) => (id === 'governor' ? { quotations: ['a', 'b'] } : undefined)
    expect(quotationsInFocus({ kind: 'quotation', id: 'c' }, actor)).toEqual(['c'])
    expect(quotationsInFocus({ kind: 'speaker', id: 'governor' }, actor)).toEqual(['a', 'b'])
    expect(quotationsInFocus({ kind: 'speaker', id: 'gone' }, actor)).toEqual([])
    expect(quotationsInFocus({ kind: 'place', id: 'governor' }, actor)).toEqual([])
    expect(quotationsInFocus(null, actor)).toEqual([])
  })
})
