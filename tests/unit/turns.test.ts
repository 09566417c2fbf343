import { expect, it } from 'vitest'
import { createTurns, createTurnsByKey } from '@/lib/server/turns'

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

it('has work of one key go on one after the other, also after what failed, and that of others beside it', async () => {
  const turn = createTurnsByKey()
  const told: string[] = []
  const work =
    (name: string, fails = false) =>
    async () => {
      told.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, 5))
      told.push(`${name} ends`)
      if (fails) throw new Error('failed')
    }
  await Promise.allSettled([turn('a', work('a1', true)), turn('b', work('b')), turn('a', work('a2'))])
  expect(told).toEqual(['a1 begins', 'b begins', 'a1 ends', 'a2 begins', 'b ends', 'a2 ends'])
})
