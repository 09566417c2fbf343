import { describe, expect, it } from 'vitest'
import { chooseNames } from '@/components/remote/map-part'
import { clockText } from '@/lib/client/remote/use-tick'

describe('clockText', () => {
  it.each([
    [-1, '0:00'],
    [7_900, '0:07'],
    [760_000, '12:40'],
  ])('%d ms', (span, text) => {
    expect(clockText(span)).toBe(text)
  })
})

describe('chooseNames', () => {
  it('writes no name over another', () => {
    const marks = [
      { name: 'Kherson', x: 0, y: 0 },
      { name: 'Kakhovka', x: 60, y: 10 },
      { name: 'Melitopol', x: 60, y: 80 },
      { name: 'Odesa', x: -400, y: 0 },
    ]
    expect(chooseNames(marks).map(({ name }) => name)).toEqual(['Kherson', 'Melitopol', 'Odesa'])
  })
})
