import { expect, it } from 'vitest'
import { createTurns } from '@/lib/server/turns'

it('has no more go on at once than it may, and all come to their turn, in order', async () => {
  const turn = createTurns(2)
  let going = 0
  let most = 0
  const order: number[] = []
  const work = (index: number) =>
    turn(async () => {
      order.push(index)
      most = Math.max(most, ++going)
      await new Promise((resolve) => setTimeout(resolve, 1))
      going--
      if (index === 1) throw new Error('failed')
    })
  const all = await Promise.allSettled([0, 1, 2, 3, 4].map(work))
  expect([most, order]).toEqual([2, [0, 1, 2, 3, 4]])
  expect(all.filter(({ status }) => status === 'rejected')).toHaveLength(1)
})
