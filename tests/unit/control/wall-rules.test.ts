import { describe, expect, it } from 'vitest'
import {
  createWall,
  lastingPart,
  readWall,
  restoredPart,
  type WallDocument,
  wallKey,
} from '@/lib/server/control/wall-document'
import {
  connectedMembers,
  hasMember,
  nameScreen,
  recordPresence,
  removeMember,
} from '@/lib/server/control/wall-members'
import { obey, sharedSnapshot, snapshotFor, stateAt, steeringAt } from '@/lib/server/control/wall-rules'
import { startTour } from '@/lib/wall/wall-state'

const tour = [
  { id: 'a', durationMs: 10_000 },
  { id: 'b', durationMs: 10_000 },
]
const screen = { kind: 'screen', id: 's' } as const
const remote = { kind: 'remote', id: 'r' } as const
const wall: WallDocument = {
  ...createWall('w', 'valid'),
  state: startTour(tour, 1000),
  screens: [{ id: 's', role: 'mirror', name: 'Screen 1', tokenHash: 'hash-of-screen' }],
  remotes: [{ id: 'r', name: 'Phone', tokenHash: 'hash-of-remote' }],
  offer: { code: 'K7M3XQ9P', expiresAt: 100_000, address: 'http://a/remote' },
}

describe('a wall', () => {
  it('rolls forward by itself', () => {
    expect(stateAt(wall, tour, 12_000).scene).toBe('b')
  })

  it('does not stand still when the clock was set back a day', () => {
    const back = 1000 - 86_400_000
    expect(stateAt(wall, tour, back).since).toBe(back)
    const held = obey(wall, { kind: 'hold' }, screen, tour, 1000)
    expect(stateAt(held, tour, back).heldUntil).toBe(back + 600_000)
  })

  it('that was blanked while someone looked stays dark for ten minutes here too', () => {
    const dark = obey(
      obey(wall, { kind: 'point', at: { x: 0, y: 0 } }, remote, tour, 1000),
      { kind: 'blank', on: true },
      remote,
      tour,
      2000,
    )
    expect(stateAt(dark, tour, 601_999).blank).toBe(true)
    expect(stateAt(dark, tour, 602_000).blank).toBe(false)
  })

  it('shows a case without scenes', () => {
    expect(stateAt(createWall('w', 'valid'), [], 5)).toMatchObject({ scene: '', since: 5 })
  })

  it('is steered by a remote for half a minute', () => {
    const steered = obey(wall, { kind: 'step', by: 1 }, remote, tour, 2000)
    expect(steeringAt(steered, 31_999)).toBe('r')
    expect(steeringAt(steered, 32_000)).toBeNull()
  })

  it('is steered by no remote once a display was touched', () => {
    const steered = obey(wall, { kind: 'step', by: 1 }, remote, tour, 2000)
    expect(steeringAt(obey(steered, { kind: 'play' }, screen, tour, 3000), 3000)).toBeNull()
  })

  it('is not said to be steered by a remote that was dropped', () => {
    const steered = obey(wall, { kind: 'step', by: 1 }, remote, tour, 2000)
    const dropped = removeMember(steered, 'r')
    expect(steeringAt(dropped, 2000)).toBeNull()
    expect(hasMember(dropped, remote)).toBe(false)
  })

  it('tells the code to displays only, and a token to nobody', () => {
    expect(snapshotFor(wall, screen, tour, 'r1', 2000)).toMatchObject({ offer: { code: 'K7M3XQ9P' }, self: 's' })
    expect(snapshotFor(wall, remote, tour, 'r1', 2000)).toMatchObject({ offer: null, self: 'r' })
    expect(JSON.stringify(snapshotFor(wall, screen, tour, 'r1', 2000))).not.toContain('hash-of')
  })

  it('counts a screen as connected while its process says so, and not for long after that has ended', () => {
    const told = recordPresence(wall, 'p1', ['s'], 1000)
    expect(sharedSnapshot(told, tour, 'r1', 2000).screens).toMatchObject([{ id: 's', connected: true }])
    expect(sharedSnapshot(told, tour, 'r1', 2000).remotes).toMatchObject([{ id: 'r', connected: false }])
    expect(connectedMembers(told, 46_000)).toEqual(new Set())
    expect(recordPresence(recordPresence(told, 'p2', ['r'], 2000), 'p1', [], 2000).presence).toEqual({
      p2: { members: ['r'], until: 47_000 },
    })
  })

  it('names a new screen as none is named yet', () => {
    expect(nameScreen(wall)).toBe('Screen 2')
  })

  it('keeps over a restart only who belongs to it and how it is locked', () => {
    const guard = { wrongTries: 3, lastWrongAt: 900, locks: 2, lockedUntil: 0 }
    const kept = lastingPart(wallKey('w'), JSON.stringify({ ...wall, revision: 7, guard }))
    expect(kept).not.toContain('K7M3XQ9P')
    // Its revisions count anew, which an epoch of the next process says.
    expect(JSON.parse(kept ?? '')).not.toHaveProperty('epoch')
    expect(readWall(kept)).toEqual({
      ...createWall('w', 'valid'),
      revision: 1,
      screens: wall.screens,
      remotes: wall.remotes,
      guard,
    })
    expect(lastingPart('offer:K7M', 'w')).toBeNull()
    expect(lastingPart(wallKey('w'), JSON.stringify(createWall('w', 'valid')))).toBeNull()
  })

  it('is locked for no longer than the longest lock by a clock that was set back over a restart', () => {
    const [hour, day] = [3_600_000, 86_400_000]
    const guard = { wrongTries: 0, lastWrongAt: day, locks: 7, lockedUntil: day + hour }
    const restored = readWall(restoredPart(JSON.stringify({ ...wall, guard }), 1000))
    expect(restored?.guard).toEqual({ ...guard, lastWrongAt: 1000, lockedUntil: 1000 + hour })
  })
})
