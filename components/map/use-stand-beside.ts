import { type RefObject, useEffect, useEffectEvent } from 'react'
import { freePadding } from './free-padding'

/** Kept free between the pointer and what stands beside it, and between that and the edges, px. */
const GAP = 12
const EDGE = 8

/**
 * Lets `element` stand beside the point of a click, px within the map, and inside of the part of the map that no panel
 * covers; the first Escape closes it, and the panel that it stands beside takes the next. Stands anew when `size`, of what
 * it holds, changes.
 */
export function useStandBeside(
  element: RefObject<HTMLElement | null>,
  point: { x: number; y: number },
  onClose: () => void,
  size: unknown = null,
): void {
  const stand = useEffectEvent(() => {
    const card = element.current
    const frame = card?.offsetParent
    if (card === null || !(frame instanceof HTMLElement)) return
    const free = freePadding(frame, EDGE)
    const right = frame.clientWidth - free.right - card.offsetWidth
    const bottom = frame.clientHeight - free.bottom - card.offsetHeight
    card.style.left = `${Math.max(free.left, Math.min(point.x + GAP, right))}px`
    card.style.top = `${Math.max(free.top, Math.min(point.y + GAP, bottom))}px`
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: stands anew at every click, and when what it holds is there
  useEffect(stand, [point, size])
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      onClose()
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [onClose])
}
