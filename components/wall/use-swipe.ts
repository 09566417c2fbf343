import { useEffect, useEffectEvent } from 'react'

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
