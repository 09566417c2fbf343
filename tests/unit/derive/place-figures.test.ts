import { describe, expect, it } from 'vitest'
import type { LinkedFigure } from '@/lib/derive/linked-case'
import { findShare, splitPlaceFigures } from '@/lib/derive/place-figures'

function figure(id: string, change: Partial<LinkedFigure> = {}): LinkedFigure {
  return {
    ...{ id, question: 'area', value: 10, unit: 'km²', qualifier: 'exactly', counts: 'area', by: 'office' },
    ...{ status: 'official', about: ['north'], reports: 1, origins: 1, dated: { date: '2030', basis: 'record' } },
    ...change,
  }
}

const questions = [
  { id: 'area', measures: 'area' as const },
  { id: 'vote', measures: 'vote' as const },
]
const claim = { rejections: [{ by: 'assembly', date: '2030', words: 'no', source: 's' }] }

describe('the figures of a place', () => {
  const split = (
    figures: LinkedFigure[],
    { place = {}, of = claim }: { place?: object; of?: typeof claim | null } = {},
  ) => {
    const { own, shared, votes } = splitPlaceFigures({ id: 'north', ...place }, figures, questions, of ?? undefined)
    return [own, shared, votes].map((list) => list.map(({ id }) => id))
  }

  it('are its own where they are about no other place', () => {
    expect(split([figure('a'), figure('b', { about: ['north', 'south'] }), figure('c', { about: [] })])).toEqual([
      ['a'],
      ['b', 'c'],
      [],
    ])
  })

  it('are its own where its mark is drawn by them', () => {
    const both = { about: ['north', 'south'] }
    const place = { sizedBy: ['a'], rings: [{ figure: 'b', measures: 'radius' }] }
    expect(split([figure('a', both), figure('b', both), figure('c', both)], { place })).toEqual([['a', 'b'], ['c'], []])
  })

  it('are votes where those who rejected the claim to it counted them, and only then', () => {
    const vote = figure('v', { question: 'vote', by: 'assembly', about: ['north', 'hall'] })
    expect(split([vote])).toEqual([[], [], ['v']])
    expect(split([vote], { of: null })).toEqual([[], ['v'], []])
    expect(split([{ ...vote, by: 'club' }])).toEqual([[], ['v'], []])
    expect(split([{ ...vote, question: 'area' }])).toEqual([[], ['v'], []])
  })
})

describe('a share', () => {
  const north = figure('north', { value: 30 })
  const south = figure('south', { value: 10, about: ['south'] })
  const whole = figure('whole', {
    value: 40,
    by: 'us',
    status: 'derived',
    inputs: ['north', 'south'],
    formula: '30 + 10',
  })

  it('is that of a sum which names the figure, with all of its parts in order', () => {
    expect(findShare(north, [whole, south, north])).toEqual({ whole, parts: [north, south], share: 0.75 })
  })

  it('is none of a sum that does not add up, lacks a part or has one part alone', () => {
    expect(findShare(north, [{ ...whole, value: 41 }, south, north])).toBeNull()
    expect(findShare(north, [whole, north])).toBeNull()
    expect(findShare(north, [{ ...whole, value: 30, inputs: ['north'] }, north])).toBeNull()
    expect(findShare(south, [{ ...whole, inputs: ['north'] }, south, north])).toBeNull()
  })

  it('is none of numbers that are not of one kind: another maker, unit, or a rounded number', () => {
    for (const change of [{ by: 'newspaper' }, { unit: 'ha' }, { qualifier: 'about' as const }])
      expect(findShare(north, [whole, { ...south, ...change }, north])).toBeNull()
  })
})
