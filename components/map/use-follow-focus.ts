import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'
import { afterPaint } from '@/lib/client/after-paint'
import { useCase } from '@/lib/client/case-context'
import { onShowFocus } from '@/lib/client/map-commands'
import { useFocus } from '@/lib/client/view-context'
import { onHistory, replaceCamera } from '@/lib/client/view-store'
import type { Focus, View } from '@/lib/url/view'
import { chosenBounds, focusPlaces, joinBounds } from './focus-places'
import type { MapAdapter } from './map-adapter'

const keyOf = (focus: Focus | null) => (focus === null ? '' : `${focus.kind}/${focus.id}`)

/**
 * Moves the camera with what is chosen: a choice frames its places beside the panels, made again too; Back and Forward restore the
 * camera that the address has. Answers a function that announces a choice made on the map itself, for which the camera
 * moves no more than it must.
 */
export function useFollowFocus(adapter: RefObject<MapAdapter | null>): (chosenOnMap: Focus) => void {
  const board = useCase()
  const focus = useFocus()
  const focusKey = keyOf(focus)
  /** Keys of the focus that was chosen on the map, and of the one that history brought. */
  const onMap = useRef<string | null>(null)
  const restored = useRef<string | null>(null)
  /** What the camera has answered to; the first focus is the map's own beginning. */
  const answered = useRef(focusKey)

  const frame = useEffectEvent((to: Focus | null, gently: boolean) => {
    const map = adapter.current
    const bounds = joinBounds(focusPlaces(board, to))
    if (map === null) return
    // Where nothing moves no movement ends, and the address would not learn the camera of the new entry.
    if (bounds === null || !map.frame(bounds, gently)) replaceCamera(map.camera())
  })
  const restore = useEffectEvent((view: View) => {
    restored.current = keyOf(view.focus)
    if (view.map !== null) adapter.current?.goTo(view.map)
    else if (view.focus === null) adapter.current?.frame(chosenBounds(board, view), false)
    else frame(view.focus, false)
  })
  const choose = useEffectEvent(() => {
    if (answered.current === focusKey) return
    answered.current = focusKey
    const wasRestored = restored.current === focusKey
    const gently = onMap.current === focusKey
    restored.current = null
    onMap.current = null
    if (wasRestored) return
    return afterPaint(() => frame(focus, gently))
  })
  const chooseAgain = useEffectEvent(() => {
    const gently = onMap.current === focusKey
    onMap.current = null
    afterPaint(() => frame(focus, gently))
  })

  useEffect(() => onHistory(restore), [])
  useEffect(() => onShowFocus(chooseAgain), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another record comes into focus, and only then
  useEffect(choose, [focusKey])

  return (chosenOnMap) => {
    onMap.current = keyOf(chosenOnMap)
  }
}
