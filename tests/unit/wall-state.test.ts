import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  advance,
  applyCommand,
  fromWire,
  holdMs,
  nextChangeAt,
  startTour,
  toWire,
  type WallCommand,
  type WallState,
} from '@/lib/wall/wall-state'

const tour = [
  { id: 'claim', durationMs: 10_000 },
  { id: 'exodus', durationMs: 20_000 },
  { id: 'leaks', durationMs: 15_000 },
]
const round = 45_000

const start = startTour(tour, 1000)

function told(commands: readonly WallCommand[], now: number, from: WallState = start): WallState {
  return commands.reduce((state, command) => applyCommand(state, command, tour, now), from)
}

describe('a tour that plays', () => {
  it('begins with its first scene, or with the one that is asked for', () => {
    expect(start.scene).toBe('claim')
    expect(startTour(tour, 0, 'leaks').scene).toBe('leaks')
    expect(startTour(tour, 0, 'no-such').scene).toBe('claim')
  })

  it('stands still where it has no scene', () => {
    const still = startTour([], 0)
    expect(still.scene).toBe('')
    expect(advance(still, [], 1e9)).toBe(still)
  })

  it('gives way to the next scene when its time is over', () => {
    expect(advance(start, tour, 10_999)).toBe(start)
    expect(advance(start, tour, 11_000)).toMatchObject({ scene: 'exodus', since: 11_000 })
    expect(nextChangeAt(start, tour)).toBe(11_000)
  })

  it('is in the same place after any number of whole rounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: round - 1 }), fc.integer({ min: 0, max: 100_000 }), (into, rounds) => {
        const once = advance(start, tour, 1000 + into)
        const often = advance(start, tour, 1000 + into + rounds * round)
        expect(often.scene).toBe(once.scene)
        expect(often.since - once.since).toBe(rounds * round)
      }),
    )
  })

  it('comes to the same whether it is looked at often or once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 20 }), (pauses) => {
        let now = 1000
        let often = start
        for (const pause of pauses) {
          now += pause
          often = advance(often, tour, now)
        }
        expect(often).toEqual(advance(start, tour, now))
      }),
    )
  })

  it('is told at once however long nobody has looked', () => {
    expect(advance(start, tour, 1000 + round * 1e10)).toMatchObject({ scene: 'claim', since: 1000 + round * 1e10 })
  })

  it('changes at once where the case has lost the scene', () => {
    expect(nextChangeAt({ ...start, scene: 'gone' }, tour)).toBe(1000)
  })

  it('begins anew where the case has lost the scene, held or not', () => {
    expect(advance({ ...start, scene: 'gone' }, tour, 5000)).toMatchObject({ scene: 'claim', since: 5000 })
    const held = told([{ kind: 'hold' }], 1000)
    expect(advance({ ...held, scene: 'gone' }, tour, 5000).scene).toBe('claim')
  })
})

