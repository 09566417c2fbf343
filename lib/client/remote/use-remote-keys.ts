'use client'
import { useEffect, useEffectEvent } from 'react'
import { keyOf } from '@/lib/client/keyboard'
import { isForWall, keyAction, leaveNoFocus, toCommand } from '@/lib/client/wall/wall-keys'
import type { WallCommand, WallState } from '@/lib/wall/wall-state'
import type { RemoteBoard } from './remote-context'

/** What a clicker sends, whatever has the focus: a list of tabs would take them for its own. */
const clickerKeys = ['PageDown', 'PageUp']

/** What a key that steers a wall tells it from here; the display's own affairs, as full screen, are none of it. */
function keyCommand(key: string, scenes: RemoteBoard['scenes'], state: WallState): WallCommand | null {
  const action = keyAction(key, scenes)
  switch (action?.kind) {
    case 'command':
    case 'toggle-hold':
    case 'toggle-blank':
      return toCommand(action, state)
    case 'close':
      return state.place === null ? null : { kind: 'select', place: null }
    default:
      return null
  }
}

/** The keyboard and the clicker of a presenter's computer steer as they do on the wall. */
export function useRemoteKeys({ scenes, state, command }: RemoteBoard): void {
  const steer = useEffectEvent((event: KeyboardEvent) => {
    if (!isForWall(event)) return
    const told = keyCommand(keyOf(event), scenes, state)
    if (told === null) return
    event.preventDefault()
    // A key that is held down would race through the tour.
    if (!event.repeat) command(told)
  })
  useEffect(() => {
    const onClicker = (event: KeyboardEvent) => {
      if (clickerKeys.includes(event.key)) steer(event)
    }
    const onKey = (event: KeyboardEvent) => {
      if (!clickerKeys.includes(event.key)) steer(event)
    }
    window.addEventListener('keydown', onClicker, { capture: true })
    window.addEventListener('keydown', onKey)
    window.addEventListener('click', leaveNoFocus)
    return () => {
      window.removeEventListener('keydown', onClicker, { capture: true })
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('click', leaveNoFocus)
    }
  }, [])
}
