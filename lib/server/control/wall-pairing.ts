import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/derive/calendar'
import { clamp } from '@/lib/geo/clamp'
import { limits } from '@/lib/limits'
import type { PairingOffer } from '@/lib/wall/wall-snapshot'
import { sameCode } from './token'
import type { WallDocument } from './wall-document'

/** How long a code can be used. */
export const CODE_MS = 300_000

const LONGEST_LOCK_MS = HOUR_MS
/** Wrong codes older than this are no longer held against anyone. */
const FORGIVE_TRIES_MS = HOUR_MS
const FORGIVE_LOCKS_MS = DAY_MS

type Guard = WallDocument['guard']

/** How long the pairing is still locked, ms; 0 where it is not. */
export function lockedFor({ guard }: WallDocument, now: number): number {
  return clamp(guard.lockedUntil - now, 0, LONGEST_LOCK_MS)
}

/** Wrong codes and locks as an earlier process left them; a clock that was set back since must not make them last longer. */
export function restoreGuard(guard: Guard, now: number): Guard {
  return {
    ...guard,
    lastWrongAt: Math.min(guard.lastWrongAt, now),
    lockedUntil: Math.min(guard.lockedUntil, now + LONGEST_LOCK_MS),
  }
}

/** The wall with a code on offer; one that is locked keeps none. `address` is where the code is entered. */
export function openOffer(wall: WallDocument, code: string, address: string, now: number): WallDocument {
  if (lockedFor(wall, now) > 0) return { ...wall, offer: null }
  return { ...wall, offer: { code, address, expiresAt: now + CODE_MS } }
}

/** How the wall stands to being paired, as its displays are told. */
export function offerOf(wall: WallDocument, now: number): PairingOffer | null {
  const forMs = lockedFor(wall, now)
  if (forMs > 0) return { kind: 'locked', forMs }
  if (wall.offer === null || wall.offer.expiresAt <= now) return null
  const { code, address, expiresAt } = wall.offer
  return { kind: 'open', code, address, expiresInMs: Math.min(expiresAt - now, CODE_MS) }
}

/** One more wrong code; every fifth locks for twice as long as the last time: 1, 2, 4 … 60 minutes. */
function countWrong(guard: Guard, now: number): Guard {
  const locks = now - guard.lastWrongAt > FORGIVE_LOCKS_MS ? 0 : guard.locks
  // Counted across codes: an open code voided by hand after four tries must not begin the count anew.
  const wrongTries = (now - guard.lastWrongAt > FORGIVE_TRIES_MS ? 0 : guard.wrongTries) + 1
  if (wrongTries < limits.control.wrongCodesPerDisplay) return { ...guard, locks, wrongTries, lastWrongAt: now }
  const lockMs = Math.min(2 ** locks * MINUTE_MS, LONGEST_LOCK_MS)
  return { locks: locks + 1, wrongTries: 0, lastWrongAt: now, lockedUntil: now + lockMs }
}

/** What became of a code: the wall after it, and whether whoever sent it is let in. */
export interface Attempt {
  wall: WallDocument
  result: 'paired' | 'wrong' | 'locked'
}

/** Tries a code whose locator is this wall's. The right one is used up; the fifth wrong one voids it and locks. */
export function tryCode(wall: WallDocument, code: string, now: number): Attempt {
  if (lockedFor(wall, now) > 0) return { wall, result: 'locked' }
  const offer = offerOf(wall, now)
  // Nothing is on offer, so nothing can be guessed.
  if (offer?.kind !== 'open') return { wall: { ...wall, offer: null }, result: 'wrong' }
  if (sameCode(offer.code, code))
    return { wall: { ...wall, offer: null, guard: { ...wall.guard, wrongTries: 0 } }, result: 'paired' }
  const guard = countWrong(wall.guard, now)
  const locked = guard.lockedUntil > now
  return { wall: { ...wall, guard, offer: locked ? null : wall.offer }, result: locked ? 'locked' : 'wrong' }
}
