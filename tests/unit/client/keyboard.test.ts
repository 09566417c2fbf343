import { describe, expect, it } from 'vitest'
import { keyOf } from '@/lib/client/keyboard'
import { keyAction } from '@/lib/client/wall/wall-keys'

const press = (key: string, code: string, shiftKey = false) => ({ key, code, shiftKey })

describe('a key', () => {
  it.each([
    ['of a Latin keyboard', press('k', 'KeyK'), 'k'],
    ['with Shift', press('K', 'KeyK', true), 'k'],
    ['that Dvorak has elsewhere', press('k', 'KeyV'), 'k'],
    ['of Ukrainian', press('л', 'KeyK'), 'k'],
    ['of Russian', press('т', 'KeyN'), 'n'],
    ['of Greek', press('π', 'KeyP'), 'p'],
    ['of Arabic', press('ن', 'KeyK'), 'k'],
    ['of Hebrew, where a sign stands', press('ת', 'Comma'), ','],
    ['that is dead', press('Dead', 'KeyN'), 'n'],
    ['of an input method', press('Process', 'KeyF'), 'f'],
    ['of Russian, where a full stop is', press('ю', 'Period'), '.'],
    ['that Russian writes a full stop with', press('.', 'Slash'), '.'],
    ['of Ukrainian, where a bracket is', press('ї', 'BracketRight'), ']'],
    ['of the digits', press('3', 'Digit3'), '3'],
    ['of the digits of a French keyboard', press('é', 'Digit2'), '2'],
    ['of the digits of a French keyboard, a sign', press('-', 'Digit6'), '6'],
    ['of the number pad', press('4', 'Numpad4'), '4'],
    ['that German writes a slash with', press('/', 'Digit7', true), '/'],
    ['that has a name', press('ArrowLeft', 'ArrowLeft'), 'ArrowLeft'],
    ['to step with', press(' ', 'Space'), ' '],
  ])('%s', (_, event, key) => {
    expect(keyOf(event)).toBe(key)
  })

  it('stays the sign that steers there', () => {
    expect(keyOf(press('-', 'Digit6'), '-')).toBe('-')
  })

  it('steers a wall from any keyboard', () => {
    expect(keyAction(keyOf(press('и', 'KeyB')), [])).toEqual({ kind: 'toggle-blank' })
    expect(keyAction(keyOf(press('B', 'KeyB', true)), [])).toEqual({ kind: 'toggle-blank' })
  })
})
