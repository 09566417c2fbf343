import { expect, it } from 'vitest'
import { readLaidOver } from '@/lib/url/drawing-codec'
import { readingMs } from '@/lib/wall/plan-tour'
import { firstSentences } from '@/lib/wall/tour-scenes'

const LENGTH = 200_000

/** Patterns that look anew for an end from each character took minutes for these. */
it.each([
  ['the words of a scene', () => readingMs(['“'.repeat(LENGTH), '-'.repeat(LENGTH)])],
  ['the sentences of a scene', () => firstSentences(`${'"'.repeat(LENGTH)}${' '.repeat(LENGTH)}`)],
  ['a shape in an address', () => readLaidOver(`area@${'1,'.repeat(LENGTH)}`)],
])('%s are read in time that grows with their length', (_, read) => {
  const from = process.cpuUsage()
  read()
  expect(process.cpuUsage(from).user / 1000).toBeLessThan(1000)
})

it('counts the words and numbers that a reader has before them, and no sign that stands alone', () => {
  expect(readingMs(['two words'])).toBe(750)
  expect(readingMs(['two – words … 12'])).toBe(1500)
})
