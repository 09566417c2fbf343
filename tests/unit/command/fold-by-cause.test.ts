import { describe, expect, it } from 'vitest'
import { countKinds, foldByCause } from '@/lib/command/check/check-case'
import type { SetAside } from '@/lib/schema/records'

const entry = (file: string, pointer: string, cause?: string): SetAside => {
  const base: SetAside = { file, pointer, line: 1, id: null, rule: 'reference', reason: '' }
  const [causeFile = '', causePointer = ''] = cause?.split('#') ?? []
  return cause === undefined ? base : { ...base, cause: { file: causeFile, pointer: causePointer } }
}

describe('foldByCause', () => {
  it('folds a chain under its first cause, whatever the order', () => {
    const scene = entry('scenes.json', '/0/figure', 'figures.json#/0')
    const figure = entry('figures.json', '/0', 'sources.json#/1')
    const source = entry('sources.json', '/1')
    const other = entry('actors.json', '/2')
    expect(foldByCause([scene, figure, other, source])).toEqual([
      { entry: other, followers: [] },
      { entry: source, followers: [scene, figure] },
    ])
  })

  it('keeps what names a cause that is not there, and what goes in a circle', () => {
    const lost = entry('a.json', '/0', 'b.json#/9')
    const one = entry('c.json', '/0', 'd.json#/0')
    const two = entry('d.json', '/0', 'c.json#/0')
    const folded = foldByCause([lost, one, two])
    expect(folded.flatMap(({ entry: each, followers }) => [each, ...followers])).toHaveLength(3)
    expect(folded[0]).toEqual({ entry: lost, followers: [] })
  })
})

describe('countKinds', () => {
  it('counts in words', () => {
    const entries = [
      entry('figures.json', ''),
      entry('figures.json', ''),
      entry('case.json', '/charts/0'),
      entry('layers/a.geojson', ''),
    ]
    expect(countKinds(entries)).toBe('2 figures, 1 chart, 1 place')
  })
})
