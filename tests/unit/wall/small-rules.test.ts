import { describe, expect, it } from 'vitest'
import { pixelShift } from '@/lib/wall/legible-type'
import { writeCountdown } from '@/lib/wall/pairing-code'
import { readingMs } from '@/lib/wall/plan-tour'

describe('what always stands on a wall', () => {
  it.each([
    [0, 0, 0],
    [3, 10, -10],
    [6, 0, -20],
    [9, -10, -10],
    [12, 0, 0],
  ])('goes around a small orbit: at step %d it is %d to the right and %d down', (step, x, y) => {
    expect(pixelShift(step, 10)).toEqual({ x, y })
  })
})

describe('how long a wall’s texts take to read', () => {
  it.each([
    ['nothing', [], 0],
    ['four words', ['one two three four'], 1500],
    ['texts one after the other', ['one two', 'three four'], 1500],
    ['a number, as long as two words', ['12'], 750],
    ['a number within a word', ['MH17 fell'], 1125],
    ['signs that stand alone, no time', ['— … !'], 0],
    ['a word with its marks, once', ['“well-known,” he'], 750],
  ])('%s', (_, texts, ms) => {
    expect(readingMs(texts)).toBe(ms)
  })
})

it.each([
  [0, '0:00'],
  [5, '0:05'],
  [32, '0:32'],
  [60, '1:00'],
  [61, '1:01'],
  [600, '10:00'],
])('%d seconds are counted down from %s', (seconds, text) => {
  expect(writeCountdown(seconds)).toBe(text)
})
