import { expect, test } from 'vitest'
import { keyAction } from '@/lib/client/wall/wall-keys'

const own = Array.from({ length: 12 }, (_, at) => ({ id: `scene-${at + 1}`, part: 'scene' as const }))
const scenes = [{ id: 'title', part: 'title' as const }, ...own, { id: 'closing', part: 'closing' as const }]
const command = (command: object) => ({ kind: 'command', command })

test.each(['ArrowRight', 'ArrowDown', 'PageDown', 'Enter'])('%s goes on', (key) => {
  expect(keyAction(key, scenes)).toEqual(command({ kind: 'step', by: 1 }))
})

test.each(['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'])('%s goes back', (key) => {
  expect(keyAction(key, scenes)).toEqual(command({ kind: 'step', by: -1 }))
})

test.each([
  ['1', 'scene-1'],
  ['9', 'scene-9'],
  ['0', 'scene-10'],
  ['Home', 'title'],
  ['End', 'closing'],
])('%s goes to %s', (key, scene) => {
  expect(keyAction(key, scenes)).toEqual(command({ kind: 'go', scene }))
})

test('a number without a scene does nothing', () => {
  expect(keyAction('5', scenes.slice(0, 4))).toBeNull()
  expect(keyAction('Home', [])).toBeNull()
})

test.each([
  [' ', 'toggle-hold'],
  ['b', 'toggle-blank'],
  ['.', 'toggle-blank'],
  ['f', 'full-screen'],
  ['c', 'connect'],
  ['v', 'presenter'],
  ['Escape', 'close'],
])('%s means %s', (key, kind) => {
  expect(keyAction(key, scenes)).toEqual({ kind })
})

test.each(['q', 'F5', 'Tab', 'constructor', 'toString', '__proto__'])('%s means nothing', (key) => {
  expect(keyAction(key, scenes)).toBeNull()
})