describe('a tour that is held', () => {
  it('stays until the hold has run out, then plays from there', () => {
    const held = told([{ kind: 'hold' }], 3000)
    expect(advance(held, tour, 3000 + holdMs.asked - 1)).toBe(held)
    expect(advance(held, tour, 3000 + holdMs.asked)).toMatchObject({
      scene: 'claim',
      since: 3000 + holdMs.asked,
      heldUntil: null,
    })
  })

  it('has played on since the hold ran out, though nobody has looked', () => {
    const held = told([{ kind: 'step', by: 1 }, { kind: 'hold' }], 3000)
    const until = 3000 + holdMs.asked
    expect(advance(held, tour, until + 5000)).toMatchObject({ scene: 'exodus', since: until })
    expect(advance(held, tour, until + 21_000)).toMatchObject({ scene: 'leaks', since: until + 20_000 })
  })

  it('is taken up again sooner after someone has only looked, and what they opened is closed', () => {
    const looking = told([{ kind: 'select', place: 'UA-65' }], 3000)
    expect(looking).toMatchObject({ place: 'UA-65', holdKind: 'looking', heldUntil: 3000 + holdMs.looking })
    expect(advance(looking, tour, 3000 + holdMs.looking).place).toBeNull()
  })

  it('stays held where someone who asked for it looks or steps', () => {
    const held = told([{ kind: 'hold' }, { kind: 'point', at: { x: 0.5, y: 0.5 } }, { kind: 'step', by: 1 }], 3000)
    expect(held).toMatchObject({ scene: 'exodus', holdKind: 'asked', heldUntil: 3000 + holdMs.asked, spot: null })
  })

  it('stays dark for ten minutes once it is blanked, though someone was only looking', () => {
    const point: WallCommand = { kind: 'point', at: { x: 0.5, y: 0.5 } }
    const dark = told([{ kind: 'select', place: 'UA-65' }, point, { kind: 'blank', on: true }], 3000)
    expect(dark.heldUntil).toBe(3000 + holdMs.blank)
    expect(advance(dark, tour, 3000 + holdMs.blank - 1).blank).toBe(true)
    // A hand that still moves over the phone is no reason to light up sooner.
    expect(told([point], 4000, dark).heldUntil).toBe(4000 + holdMs.blank)
    // Lit again, it shows what was looked at, for as long as any look.
    const lit = told([{ kind: 'blank', on: false }], 300_000, dark)
    expect(lit).toMatchObject({
      blank: false,
      place: 'UA-65',
      holdKind: 'looking',
      heldUntil: 300_000 + holdMs.looking,
    })
    expect(told([{ kind: 'step', by: 1 }], 4000, dark).heldUntil).toBe(4000 + holdMs.looking)
  })

  it('counts anew from the last command', () => {
    const first = told([{ kind: 'select', place: 'UA-65' }], 3000)
    expect(told([{ kind: 'select', place: 'UA-09' }], 20_000, first).heldUntil).toBe(20_000 + holdMs.looking)
  })
})

