import { describe, expect, it } from 'vitest'
import { fieldOf, whyNoField } from '@/lib/schema/fields'
import { placeDate, whyNoDate } from '@/lib/schema/place-date'

const between = { start: 'began', end: 'ended' }

describe('when a row was', () => {
  it.each([
    ['its property', { fields: { when: '2030-03-01' } }, { property: 'when' }, '2030-03-01'],
    ['a year written as a number', { fields: { when: 2030 } }, { property: 'when' }, '2030'],
    ['without spaces around it', { fields: { when: ' 2030 ' } }, { property: 'when' }, '2030'],
    ['since a day', { since: '2030-03-01' }, { property: 'since' }, '2030-03-01'],
    ['until a day', { until: '2030-03-01' }, { property: 'until' }, '2030-03-01'],
    ['no field that is called so', { fields: { since: '2030' } }, { property: 'since' }, undefined],
    ['nothing', { fields: { other: '2030' } }, { property: 'when' }, undefined],
    ['from one to another', { fields: { began: '2030', ended: '2031' } }, between, '2030/2031'],
    ['with an open end', { fields: { began: '2030' } }, between, '2030/..'],
    ['with an open start', { fields: { ended: '2031' } }, between, '../2031'],
    ['neither', { fields: {} }, between, undefined],
    ['its date where no property is named', { fields: { date: '2030-03' } }, undefined, '2030-03'],
    ['no date that is none', { fields: { date: 'in spring' } }, undefined, undefined],
    ['nothing where it has no date', { fields: {} }, undefined, undefined],
    ['nothing where it has no fields', {}, undefined, undefined],
    ['not its date where since says', { since: '2030', fields: { date: '2030' } }, undefined, undefined],
    ['not its date where until says', { until: '2030', fields: { date: '2030' } }, undefined, undefined],
  ])('is %s', (_, place, time, date) => {
    expect(placeDate(place, time)).toBe(date)
  })

  it.each([
    ['a date', { fields: { when: '2030' } }, { property: 'when' }],
    ['nothing', { fields: {} }, { property: 'when' }],
    ['any text where no property is named', { fields: { date: 'in spring' } }, undefined],
    ['a span', { fields: { began: '2030', ended: '2031' } }, between],
    ['an open span', { fields: { ended: '2031' } }, between],
  ])('may be %s', (_, place, time) => {
    expect(whyNoDate(place, time)).toBeNull()
  })

  it.each([
    ['what is no date', { when: 'in spring' }, { property: 'when' }, 'when', '“in spring” must be an EDTF date'],
    ['a start that is none', { began: 'x', ended: '2031' }, between, 'began', '“x” must be'],
    ['an end that is none', { began: '2030', ended: 'x' }, between, 'ended', '“x” must be'],
    ['an end before its start', { began: '2031', ended: '2030' }, between, 'began', '“2031/2030” is no span of time'],
  ])('is told where it is %s', (_, fields, time, property, reason) => {
    const told = whyNoDate({ fields }, time)
    expect(told).toMatchObject({ property, reason: expect.stringContaining(reason) })
  })
})

describe('a field of a row', () => {
  it('is what it holds, and nothing that every object has', () => {
    expect(fieldOf({ count: 0 }, 'count')).toBe(0)
    expect(fieldOf({ count: 0 }, 'toString')).toBeUndefined()
    expect(fieldOf(undefined, 'count')).toBeUndefined()
  })

  it.each<[string, string, unknown]>([
    ['the longest name', 'a'.repeat(100), 1],
    ['the longest text', 'story', 'a'.repeat(1000)],
    ['as many signs as letters', 'story', '𝒳'.repeat(1000)],
    ['a number', 'count', 0],
    ['a yes or no', 'open', false],
  ])('can have %s', (_, name, value) => {
    expect(whyNoField(name, value)).toBeNull()
  })

  it.each<[string, string, unknown, string]>([
    ['no name', '', 1, 'has a name of 0 characters'],
    ['too long a name', 'a'.repeat(101), 1, 'has a name of 101 characters'],
    ['too long a text', 'story', 'a'.repeat(1001), 'has 1001 characters'],
    ['a list', 'tags', ['a'], 'is a list'],
    ['an object', 'tags', { a: 1 }, 'is an object'],
  ])('cannot have %s', (_, name, value, reason) => {
    expect(whyNoField(name, value)).toContain(reason)
  })
})
