import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWallSnapshot, isWireState } from '@/lib/client/wall/wire'
import { readJson } from '@/lib/schema/plain-values'
import type { WireState } from '@/lib/wall/wall-state'
import { snapshotOf, untouchedState } from './wire-fixture'

const state: WireState = {
  ...untouchedState,
  elapsedMs: 1_200,
  resumesInMs: 44_000,
  holdKind: 'looking',
  spot: { x: 0.1, y: 0.9 },
  camera: { lng: 30, lat: 50, zoom: 6 },
}

test('a state and a snapshot are known as such', () => {
  expect(isWireState(state)).toBe(true)
  expect(isWallSnapshot(snapshotOf({ state }))).toBe(true)
})

test.each(Object.keys(state))('a state of a release that has no `%s` is none', (key) => {
  const rest = Object.fromEntries(Object.entries(state).filter(([name]) => name !== key))
  expect(isWireState(rest)).toBe(false)
})

test('a camera without zoom and a spot of text are none', () => {
  expect(isWireState({ ...state, camera: { lng: 30, lat: 50 } })).toBe(false)
  expect(isWireState({ ...state, spot: { x: '0.1', y: 0.9 } })).toBe(false)
})

test('anything else is refused and never throws', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(isWireState(value)).toBe(false)
      expect(isWallSnapshot(value)).toBe(false)
    }),
  )
})

test('text that is no JSON is no value', () => {
  expect(readJson('{"scene": "fi')).toBeUndefined()
})
