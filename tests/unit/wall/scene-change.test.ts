import { expect, test } from 'vitest'
import { hasChangedScene } from '@/components/wall/session/use-guarded-reload'
import { advance, applyCommand, startTour } from '@/lib/wall/wall-state'

const tour = [
  { id: 'first', durationMs: 10_000 },
  { id: 'second', durationMs: 20_000 },
]
const alone = tour.slice(0, 1)

test('the next scene is another one, by itself or by hand', () => {
  const first = startTour(tour, 0)
  expect(hasChangedScene(first, advance(first, tour, 10_000))).toBe(true)
  const held = applyCommand(first, { kind: 'hold' }, tour, 1_000)
  expect(hasChangedScene(held, applyCommand(held, { kind: 'step', by: 1 }, tour, 2_000))).toBe(true)
})

test('the only scene of a case gives way to itself', () => {
  const only = startTour(alone, 0)
  expect(hasChangedScene(only, advance(only, alone, 10_000))).toBe(true)
})

test('nothing changes while a scene stays, is held, or is taken up again by whoever held it', () => {
  const only = startTour(alone, 0)
  const held = applyCommand(only, { kind: 'hold' }, alone, 1_000)
  const resumed = applyCommand(held, { kind: 'play' }, alone, 2_000)
  expect([hasChangedScene(only, only), hasChangedScene(only, held), hasChangedScene(held, resumed)]).toEqual([
    false,
    false,
    false,
  ])
})
