import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NewestSnapshot } from '@/lib/client/wall/latest-queue'
import { snapshotOf, untouchedState } from './wall/wire-fixture'

const revised = (revision: number) => snapshotOf({ revision, state: { ...untouchedState, scene: `scene ${revision}` } })

describe('the newest of a wall', () => {
  it('is what has the highest revision so far, in whichever order it comes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 20 }), { minLength: 1 }), (revisions) => {
        const newest = new NewestSnapshot()
        for (const [at, revision] of revisions.entries()) {
          const shown = newest.take(revised(revision), 0)
          const highest = Math.max(...revisions.slice(0, at + 1))
          expect([shown.revision, shown.state.scene]).toEqual([highest, `scene ${highest}`])
        }
      }),
    )
  })

  it('has gone on meanwhile where something older comes', () => {
    const newest = new NewestSnapshot()
    const held = { ...untouchedState, elapsedMs: 2_000, resumesInMs: 45_000, holdKind: 'looking' as const }
    newest.take(snapshotOf({ revision: 2, state: held }), 10_000)
    expect(newest.take(revised(1), 13_000).state).toEqual({ ...held, elapsedMs: 5_000, resumesInMs: 42_000 })
  })

  it('of one revision is what comes last: time has passed, nothing was changed', () => {
    const newest = new NewestSnapshot()
    newest.take(revised(1), 0)
    const later = snapshotOf({ revision: 1, release: 'next' })
    expect(newest.take(later, 1)).toBe(later)
  })

  it.each([
    ['another wall', { wall: 'other' }],
    ['a server that was started anew', { epoch: 'other' }],
  ])('counts anew from %s', (_, given) => {
    const newest = new NewestSnapshot()
    newest.take(revised(9), 0)
    const first = snapshotOf({ ...given, revision: 1 })
    expect(newest.take(first, 1)).toBe(first)
  })

  it('is whatever comes from a server of an earlier release, which tells no revisions', () => {
    const newest = new NewestSnapshot()
    const said = () => {
      const snapshot = snapshotOf()
      Reflect.deleteProperty(snapshot, 'epoch')
      Reflect.deleteProperty(snapshot, 'revision')
      return snapshot
    }
    newest.take(said(), 0)
    const later = said()
    expect(newest.take(later, 1)).toBe(later)
  })
})
