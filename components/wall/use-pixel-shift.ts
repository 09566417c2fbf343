'use client'
import { type RefObject, useEffect } from 'react'
import { pixelShift } from '@/lib/wall/pixel-shift'

const STEP_MS = 60_000

/**
 * Moves what always stands on the wall by a few px once a minute, so that no edge burns into the display: sets
 * `--shift-x` and `--shift-y` on the element. A jump, not an animation.
 */
export function usePixelShift(ref: RefObject<HTMLElement | null>, radiusPx: number): void {
  useEffect(() => {
    let step = 0
    const timer = setInterval(() => {
      step += 1
      const { x, y } = pixelShift(step, radiusPx)
      ref.current?.style.setProperty('--shift-x', `${x}px`)
      ref.current?.style.setProperty('--shift-y', `${y}px`)
    }, STEP_MS)
    return () => clearInterval(timer)
  }, [ref, radiusPx])
}
