import { describe, expect, it } from 'vitest'
import { limits } from '@/lib/limits'
import { createAdmission } from '@/lib/server/control/admission'
import { createAllowance } from '@/lib/server/control/allowance'
import { addressKey, addressOf } from '@/lib/server/control/client-address'
import { Refusal } from '@/lib/server/control/refusal'
import { createStreamSlots, slotLimits } from '@/lib/server/control/stream-slots'

const wrong = () => Promise.reject(new Refusal(403, 'This code does not pair', ''))
const status = (asked: Promise<unknown>) =>
  asked.then(
    () => 'paired',
    (error: Refusal) => error.status,
  )

describe('an allowance', () => {
  it('is for so many at once, and then for one after each pause', () => {
    let time = 0
    const allowance = createAllowance({ burst: 2, pauseMs: 100, mostKeys: 10, now: () => time })
    expect([allowance.take('a'), allowance.take('a'), allowance.take('a')]).toEqual([0, 0, 100])
    expect(allowance.take('b')).toBe(0)
    time = 60
    expect(Math.round(allowance.take('a'))).toBe(40)
    time = 100
    expect([allowance.take('a') > 0, allowance.take('a') > 0]).toEqual([false, true])
  })

  it('forgets those that were quiet for longest', () => {
    const allowance = createAllowance({ burst: 1, pauseMs: 100, mostKeys: 2, now: () => 0 })
    for (const key of ['a', 'b', 'c']) allowance.take(key)
    expect([allowance.take('c') > 0, allowance.take('a')]).toEqual([true, 0])
  })
})

describe('wrong codes', () => {
  it('from one address are compared no more after so many, though they come at once; others go on', async () => {
    const { tryCode } = createAdmission(() => 0)
    let compared = 0
    const guess = () => {
      compared++
      return wrong()
    }
    const results = await Promise.all(Array.from({ length: 1000 }, () => status(tryCode('mallory', guess))))
    expect(compared).toBe(limits.control.wrongCodes)
    expect(results.filter((each) => each === 429)).toHaveLength(1000 - compared)
    expect(await status(tryCode('anna', wrong))).toBe(403)
  })

  it('are all that counts: a hall of phones is paired from one address', async () => {
    const { tryCode } = createAdmission(() => 0)
    const hall = Array.from({ length: 200 }, () => status(tryCode('hall', () => Promise.resolve('paired'))))
    expect(new Set(await Promise.all(hall))).toEqual(new Set(['paired']))
  })
})

it('walls are begun by an address only so many at once', () => {
  const { beginWall } = createAdmission(() => 0)
  for (let count = 0; count < limits.control.wallsBegun; count++) beginWall('mallory')
  expect(() => beginWall('mallory')).toThrow('Too many walls')
  expect(() => beginWall('anna')).not.toThrow()
})

describe('streams', () => {
  it('are so many for a member, an address and in all, and each is given back once', () => {
    const slots = createStreamSlots({ perMember: 2, perAddress: 3, total: 4 })
    const taken = [slots.take('a', 'x'), slots.take('a', 'x'), slots.take('b', 'x')]
    const refused = (member: string, address: string) => {
      try {
        slots.take(member, address)()
        return null
      } catch (error) {
        return error instanceof Refusal ? [error.status, error.retryAfterMs] : error
      }
    }
    expect([refused('a', 'y'), refused('c', 'x'), refused('c', 'y')]).toEqual([[429, 5000], [429, 5000], null])
    slots.take('d', 'y')
    expect(refused('e', 'z')).toEqual([503, 5000])
    taken[0]?.()
    taken[0]?.()
    expect(refused('e', 'z')).toBeNull()
    expect(slots.take('a', 'x')).toBeTypeOf('function')
    expect(refused('e', 'z')).toEqual([503, 5000])
  })

  it('leave files to pages where a process may open few, and let a hall in elsewhere', () => {
    expect(slotLimits(limits.control, 256)).toEqual({ total: 128, perAddress: 96, perMember: 64 })
    expect(slotLimits(limits.control, 1_000_000).perAddress).toBeGreaterThan(200)
  })
})

describe('the address of a client', () => {
  it.each([
    ['the socket’s, whatever it says', '10.0.0.1', '1.2.3.4', 0, '10.0.0.1'],
    ['what the proxy wrote last', '10.0.0.1', '6.6.6.6, 1.2.3.4', 1, '1.2.3.4'],
    ['what the outer of two wrote', '10.0.0.1', '6.6.6.6, 1.2.3.4, 10.0.0.2', 2, '1.2.3.4'],
    ['the socket’s where no proxy has said', '10.0.0.1', undefined, 1, '10.0.0.1'],
  ])('is %s', (_, socket, forwarded, behind, address) => {
    expect(addressOf(socket, forwarded, behind)).toBe(address)
  })

  it('is a home’s: the first half of an IPv6 address', () => {
    expect(addressKey('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2')
    expect(addressKey('2001:db8::6')).toBe('2001:db8:0:0')
    expect(addressKey('::ffff:10.0.0.1')).toBe('10.0.0.1')
  })
})
