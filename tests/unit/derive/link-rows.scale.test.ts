import { expect, it } from 'vitest'
import { linkRows, row } from '../row-kit'

const time = { property: 'when' }

it('links ten thousand rows in time that grows with them', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => row({ name: `Row ${index}`, when: `2030-03-${10 + (index % 20)}` }))
  const timed = (count: number) => {
    const features = many(count)
    const start = performance.now()
    const { rows: places, moments } = linkRows(features, { time })
    expect([places.length, moments.length]).toEqual([count, count])
    return performance.now() - start
  }
  timed(500)
  const [few, all] = [timed(1000), timed(10_000)]
  expect(all).toBeLessThan(40 * few + 2000)
}, 60_000)
