import { describe, expect, it } from 'vitest'
import { limits } from '@/lib/limits'
import type { SetAside } from '@/lib/schema/records'
import { inOrder } from '@/lib/schema/set-aside-order'

const fault = (file: string, line = 1): SetAside => ({ file, line, pointer: '', id: null, rule: 'shape', reason: '' })
const told = (all: readonly SetAside[]) => inOrder(all).map(({ file, line }) => `${file} ${line}`)

describe('what is wrong with a case', () => {
  it('is told in the order of its files, and within one from the first line on', () => {
    const all = [
      fault('corrections.json'),
      fault('figures.json', 12),
      fault('sources.json', 3),
      fault('figures.json', 2),
      fault('case.json', 9),
    ]
    expect(told(all)).toEqual([
      'case.json 9',
      'sources.json 3',
      'figures.json 2',
      'figures.json 12',
      'corrections.json 1',
    ])
  })

  it('is told last of the files of layers and others, by their names', () => {
    const files = ['layers/b.geojson', 'a.json', 'layers/a.geojson', 'corrections.json', 'layers/c.geojson']
    const sorted = ['corrections.json 1', 'a.json 1', 'layers/a.geojson 1', 'layers/b.geojson 1', 'layers/c.geojson 1']
    expect(told(files.map((file) => fault(file)))).toEqual(sorted)
    expect(told(files.toReversed().map((file) => fault(file)))).toEqual(sorted)
  })
})

describe('what is wrong in one file', () => {
  const most = limits.case.toldPerFile
  const many = (count: number, file = 'events.json') => Array.from({ length: count }, (_, at) => fault(file, at + 1))

  it('is all told up to a number', () => {
    expect(inOrder(many(most))).toEqual(many(most))
  })

  it('is told as how many more there are beyond it, in that file alone', () => {
    const all = inOrder([...many(most + 3), fault('case.json')])
    expect(all).toHaveLength(most + 2)
    expect(all[0]?.file).toBe('case.json')
    const more = all.filter(({ reason }) => reason !== '')
    expect(more).toMatchObject([{ file: 'events.json', rule: 'shape', reason: '3 more are set aside like these' }])
    expect(all.filter(({ reason }) => reason === '').at(-1)).toMatchObject({ file: 'events.json', line: most })
  })
})
