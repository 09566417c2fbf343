import { beforeEach, describe, expect, it } from 'vitest'
import { OfferKeeper } from '@/components/wall/pairing/keep-offering'
import type { PairingOffer, WallSnapshot } from '@/lib/wall/wall-snapshot'
import { snapshotOf } from './wire-fixture'

const MINUTE = 60_000
const open: PairingOffer = { kind: 'open', code: 'K7M3XQ9P', expiresInMs: MINUTE, address: 'http://a/remote' }
const locked: PairingOffer = { kind: 'locked', forMs: MINUTE }

/** A wall with remotes that are connected (true) or not. */
function wallWith(connected: boolean[], offer: PairingOffer | null = null): WallSnapshot {
  const remotes = connected.map((is, index) => ({ id: `r${index}`, name: 'Phone', connected: is }))
  return snapshotOf({ remotes, offer })
}

let keeper: OfferKeeper

beforeEach(() => {
  keeper = new OfferKeeper()
})

describe('a display that shows a code by itself', () => {
  it('asks for one at once, and again where none was given', () => {
    expect(keeper.hear(wallWith([]), 0)).toBe(true)
    expect(keeper.hear(wallWith([]), 100)).toBeNull()
    expect(keeper.hear(wallWith([]), 8_000)).toBe(true)
    expect(keeper.hear(wallWith([], open), 9_000)).toBeNull()
    expect(keeper.hear(wallWith([]), 309_000)).toBe(true)
  })

  it('asks for none while it is locked, and for one when that has ended', () => {
    expect(keeper.hear(wallWith([], locked), 0)).toBeNull()
    expect(keeper.hear(wallWith([]), MINUTE)).toBe(true)
  })

  it('asks for none while a phone is paired that is connected, was so a moment ago, or has just used the code', () => {
    expect(keeper.hear(wallWith([]), 0)).toBe(true)
    expect(keeper.hear(wallWith([false]), MINUTE)).toBeNull()
    expect(keeper.hear(wallWith([true]), 2 * MINUTE)).toBeNull()
    expect(keeper.hear(wallWith([false]), 20 * MINUTE)).toBeNull()
    expect(keeper.hear(wallWith([false]), 25 * MINUTE - 1)).toBeNull()
  })

  it('asks for one five minutes after the last phone has walked away, as often as it runs out', () => {
    keeper.hear(wallWith([true]), 0)
    expect(keeper.hear(wallWith([false]), MINUTE)).toBeNull()
    expect(keeper.hear(wallWith([false]), 6 * MINUTE)).toBe(true)
    expect(keeper.hear(wallWith([false], open), 7 * MINUTE)).toBeNull()
    expect(keeper.hear(wallWith([false]), 11 * MINUTE)).toBe(true)
    // The next phone has used it, and is about to connect.
    expect(keeper.hear(wallWith([false, false]), 12 * MINUTE)).toBeNull()
    expect(keeper.hear(wallWith([false, true]), 12 * MINUTE + 500)).toBeNull()
  })

  it('takes its code away when the phone is back, and leaves one that someone asked for', () => {
    keeper.hear(wallWith([false]), 0)
    expect(keeper.hear(wallWith([false]), 5 * MINUTE)).toBe(true)
    expect(keeper.hear(wallWith([true], open), 6 * MINUTE)).toBe(false)
    expect(keeper.hear(wallWith([true]), 7 * MINUTE)).toBeNull()
    expect(keeper.hear(wallWith([true], open), 8 * MINUTE)).toBeNull()
  })
})
