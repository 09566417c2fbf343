import { describe, expect, it } from 'vitest'
import { isObject, normaliseWording, timeProperties, toId } from '@/lib/schema/plain-values'

describe('the words of a text alone', () => {
  it.each([
    ['Cease FIRE, now!', 'cease fire now'],
    ['the people’s ‘will’', "the people's 'will'"],
    ['  two\n\n lines ', 'two lines'],
    ['Чисто — 5 км²', 'чисто 5 км²'],
    ['“quoted”', 'quoted'],
    ['— … !', ''],
  ])('of %j are %j', (text, words) => {
    expect(normaliseWording(text)).toBe(words)
  })
})

describe('a name as an id', () => {
  it.each([
    ['My Case', 'my-case'],
    ['  “The ferry”, 2030! ', 'the-ferry-2030'],
    ['a — b', 'a-b'],
    ['Café Ångström', 'cafe-angstrom'],
    ['Кордон', ''],
    ['x'.repeat(70), 'x'.repeat(64)],
  ])('of “%s” is “%s”', (name, id) => {
    expect(toId(name)).toBe(id)
  })
})

it('an object has members: a list, a text and null have none', () => {
  expect([{}, { a: 1 }].map(isObject)).toEqual([true, true])
  expect([[], [1], null, undefined, 'a', 5, () => undefined].map(isObject)).toEqual(Array(7).fill(false))
})

it('a row is dated by its date unless the layer names what else says when', () => {
  expect(timeProperties(undefined)).toEqual(['date'])
  expect(timeProperties({ property: 'when' })).toEqual(['when'])
  expect(timeProperties({ start: 'from', end: 'to' })).toEqual(['from', 'to'])
})
