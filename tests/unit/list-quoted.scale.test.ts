import { describe, expect, it } from 'vitest'
import { listQuoted } from '@/lib/derive/list-quoted'

describe('the quoted passages of a text', () => {
  it.each([
    ['opening', '“'],
    ['straight', '"'],
    ['single', "'"],
    ['nested and closed', '“”'],
    ['of many kinds', '“‘«„»’"〝'],
    ['with line breaks', '“\n'],
    ['with words', '“a '],
    ['after numbers', '6" '],
  ])('are found in time linear in a text of marks: %s', (_kind, unit) => {
    const points = Array.from(unit.repeat(100_000 / unit.length))
    const start = performance.now()
    listQuoted(points)
    // A tenth of a second, and far more than this if it grew with the square.
    expect(performance.now() - start).toBeLessThan(3000)
  })

  it('are found in marks that all open and then all close', () => {
    const deep = Array.from(`${'“'.repeat(50_000)}no deal${'”'.repeat(50_000)}`)
    const { spans } = listQuoted(deep)
    expect(spans.every(({ words }) => words === 'no deal')).toBe(true)
    expect(spans.length).toBeLessThan(10)
  })
})
