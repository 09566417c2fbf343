import { describe, expect, it } from 'vitest'
import { pageAt, untilNextPageMs } from '@/lib/wall/scene-pages'

const stay = { pages: 3, pageMs: 10_000, round: false }
const held = { ...stay, round: true }

describe('the page of a scene that plays', () => {
  it.each([
    [-50, 0],
    [0, 0],
    [9_999, 0],
    [10_000, 1],
    [29_000, 2],
    [90_000, 2],
  ])('after %i ms is %i, and the last one stays', (elapsedMs, page) => {
    expect(pageAt({ ...stay, elapsedMs })).toBe(page)
  })

  it('is turned when its part of the stay is over, and the last one never', () => {
    expect(untilNextPageMs({ ...stay, elapsedMs: 4_000 })).toBe(6_000)
    expect(untilNextPageMs({ ...stay, elapsedMs: -500 })).toBe(10_500)
    expect(untilNextPageMs({ ...stay, elapsedMs: -12_000 })).toBe(22_000)
    expect(untilNextPageMs({ ...stay, elapsedMs: 20_000 })).toBeNull()
    expect(untilNextPageMs({ ...stay, pages: 1, elapsedMs: 0 })).toBeNull()
  })
})

describe('the page of what is held', () => {
  it('comes round again', () => {
    expect([0, 10_000, 20_000, 30_000].map((elapsedMs) => pageAt({ ...held, elapsedMs }))).toEqual([0, 1, 2, 0])
    expect(untilNextPageMs({ ...held, elapsedMs: 25_000 })).toBe(5_000)
  })

  it('stays where there is no other', () => {
    expect(untilNextPageMs({ ...held, pages: 1, elapsedMs: 5 })).toBeNull()
  })
})
