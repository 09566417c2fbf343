import { expect, it } from 'vitest'
import { createSlices } from '@/lib/server/slices'

const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

it('does at once what is little, and much in turns with all else, in its order', async () => {
  const inSlices = createSlices(3)
  const done: number[] = []
  for (let at = 0; at < 8; at++) inSlices(() => done.push(at))
  expect(done).toEqual([0, 1, 2])
  await nextTurn()
  expect(done).toEqual([0, 1, 2, 3, 4, 5])
  // What comes meanwhile is behind what waits.
  inSlices(() => done.push(8))
  expect(done).toHaveLength(6)
  await nextTurn()
  expect(done).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  await nextTurn()
  inSlices(() => done.push(9))
  expect(done.at(-1)).toBe(9)
})
