import { expect, test } from 'vitest'
import { reconcileState } from '@/lib/client/wall/wall-player'
import { applyCommand, startTour, toWire, type WallState } from '@/lib/wall/wall-state'

const tour = [
  { id: 'first', durationMs: 10_000 },
  { id: 'second', durationMs: 20_000 },
  { id: 'third', durationMs: 10_000 },
]
/** A state of another clock, as it is told at that clock's `now`. */
const told = (state: WallState, now: number) => toWire(state, now)

test('the same moment told with a delay changes nothing, not even the object', () => {
  const own = startTour(tour, 1_000)
  expect(reconcileState(own, told(startTour(tour, 0), 3_400), tour, 5_000)).toBe(own)
})

test('a display that is seconds behind is brought into step', () => {
  const own = startTour(tour, 1_000)
  expect(reconcileState(own, told(startTour(tour, 0), 8_000), tour, 5_000).since).toBe(-3_000)
})

test('another scene is taken over', () => {
  const own = startTour(tour, 0)
  expect(reconcileState(own, told(startTour(tour, 0, 'third'), 2_000), tour, 2_000).scene).toBe('third')
})

test('a display that has gone on a moment before the server does not go back', () => {
  const own = startTour(tour, 10_000, 'second')
  expect(reconcileState(own, told(startTour(tour, 0), 9_500), tour, 10_200)).toBe(own)
})

test('someone who goes back to the scene before is followed, even a moment after it ended', () => {
  const own = startTour(tour, 10_000, 'second')
  const back = applyCommand(startTour(tour, 0, 'second'), { kind: 'step', by: -1 }, tour, 400)
  expect(reconcileState(own, told(back, 400), tour, 10_400).scene).toBe('first')
})

test('a hold keeps its own countdown where both mean the same moment', () => {
  const own = applyCommand(startTour(tour, 0), { kind: 'hold' }, tour, 1_000)
  const heard = applyCommand(startTour(tour, 0), { kind: 'hold' }, tour, 1_300)
  expect(reconcileState(own, told(heard, 2_000), tour, 2_000)).toBe(own)
})

test('a hold that was lengthened is taken over', () => {
  const own = applyCommand(startTour(tour, 0), { kind: 'hold' }, tour, 1_000)
  const heard = applyCommand(own, { kind: 'hold' }, tour, 6_000)
  expect(reconcileState(own, told(heard, 6_000), tour, 6_000).heldUntil).toBe(heard.heldUntil)
})

test('spot, camera, time and place come from the wall', () => {
  const own = startTour(tour, 0)
  const spot = { x: 0.5, y: 0.25 }
  const camera = { lng: 30, lat: 50, zoom: 6 }
  const time = { start: 0, end: 86_400_000 }
  const looked = { spot, camera, time, place: 'kyiv' }
  const heard = { ...startTour(tour, 0), ...looked, heldUntil: 9_000, holdKind: 'looking' as const, playedMs: 500 }
  const now = reconcileState(own, told(heard, 1_000), tour, 1_000)
  expect(now).toMatchObject({ ...looked, playedMs: 500 })
  const later = { ...heard, time: { start: 0, end: 172_800_000 } }
  expect(reconcileState(now, told(later, 1_000), tour, 1_000).time).toEqual(later.time)
})

test('a scene that this display does not have yet leaves it at its own, and what else was told is done', () => {
  const own = startTour(tour, 1_000, 'second')
  const heard = { ...startTour(tour, 0), scene: 'new' }
  expect(reconcileState(own, told(heard, 5_000), tour, 5_000)).toBe(own)
  const blank = applyCommand(startTour(tour, 0, 'third'), { kind: 'blank', on: true }, tour, 4_000)
  const now = reconcileState(own, told({ ...blank, scene: 'new' }, 5_000), tour, 5_000)
  expect(now).toMatchObject({ scene: 'second', since: 1_000, blank: true, holdKind: 'blank' })
})
