import { describe, expect, it } from 'vitest'
import { createWall, type WallDocument } from '@/lib/server/control/wall-document'
import { lockedFor, offerOf, openOffer, tryCode } from '@/lib/server/control/wall-pairing'

const CODE = 'K7M3XQ9P'
const WRONG = 'K7M3XQ9R'
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Not zero: a wall that was never tried must not look as if it had been tried at the beginning of time. */
const START = 1_790_000_000_000

const offering = (wall: WallDocument, now: number) => openOffer(wall, CODE, 'http://a/remote', now)
const fresh = offering(createWall('w', 'valid'), START)

/** The wall after `times` wrong codes at `now`. */
function wrong(wall: WallDocument, times: number, now: number): WallDocument {
  return Array.from({ length: times }).reduce<WallDocument>((before) => tryCode(before, WRONG, now).wall, wall)
}

describe('a pairing code', () => {
  it('pairs, and is used up', () => {
    const first = tryCode(fresh, CODE, START + 1)
    expect(first.result).toBe('paired')
    expect(tryCode(first.wall, CODE, START + 2).result).toBe('wrong')
  })

  it('pairs for five minutes', () => {
    expect(tryCode(fresh, CODE, START + 5 * MINUTE - 1).result).toBe('paired')
    expect(tryCode(fresh, CODE, START + 5 * MINUTE).result).toBe('wrong')
    expect(offerOf(fresh, START + 5 * MINUTE)).toBeNull()
  })

  it('still pairs after four wrong ones, and not after five', () => {
    expect(tryCode(wrong(fresh, 4, START), CODE, START).result).toBe('paired')
    expect(tryCode(wrong(fresh, 5, START), CODE, START).result).toBe('locked')
  })

  it('is void after the lock', () => {
    const locked = wrong(fresh, 5, START)
    expect(offerOf(locked, START)).toEqual({ kind: 'locked', forMs: MINUTE })
    expect(tryCode(locked, CODE, START + MINUTE).result).toBe('wrong')
    expect(offerOf(locked, START + MINUTE)).toBeNull()
  })

  it('is not given while locked, and is afterwards', () => {
    const locked = wrong(fresh, 5, START)
    expect(offering(locked, START + MINUTE - 1).offer).toBeNull()
    expect(offerOf(offering(locked, START + MINUTE), START + MINUTE)).toMatchObject({ kind: 'open', code: CODE })
  })

  it('locks for twice as long each time, at most an hour', () => {
    let wall = createWall('w', 'valid')
    let now = START
    const minutes: number[] = []
    for (let round = 0; round < 8; round += 1) {
      wall = wrong(offering(wall, now), 5, now)
      minutes.push(lockedFor(wall, now) / MINUTE)
      now += lockedFor(wall, now)
    }
    expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
  })

  it('begins with a minute again after a day without wrong codes', () => {
    const locked = wrong(fresh, 5, START)
    const again = wrong(offering(locked, START + DAY + 1), 5, START + DAY + 1)
    expect(lockedFor(again, START + DAY + 1)).toBe(MINUTE)
  })

  it('counts wrong codes across codes', () => {
    const reopened = offering(wrong(fresh, 4, START), START + 1)
    expect(tryCode(reopened, WRONG, START + 2).result).toBe('locked')
  })

  it('forgives them once someone was let in', () => {
    const { wall } = tryCode(wrong(fresh, 4, START), CODE, START)
    expect(tryCode(offering(wall, START), WRONG, START).result).toBe('wrong')
  })

  it('cannot be guessed where none is on offer, and nothing is counted then', () => {
    const closed = createWall('w', 'valid')
    expect(wrong(closed, 10, START).guard).toEqual(closed.guard)
  })

  it('does not lock for longer than an hour by a clock that was set back', () => {
    expect(lockedFor(wrong(fresh, 5, START), START - DAY)).toBe(60 * MINUTE)
  })
})
