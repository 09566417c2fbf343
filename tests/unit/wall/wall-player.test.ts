import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WallPlayer } from '@/lib/client/wall/wall-player'
import { startTour } from '@/lib/wall/wall-state'

const tour = [
  { id: 'first', durationMs: 10_000 },
  { id: 'second', durationMs: 20_000 },
]

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => vi.useRealTimers())

function play(scene: string | null = null) {
  const player = new WallPlayer(tour, startTour(tour, performance.now(), scene))
  const listener = vi.fn()
  const stop = player.subscribe(listener)
  return { player, listener, stop }
}

test('plays by itself, round and round', () => {
  const { player } = play()
  const seen = [10_000, 20_000, 10_000].map((durationMs) => {
    vi.advanceTimersByTime(durationMs)
    return player.current().scene
  })
  expect(seen).toEqual(['second', 'first', 'second'])
})

test('says nothing while nothing changes', () => {
  const { listener } = play()
  vi.advanceTimersByTime(9_999)
  expect(listener).not.toHaveBeenCalled()
})

test('a command is done at once and sets the clock anew', () => {
  const { player } = play()
  vi.advanceTimersByTime(9_000)
  player.apply({ kind: 'step', by: 1 })
  expect(player.current().scene).toBe('second')
  vi.advanceTimersByTime(19_000)
  expect(player.current().scene).toBe('second')
})

test('goes on by itself after a hold', () => {
  const { player } = play()
  player.apply({ kind: 'hold' })
  vi.advanceTimersByTime(599_000)
  expect(player.current().heldUntil).not.toBeNull()
  vi.advanceTimersByTime(1_000)
  expect(player.current().heldUntil).toBeNull()
})

test('begins where the address says, and at the beginning where there is no such scene', () => {
  expect(play('second').player.current().scene).toBe('second')
  expect(play('gone').player.current().scene).toBe('first')
})

test('a case that loses the scene that is on starts over, and one that loses all stands still', () => {
  const { player } = play('second')
  player.follow(tour.slice(0, 1))
  expect(player.current().scene).toBe('first')
  player.follow([])
  vi.advanceTimersByTime(100_000)
  expect(player.current().scene).toBe('')
})

test('a case that gets its first scenes starts to play', () => {
  const player = new WallPlayer([], startTour([], 0, null))
  player.subscribe(() => undefined)
  player.follow(tour)
  vi.advanceTimersByTime(10_000)
  expect(player.current().scene).toBe('second')
})

test('leaves no timer behind', () => {
  const { stop } = play()
  stop()
  expect(vi.getTimerCount()).toBe(0)
})
