import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { onHistory } from '@/lib/client/view-store'
import type { View } from '@/lib/url/view'
import { focusPlaces, joinBounds } from './focus-places'
import type { MapAdapter } from './map-adapter'

/**
 * Moves the camera with what is chosen: a choice frames its places beside the panels; Back and Forward restore the
 * camera that the address has. Answers a function that says the next choice was made on the map itself, so that the
 * camera moves no more than it must.
 */
export function useFollowFocus(adapter: RefObject<MapAdapter | null>): () => void {
  const board = useCaseboard()
  const { focus } = board.view
  const gentle = useRef(false)
  const restored = useRef(false)

  const frame = useEffectEvent((view: View, gently: boolean) => {
    const bounds = joinBounds(focusPlaces(board, view.focus))
    if (bounds !== null) adapter.current?.frame(bounds, gently)
  })
  const restore = useEffectEvent((view: View) => {
    restored.current = true
    if (view.map !== null) adapter.current?.goTo(view.map)
    else if (view.focus === null) adapter.current?.frame(board.linked.bounds, false)
    else frame(view, false)
  })
  const choose = useEffectEvent(() => {
    if (!restored.current) frame(board.view, gentle.current)
    restored.current = false
    gentle.current = false
  })

  useEffect(() => onHistory(restore), [])

  const focusKey = focus === null ? '' : `${focus.kind}/${focus.id}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another record comes into focus, and only then
  useEffect(choose, [focusKey])

  return () => {
    gentle.current = true
  }
}
