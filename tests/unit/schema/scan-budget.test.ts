import { expect, it } from 'vitest'
import { limits } from '@/lib/limits'
import { splitRecords } from '@/lib/schema/split-records'

it('tells once of what is empty, however often', () => {
  const { good, bad } = splitRecords(`[1,${','.repeat(999)}2,,3]`, 'array')
  expect(good.map(({ pointer }) => pointer)).toEqual(['/0', '/1000', '/1002'])
  expect(bad.map(({ pointer, fault }) => [pointer, fault.reason])).toEqual([
    ['/1', 'there is nothing between two commas, nor between the 998 after'],
    ['/1001', 'there is nothing between two commas'],
  ])
})

it('gives a file up that has more parts than are read, and soon', () => {
  const start = performance.now()
  const text = `[${','.repeat(limits.case.tokens * 3)}]`
  expect(splitRecords(text, 'array').fault).toMatchObject({ reason: 'has more than 5 million parts: split it' })
  expect(performance.now() - start).toBeLessThan(10_000)
})

it('gives a file up that has more records than are read', () => {
  const text = JSON.stringify(Array.from({ length: limits.case.records + 1 }, () => 0))
  expect(splitRecords(text, 'array').fault).toMatchObject({ reason: 'has more than 200 thousand records: split it' })
})