describe('commands', () => {
  it('steps around the tour in both directions', () => {
    expect(told([{ kind: 'step', by: -1 }], 2000).scene).toBe('leaks')
    expect(
      told(
        [
          { kind: 'go', scene: 'leaks' },
          { kind: 'step', by: 1 },
        ],
        2000,
      ).scene,
    ).toBe('claim')
  })

  it.each<[string, WallCommand[]]>([
    ['while the tour plays', []],
    ['while the wall is dark', [{ kind: 'blank', on: true }]],
  ])('goes on playing from where a step leads, %s', (_, before) => {
    expect(told([...before, { kind: 'step', by: 1 }], 2000)).toEqual(startTour(tour, 2000, 'exodus'))
  })

  it.each<[keyof WallState, WallCommand, unknown, WallCommand]>([
    ['spot', { kind: 'point', at: { x: 0.2, y: 0.3 } }, { x: 0.2, y: 0.3 }, { kind: 'point', at: null }],
    [
      'camera',
      { kind: 'look', camera: { lng: 30, lat: 50, zoom: 6 } },
      { lng: 30, lat: 50, zoom: 6 },
      { kind: 'look', camera: null },
    ],
    ['time', { kind: 'time', window: { start: 1, end: 2 } }, { start: 1, end: 2 }, { kind: 'time', window: null }],
    ['place', { kind: 'select', place: 'UA-65' }, 'UA-65', { kind: 'select', place: null }],
  ])('shows a %s until it is taken away, which holds the tour no longer', (key, show, shown, takeAway) => {
    const showing = told([show], 3000)
    expect(showing).toMatchObject({ [key]: shown, scene: 'claim', heldUntil: 3000 + holdMs.looking })
    const after = told([takeAway], 9000, showing)
    expect(after).toMatchObject({ [key]: null, scene: 'claim', heldUntil: 3000 + holdMs.looking })
  })

  it('changes nothing for a scene that the tour does not have', () => {
    expect(told([{ kind: 'go', scene: 'no-such' }], 2000)).toBe(start)
  })

  it('plays again when a playing tour was blanked, and holds when a held one was', () => {
    const blanked = told([{ kind: 'blank', on: true }], 2000)
    expect(blanked).toMatchObject({ blank: true, holdKind: 'blank' })
    expect(told([{ kind: 'blank', on: false }], 4000, blanked)).toMatchObject({ blank: false, heldUntil: null })
    const held = told([{ kind: 'hold' }, { kind: 'blank', on: true }, { kind: 'blank', on: false }], 2000)
    expect(held).toMatchObject({ blank: false, holdKind: 'asked' })
  })

  it('shows another scene as it was made: no spot, no place, no blank, its own camera', () => {
    const busy = told(
      [
        { kind: 'select', place: 'UA-65' },
        { kind: 'look', camera: { zoom: 5, lat: 47, lng: 35 } },
        { kind: 'point', at: { x: 0, y: 1 } },
        { kind: 'step', by: 1 },
      ],
      2000,
    )
    expect(busy).toMatchObject({ scene: 'exodus', place: null, camera: null, spot: null, blank: false })
  })

  it('always says why it stands still, and until when', () => {
    const command = fc.oneof<fc.Arbitrary<WallCommand>[]>(
      fc.constantFrom<WallCommand>(
        { kind: 'step', by: 1 },
        { kind: 'hold' },
        { kind: 'play' },
        { kind: 'blank', on: true },
        { kind: 'blank', on: false },
        { kind: 'select', place: 'UA-65' },
        { kind: 'select', place: null },
        { kind: 'point', at: null },
        { kind: 'time', window: { start: 0, end: 86_400_000 } },
        { kind: 'time', window: null },
        { kind: 'go', scene: 'leaks' },
      ),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(command, fc.integer({ min: 0, max: 700_000 })), { maxLength: 30 }), (steps) => {
        let now = 1000
        let state = start
        for (const [given, pause] of steps) {
          now += pause
          state = applyCommand(state, given, tour, now)
          expect(state.heldUntil === null).toBe(state.holdKind === null)
          expect(state.heldUntil === null).toBe(state.playedMs === null)
          if (state.heldUntil === null) expect(state.time).toBeNull()
          expect(nextChangeAt(state, tour)).toBeGreaterThan(now)
        }
      }),
    )
  })
})

describe('looking at another time', () => {
  const window = { start: 0, end: 86_400_000 }

  it('holds the tour as any look does, and ends with the hold, another scene or by itself', () => {
    const looking = told([{ kind: 'time', window }], 3000)
    expect(looking).toMatchObject({ time: window, holdKind: 'looking', heldUntil: 3000 + holdMs.looking })
    expect(advance(looking, tour, 3000 + holdMs.looking)).toMatchObject({ time: null, playedMs: null })
    expect(told([{ kind: 'time', window: null }], 4000, looking)).toMatchObject({ time: null, holdKind: 'looking' })
    expect(told([{ kind: 'step', by: 1 }], 4000, looking).time).toBeNull()
  })

  it('leaves a scene that plays where it was when it was first held', () => {
    const held = told([{ kind: 'hold' }], 3000)
    expect(held.playedMs).toBe(2000)
    expect(told([{ kind: 'time', window }], 9000, held).playedMs).toBe(2000)
    expect(told([{ kind: 'play' }], 9000, held).playedMs).toBeNull()
  })

  it('shows whoever goes through a held tour each scene at its end', () => {
    expect(told([{ kind: 'hold' }, { kind: 'step', by: 1 }], 3000)).toMatchObject({ scene: 'exodus', playedMs: 20_000 })
  })
})

it('crosses the wire to a clock that has nothing to do with the sender’s', () => {
  const held = told([{ kind: 'select', place: 'UA-65' }], 3000)
  const there = fromWire(toWire(held, 5000), 900_000)
  expect(there.since).toBe(900_000 - 4000)
  expect(there.heldUntil).toBe(900_000 + holdMs.looking - 2000)
  expect(toWire(there, 900_000)).toEqual(toWire(held, 5000))
})
