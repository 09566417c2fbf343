import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logReload, mayReload, type ReloadReason } from '@/lib/client/wall/reload-page'

const HOUR_MS = 3_600_000
const release: ReloadReason = { kind: 'release', release: 'next' }

test('a release is reloaded for once, however often it is seen', () => {
  const log = logReload(null, release, 1_000)
  expect(mayReload(null, release, 1_000)).toBe(true)
  expect(mayReload(log, release, 60_000)).toBe(false)
})

test('the release after it is another one', () => {
  expect(mayReload(logReload(null, release, 0), { kind: 'release', release: 'later' }, 1_000)).toBe(true)
})

test('two servers of different releases that answer in turn end after one reload each', () => {
  const seen = ['b', 'a', 'b', 'a', 'b'].map((name): ReloadReason => ({ kind: 'release', release: name }))
  let log: string | null = null
  let reloads = 0
  for (const [at, reason] of seen.entries())
    if (mayReload(log, reason, at * 1_000)) {
      log = logReload(log, reason, at * 1_000)
      reloads += 1
    }
  expect(reloads).toBe(2)
})

test('a worn map is worth three reloads an hour', () => {
  const log = [0, 1, 2].reduce<string | null>((kept, minute) => logReload(kept, { kind: 'map' }, minute * 60_000), null)
  expect(mayReload(log, { kind: 'map' }, 180_000)).toBe(false)
  expect(mayReload(log, { kind: 'map' }, HOUR_MS)).toBe(true)
})

test('a clock that was set back does not open the guard', () => {
  expect(mayReload(logReload(null, release, 24 * HOUR_MS), release, 0)).toBe(false)
})

test('whatever stands in the storage, the guard answers', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (kept) => {
      expect(typeof mayReload(kept, release, 0)).toBe('boolean')
      expect(mayReload(logReload(kept, release, 0), release, 1)).toBe(false)
    }),
  )
})
