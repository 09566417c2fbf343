import type { TourScene } from '@/lib/wall/tour-scenes'
import type { WallCommand, WallState } from '@/lib/wall/wall-state'
import { isTaken, isTyping } from '../keyboard'

/**
 * For a page's clicks: a finger or a mouse leaves no focus on the button that it pressed, since Space would press it
 * again instead of holding the tour, and what shows while it has the focus would stay.
 */
export function leaveNoFocus(event: MouseEvent): void {
  // A screen reader's press has no kind of pointer, and keeps its focus.
  if (!(event instanceof PointerEvent) || event.pointerType === '' || !(event.target instanceof Element)) return
  const pressed = event.target.closest('button')
  if (pressed !== null && pressed === document.activeElement) pressed.blur()
}

/** Whether a key steers the wall: what it would do where the focus is, type there or press a button, comes first. */
export function isForWall(event: KeyboardEvent): boolean {
  if (isTaken(event) || isTyping(event.target)) return false
  const presses = event.key === 'Enter' || event.key === ' '
  return !(presses && event.target instanceof Element && event.target.closest('button, a, summary') !== null)
}

/** What steers the wall, from whichever page. */
type SteeringAction = { kind: 'command'; command: WallCommand } | { kind: 'toggle-hold' | 'toggle-blank' }

/** What a key of the keyboard or a clicker does on a wall. */
export type KeyAction = SteeringAction | { kind: 'full-screen' | 'connect' | 'presenter' | 'close' }

/** Clickers send the page keys, some also the arrows, `b` or `.` for blank, and Escape or F5, which stays the browser's. */
const fixed: Readonly<Record<string, KeyAction>> = {
  ArrowRight: { kind: 'command', command: { kind: 'step', by: 1 } },
  ArrowDown: { kind: 'command', command: { kind: 'step', by: 1 } },
  PageDown: { kind: 'command', command: { kind: 'step', by: 1 } },
  Enter: { kind: 'command', command: { kind: 'step', by: 1 } },
  ArrowLeft: { kind: 'command', command: { kind: 'step', by: -1 } },
  ArrowUp: { kind: 'command', command: { kind: 'step', by: -1 } },
  PageUp: { kind: 'command', command: { kind: 'step', by: -1 } },
  Backspace: { kind: 'command', command: { kind: 'step', by: -1 } },
  ' ': { kind: 'toggle-hold' },
  b: { kind: 'toggle-blank' },
  '.': { kind: 'toggle-blank' },
  f: { kind: 'full-screen' },
  c: { kind: 'connect' },
  v: { kind: 'presenter' },
  Escape: { kind: 'close' },
}

/** What of a tour a key can name. */
type Named = Pick<TourScene, 'id' | 'part'>

/**
 * The scene that a key names: 1 to 9 and then 0 are the first ten of the case's own, as they are numbered everywhere;
 * Home and End are the title and the closing scene.
 */
function sceneOf(key: string, scenes: readonly Named[]): string | undefined {
  if (key === 'Home') return scenes.at(0)?.id
  if (key === 'End') return scenes.at(-1)?.id
  if (!/^[0-9]$/.test(key)) return undefined
  return scenes.filter(({ part }) => part === 'scene')[(Number(key) + 9) % 10]?.id
}

/** What `key`, as `keyOf` names it, does; null where it means nothing here. */
export function keyAction(key: string, scenes: readonly Named[]): KeyAction | null {
  const scene = sceneOf(key, scenes)
  if (scene !== undefined) return { kind: 'command', command: { kind: 'go', scene } }
  return Object.hasOwn(fixed, key) ? (fixed[key] ?? null) : null
}

/** What a wall in `state` is told by an action that steers it. */
export function toCommand(action: SteeringAction, state: Pick<WallState, 'heldUntil' | 'blank'>): WallCommand {
  switch (action.kind) {
    case 'command':
      return action.command
    case 'toggle-hold':
      return { kind: state.heldUntil === null ? 'hold' : 'play' }
    case 'toggle-blank':
      return { kind: 'blank', on: !state.blank }
  }
}
