import { useEffect, useEffectEvent, useState } from 'react'
import { keyOf } from '@/lib/client/keyboard'
import { isForWall, type KeyAction, keyAction, leaveNoFocus, toCommand } from '@/lib/client/wall/wall-keys'
import type { WallBoard } from '@/lib/client/wall-context'
import { addressBelow } from '@/lib/url/base-path'

const IDLE_AFTER_MS = 3_000
const signs = ['pointermove', 'pointerdown', 'focusin'] as const

/** Whether nobody has moved a pointer or touched the display for three seconds; true until someone does. */
export function useIdle(): boolean {
  const [idle, setIdle] = useState(true)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const notice = () => {
      clearTimeout(timer)
      setIdle(false)
      timer = setTimeout(() => setIdle(true), IDLE_AFTER_MS)
    }
    for (const sign of signs) window.addEventListener(sign, notice, { passive: true })
    return () => {
      clearTimeout(timer)
      for (const sign of signs) window.removeEventListener(sign, notice)
    }
  }, [])
  return idle
}

/** A finger that moves less is a tap, or not sure. */
const SWIPE_PX = 60

/** Calls `onSwipe` with 1 for a finger that goes left, −1 for right; on the map a finger moves the map. */
export function useSwipe(onSwipe: (by: 1 | -1) => void): void {
  const swipe = useEffectEvent(onSwipe)
  useEffect(() => {
    let from: { id: number; x: number; y: number } | null = null
    const down = (event: PointerEvent) => {
      const onMap = event.target instanceof Element && event.target.closest('[role=application]') !== null
      const counts = event.pointerType !== 'mouse' && event.isPrimary && !onMap
      from = counts ? { id: event.pointerId, x: event.clientX, y: event.clientY } : null
    }
    const up = (event: PointerEvent) => {
      if (from === null || from.id !== event.pointerId) return
      const [across, along] = [event.clientX - from.x, event.clientY - from.y]
      from = null
      if (Math.abs(across) >= SWIPE_PX && Math.abs(across) > 2 * Math.abs(along)) swipe(across < 0 ? 1 : -1)
    }
    window.addEventListener('pointerdown', down)
    window.addEventListener('pointerup', up)
    return () => {
      window.removeEventListener('pointerdown', down)
      window.removeEventListener('pointerup', up)
    }
  }, [])
}

/** Full screen, or back. Where the browser refuses nothing happens: there is nothing to say that F11 does not do. */
export function toggleFullScreen(): void {
  const change =
    document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen()
  change.catch(() => undefined)
}

/** How long a key press allows a window to be opened, less a margin; ms. */
const PAIRING_TIMEOUT_MS = 3_000

/**
 * Opens the presenter's view in a window of its own, to be moved to the second monitor: the display's own pairing vouches
 * for it. Without the server there is nothing that it could show.
 */
export async function openPresenterView(caseId: string): Promise<void> {
  try {
    const response = await fetch(addressBelow('/control/pairings'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ case: caseId, as: 'remote', name: 'Presenter' }),
      signal: AbortSignal.timeout(PAIRING_TIMEOUT_MS),
    })
    if (response.ok) window.open(addressBelow('/remote'), 'caseboard-presenter', 'popup,width=1280,height=800')
  } catch {
    // The corner says that the server is away.
  }
}

/** What is open closes, the innermost first. */
function closeTop({ snapshot, state, roster, offerPairing, showRoster, command }: WallBoard): void {
  if (snapshot !== null && snapshot.offer !== null) offerPairing(false)
  else if (roster) showRoster(false)
  else if (state.place !== null) command({ kind: 'select', place: null })
  else if (state.spot !== null) command({ kind: 'point', at: null })
  else if (state.camera !== null) command({ kind: 'look', camera: null })
}

function act(action: KeyAction, board: WallBoard): void {
  const { state, snapshot, command, offerPairing } = board
  switch (action.kind) {
    case 'full-screen':
      toggleFullScreen()
      break
    case 'connect':
      offerPairing(snapshot?.offer?.kind !== 'open')
      break
    case 'presenter':
      void openPresenterView(board.index.linked.id)
      break
    case 'close':
      closeTop(board)
      break
    default:
      command(toCommand(action, state))
  }
}

/** The keyboard and the clicker, wherever the focus is. */
export function useWallKeys(board: WallBoard): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!isForWall(event)) return
    const action = keyAction(keyOf(event), board.scenes)
    if (action === null) return
    event.preventDefault()
    // A key that is kept down would run through the tour.
    if (!event.repeat) act(action, board)
  })
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown)
    window.addEventListener('click', leaveNoFocus)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      window.removeEventListener('click', leaveNoFocus)
    }
  }, [])
}
