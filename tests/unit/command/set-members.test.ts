import { parseTree } from 'jsonc-parser'
import { describe, expect, it } from 'vitest'
import { setMembers } from '@/lib/command/set-members'

function set(text: string, members: [string, string | number][], after?: string): string {
  const root = parseTree(text)
  if (root === undefined) throw new Error('no JSON')
  return setMembers(text, root, members, after)
}

describe('setMembers', () => {
  it.each([
    ['one line', '{ "a": 1, "b": 2 }', '{ "a": 1, "x": "é", "y": 3, "b": 2 }'],
    ['no spaces', '{"a":1,"b":2}', '{"a":1,"x":"é","y":3,"b":2}'],
    ['lines', '{\n\t"a": 1,\n\t"b": 2\n}', '{\n\t"a": 1,\n\t"x": "é",\n\t"y": 3,\n\t"b": 2\n}'],
    [
      'lines of another system',
      '{\r\n  "a" : 1,\r\n  "b" : 2\r\n}',
      '{\r\n  "a" : 1,\r\n  "x" : "é",\r\n  "y" : 3,\r\n  "b" : 2\r\n}',
    ],
    ['one member', '{"a": 1}', '{"a": 1, "x": "é", "y": 3}'],
    ['one member on its line', '{\n  "a": 1\n}', '{\n  "a": 1,\n  "x": "é",\n  "y": 3\n}'],
  ])('adds members as the object has them: %s', (_, text, expected) => {
    expect(
      set(
        text,
        [
          ['x', 'é'],
          ['y', 3],
        ],
        'a',
      ),
    ).toBe(expected)
  })

  it('replaces what is there in its place, and adds the rest after it', () => {
    expect(
      set(
        '{ "a": 1, "y": 2, "b": 3 }',
        [
          ['x', 0],
          ['y', 9],
          ['z', 8],
        ],
        'a',
      ),
    ).toBe('{ "a": 1, "x": 0, "y": 9, "z": 8, "b": 3 }')
  })

  it('adds at the end where the member to follow is not there', () => {
    expect(set('{"a": 1, "b": 2}', [['x', 0]], 'c')).toBe('{"a": 1, "b": 2, "x": 0}')
    expect(set('{"a": 1, "b": 2}', [['x', 0]])).toBe('{"a": 1, "b": 2, "x": 0}')
  })
})
