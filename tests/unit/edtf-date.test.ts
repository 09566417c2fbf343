import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edtfSchema, windowSchema } from '@/lib/schema/edtf-date'

describe('edtfSchema', () => {
  it.each([
    '2014',
    '2022-09',
    '2022-09-26T02:03:24+02:00',
    '2022-09-26~',
    '2022-09-21/2022-10-04',
    '2022/..',
    '2022-XX-XX',
    '2022-09-26T02:03Z',
    '2022-09-26T02:03:24+02:00/2022-10-02',
    '-0043-03-15',
    '0000-02-29',
    'Y-50000',
    'Y-50000/-0043',
    '../Y12345',
    '18XX',
    '18',
  ])('takes %s', (date) => {
    expect(edtfSchema.safeParse(date).success).toBe(true)
  })

  it.each([
    '',
    'x',
    '/',
    '2022-13',
    '2022-10-04/2022-09-21',
    '2022-02-29',
    '20220926',
    '10000',
    '../..',
    '../',
    '2022/2023/2024',
    `2030-03-1${'𝒳'.repeat(50)}`,
    'last Sunday',
    '1'.repeat(64),
    '2022-09-26 02:03',
  ])('refuses %j', (date) => {
    expect(edtfSchema.safeParse(date).success).toBe(false)
  })

  it.each([
    ['[2022-09-26,2022-09-28]', 'a start and an end'],
    ['{2022-01..2022-03}', 'a start and an end'],
    ['2022-21', 'season'],
    ['2022-29', 'season'],
    ['2022-33', 'season'],
    ['2022-40', 'season'],
    ['2022-41', 'season'],
    ['-2022-21', 'season'],
    ['2022-09/2022-23', 'season'],
    ['2022-09-26T02:03:24', 'zone'],
    ['2022-09-26T02:03Z/2022-09-26T05:00', 'zone'],
    ['2022-09-26T02:03:24+02', 'zone'],
  ])('refuses %s and says why', (date, why) => {
    const refused = edtfSchema.safeParse(date)
    expect(refused.error?.issues.map(({ message }) => message).join()).toContain(why)
  })

  it('refuses what is short in characters and long in the halves that a text counts', () => {
    const date = `2030-03-1${'𝒳'.repeat(50)}`
    expect([[...date].length, date.length]).toEqual([59, 109])
    expect(edtfSchema.safeParse(date).success).toBe(false)
    expect(windowSchema.safeParse(date).success).toBe(false)
  })

  it('never throws, and is not slow on what is far too long', () => {
    fc.assert(fc.property(fc.string(), (text) => void edtfSchema.safeParse(text)))
    const start = performance.now()
    expect(edtfSchema.safeParse('[2022,'.repeat(1e5)).success).toBe(false)
    expect(performance.now() - start).toBeLessThan(100)
  })
})

describe('windowSchema', () => {
  const why = (text: string) => windowSchema.safeParse(text).error?.issues.map(({ message }) => message) ?? []

  it.each(['2022', '2022-09-26', '2022-09-21/2022-10-04'])('takes %s, which begins and ends', (text) => {
    expect(why(text)).toEqual([])
  })

  it.each(['2022/..', '../2022'])('refuses %s, and says that an end is open', (text) => {
    expect(why(text)).toEqual([expect.stringContaining('has an open end')])
  })

  it.each(['x', '1'.repeat(64), '1'.repeat(65)])('refuses %s for what it is, and not for its ends', (text) => {
    expect(why(text)).toHaveLength(1)
    expect(why(text).join()).not.toContain('open end')
  })
})
