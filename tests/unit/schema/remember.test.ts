import { describe, expect, it } from 'vitest'
import { remember } from '@/lib/schema/remember'

describe('remember', () => {
  it('asks once for each text', () => {
    const asked: string[] = []
    const length = remember((text) => {
      asked.push(text)
      return text.length
    })
    expect(['ab', 'c', 'ab'].map(length)).toEqual([2, 1, 2])
    expect(asked).toEqual(['ab', 'c'])
  })

  it('keeps no answer that was an error, and an answer that is nothing', () => {
    let asked = 0
    const fails = remember((text) => {
      asked++
      if (text === 'bad') throw new Error(text)
      return undefined
    })
    for (const text of ['bad', 'bad']) expect(() => fails(text)).toThrow('bad')
    for (const text of ['good', 'good']) expect(fails(text)).toBeUndefined()
    expect(asked).toBe(3)
  })

  it('forgets rather than grows without end', () => {
    let asked = 0
    const same = remember((text) => {
      asked++
      return text
    })
    for (let index = 0; index < 10_001; index++) same(String(index))
    same('0')
    expect(asked).toBe(10_002)
  })
})
