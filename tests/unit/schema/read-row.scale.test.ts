import { describe, expect, it } from 'vitest'
import { readRows, row } from '../row-kit'

describe('any fields', () => {
  it('of ten thousand rows are read one by one: nobody’s time grows with the others', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => row({ name: `Row ${index % 100}`, date: '2030-03-01', count: index }))
    const time = (count: number) => {
      const features = many(count)
      const start = performance.now()
      expect(readRows(features).places).toHaveLength(count)
      return performance.now() - start
    }
    time(500)
    const [few, all] = [time(1000), time(10_000)]
    // Ten times as many take ten times as long, not a hundred times; between them there is room for a busy machine.
    expect(all).toBeLessThan(40 * few + 1000)
  }, 60_000)
})
