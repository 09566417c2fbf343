import { useEffect, useEffectEvent, useRef } from 'react'
import { hasChangedScene } from '@/lib/client/wall/scene-change'
import type { WallState } from '@/lib/wall/wall-state'

/** Calls `onChange` when one scene gives way to the next. */
export function useSceneChange({ scene, since, heldUntil }: WallState, onChange: () => void): void {
  const change = useEffectEvent(onChange)
  const last = useRef({ scene, since, heldUntil })
  useEffect(() => {
    const before = last.current
    last.current = { scene, since, heldUntil }
    if (hasChangedScene(before, last.current)) change()
  }, [scene, since, heldUntil])
}
