import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWholeCode, keepCodeCharacters } from '@/components/remote/use-pairing'
import { groupCode } from '@/lib/wall/pairing-code'

const characters = [...'23456789ABCDEFGHJKMNPQRSTUVWXYZ']
const codes = fc.array(fc.constantFrom(...characters), { minLength: 8, maxLength: 8 }).map((code) => code.join(''))

describe('keepCodeCharacters', () => {
  it.each(['K7M3XQ9P', 'k7m 3xq9p', ' k7m-3xq9p ', 'K7M–3XQ9P', 'k 7 m 3 x q 9 p'])('reads %j', (typed) => {
    expect(keepCodeCharacters(typed)).toBe('K7M3XQ9P')
  })

  it('leaves out what no code has', () => {
    expect(keepCodeCharacters('O0I1Lo!ü2')).toBe('2')
  })

  it('takes no more than eight characters', () => {
    expect(keepCodeCharacters('K7M3XQ9PAB')).toBe('K7M3XQ9P')
  })

  it('reads what it has grouped, at every length', () => {
    fc.assert(
      fc.property(codes, fc.nat(8), (code, length) => {
        expect(keepCodeCharacters(groupCode(code.slice(0, length)))).toBe(code.slice(0, length))
      }),
    )
  })
})

describe('groupCode', () => {
  it.each([
    ['', ''],
    ['K7M', 'K7M'],
    ['K7M3', 'K7M 3'],
    ['K7M3XQ9P', 'K7M 3XQ9P'],
  ])('writes %j as %j', (code, written) => {
    expect(groupCode(code)).toBe(written)
  })
})

describe('isWholeCode', () => {
  it('wants eight characters', () => {
    expect([isWholeCode('K7M3XQ9'), isWholeCode('K7M3XQ9P')]).toEqual([false, true])
  })
})
