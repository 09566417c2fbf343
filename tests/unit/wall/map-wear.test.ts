import { expect, test } from 'vitest'
import { countContextLoss, isLossBudgetSpent, mayTryAgain } from '@/components/wall/session/use-map-renewal'
import { logReload, mayReload } from '@/lib/client/wall/reload-page'

const MINUTE_MS = 60_000

/** How often a wall loads its page anew whose context is lost `count` times, one a minute. */
function reloadsAfter(count: number): number {
  let losses: number[] = []
  let log: string | null = null
  let reloads = 0
  for (let minute = 1; minute <= count; minute++) {
    const now = minute * MINUTE_MS
    losses = countContextLoss(losses, now)
    if (!isLossBudgetSpent(losses) || !mayReload(log, { kind: 'map' }, now)) continue
    log = logReload(log, { kind: 'map' }, now)
    reloads += 1
    // Another page knows of none.
    losses = []
  }
  return reloads
}

test('a page that has lost its map five times within an hour is loaded anew, once', () => {
  expect(reloadsAfter(4)).toBe(0)
  expect(reloadsAfter(5)).toBe(1)
  expect(reloadsAfter(9)).toBe(1)
})

test('a map that goes on being lost is worth three reloads an hour and no more', () => {
  expect(reloadsAfter(60)).toBe(3)
})

test('losses hours apart wear nothing out', () => {
  const losses = [0, 20, 40, 60, 80].map((minute) => minute * MINUTE_MS)
  expect(isLossBudgetSpent(losses.reduce<number[]>(countContextLoss, []))).toBe(false)
})

test('a map that could not be made is tried again five minutes later', () => {
  expect([4, 5].map((minute) => mayTryAgain(0, minute * MINUTE_MS))).toEqual([false, true])
})
