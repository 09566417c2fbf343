import { useEffect, useEffectEvent } from 'react'
import { leaveNoFocus } from '@/lib/client/leave-no-focus'
import { type KeyAction, keyAction, toldBy } from '@/lib/client/wall/wall-keys'
import type { WallBoard } from '@/lib/client/wall-context'
import { openPresenterView } from './open-presenter-view'
import { toggleFullScreen } from './toggle-full-screen'

/** What the key would do in the element that has the focus comes first: typing there, or pressing a button. */
function isTaken(event: KeyboardEvent): boolean {
  const { target } = event
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.matches('input, textarea, select')) return true
  return (event.key === 'Enter' || event.key === ' ') && target.matches('button, a, summary, [role=button]')
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
      command(toldBy(action, state))
  }
}

/** The keyboard and the clicker, wherever the focus is. */
export function useWallKeys(board: WallBoard): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return
    const action = keyAction(event.key, board.index.linked.scenes)
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
