import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFairTurns } from '@/lib/server/fair-turns'

const options = { atOnce: 3, atOncePerKey: 2, waiting: 4, waitingPerKey: 3, turnMs: 250 }

/** Turns that note who has begun, and the ends of those that go on. */
function watchTurns() {
  const turns = createFairTurns(options)
  const begun: string[] = []
  const ends: (() => void)[] = []
  const enter = (key: string, name = key) =>
    turns.enter(key, (end) => {
      begun.push(name)
      ends.push(end)
    })
  /** Ends the turn that has gone on for longest, and lets the next one begin. */
  const endFirst = () => {
    ends.shift()?.()
    vi.advanceTimersByTime(1)
  }
  return { enter, begun, endFirst }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('turns of many who ask', () => {
  it('are taken at once while few go on, and of one key only so many', () => {
    const { enter, begun } = watchTurns()
    for (const name of ['a1', 'a2', 'a3']) enter('a', name)
    enter('b')
    expect(begun).toEqual(['a1', 'a2', 'b'])
  })

  it('come to the keys one after another, however long the line of one is', () => {
    const { enter, begun, endFirst } = watchTurns()
    for (const name of ['a1', 'a2', 'a3', 'a4', 'a5']) enter('a', name)
    enter('b')
    enter('c')
    endFirst()
    endFirst()
    endFirst()
    expect(begun).toEqual(['a1', 'a2', 'b', 'a3', 'c', 'a4'])
  })

  it('are refused where too many wait, of one key or in all', () => {
    const { enter } = watchTurns()
    const five = Array.from({ length: 6 }, () => enter('a'))
    expect(five.at(-2)).toBe('entered')
    expect(five.at(-1)).toBe('too many of this key')
    enter('b')
    expect(enter('b')).toBe('entered')
    expect(enter('c')).toBe('too many')
  })

  it('no longer count when they take too long', () => {
    const { enter, begun, endFirst } = watchTurns()
    for (const name of ['a1', 'a2', 'a3']) enter('a', name)
    vi.advanceTimersByTime(250)
    vi.advanceTimersByTime(1)
    expect(begun).toEqual(['a1', 'a2', 'a3'])
    // Ended by time already: it gives no second turn back.
    endFirst()
    for (const name of ['b1', 'b2', 'b3']) enter('b', name)
    expect(begun).toEqual(['a1', 'a2', 'a3', 'b1', 'b2'])
  })
})
