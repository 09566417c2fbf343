import { expect, it } from 'vitest'
import { groupByDay } from '@/lib/derive/group-by-day'

it('puts what was said on one day together, earliest first and undated last, each in the given order', () => {
  const things = [
    { id: 'a' },
    { id: 'b', said: '2030-05-02' },
    { id: 'c', said: '2030-04~/2030-06~' },
    { id: 'd', said: '2030-05-02' },
    { id: 'e', said: '2029' },
    { id: 'f' },
  ]
  expect(groupByDay(things).map(({ date, said }) => [date, said.map(({ id }) => id).join('')])).toEqual([
    ['2029', 'e'],
    ['2030-04~/2030-06~', 'c'],
    ['2030-05-02', 'bd'],
    [undefined, 'af'],
  ])
})

it('is nothing of nothing', () => {
  expect(groupByDay([])).toEqual([])
})
