import { describe, expect, it } from 'vitest'
import { drawVoiceLines, listVoiceLines, pickVoices, quotationsInFocus } from '@/lib/derive/voice-lines'

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
  const quotations = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]

  it('are all that are shown where they are asked for, and else those in focus', () => {
    const shown = new Set(['a', 'b'])
    expect(pickVoices(quotations, shown, true, []).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(pickVoices(quotations, shown, false, ['b', 'c']).map(({ id }) => id)).toEqual(['b'])
    expect(pickVoices(quotations, shown, false, [])).toEqual([])
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
