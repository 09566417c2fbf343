import { expect, test } from 'vitest'
import { ageOf, isAgeInDoubt } from '@/lib/client/case-context'

const DAY_MS = 86_400_000
const then = { wall: 1_700_000_000_000, steady: 50_000 }
const after = (wallMs: number, steadyMs: number) => ({ wall: then.wall + wallMs, steady: then.steady + steadyMs })

test('where both clocks agree, that is the age', () => {
  expect(ageOf(then, after(4_000, 4_000))).toBe(4_000)
  expect(isAgeInDoubt(then, after(4_000, 4_000))).toBe(false)
})

test('a clock set back a day does not make old data young', () => {
  expect(ageOf(then, after(-DAY_MS + 20_000, 20_000))).toBe(20_000)
})

test('a lid that was shut for a night counts, though the steady clock stood still', () => {
  expect(ageOf(then, after(30_000_000, 3_000))).toBe(30_000_000)
})

test.each([
  ['set forward a day', DAY_MS, 1_000],
  ['set back a day', -DAY_MS, 1_000],
  ['asleep for a minute', 61_000, 1_000],
])('a clock %s puts the age in doubt', (_what, wallMs, steadyMs) => {
  expect(isAgeInDoubt(then, after(wallMs, steadyMs))).toBe(true)
})

test('a second of drift does not', () => {
  expect(isAgeInDoubt(then, after(61_000, 60_000))).toBe(false)
})

test('an age is never negative', () => {
  expect(ageOf(then, after(-5_000, -5_000))).toBe(0)
})
