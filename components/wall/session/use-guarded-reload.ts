import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { keepState, mayReloadPage, type ReloadReason, reloadPage } from '@/lib/client/wall/reload-page'
import type { WallPlayer } from '@/lib/client/wall/wall-player'
import { isObject } from '@/lib/schema/plain-values'
import { addressBelow } from '@/lib/url/base-path'
import type { WallState } from '@/lib/wall/wall-state'

type Turn = Pick<WallState, 'scene' | 'since' | 'heldUntil'>

/**
 * Whether one scene has given way to the next between two looks at a wall, or to itself where a case has only one. Not
 * where the same one is taken up again by someone who had held it.
 */
export function hasChangedScene(before: Turn, now: Turn): boolean {
  if (before.scene !== now.scene) return true
  return before.since !== now.since && before.heldUntil === null
}

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

const HEALTH_CHECK_MS = 10_000

async function releaseOfServer(): Promise<string | null> {
  try {
    const response = await fetch(addressBelow('/healthz'), {
      cache: 'no-store',
      signal: AbortSignal.timeout(HEALTH_CHECK_MS),
    })
    const health: unknown = await response.json()
    return isObject(health) && typeof health.version === 'string' ? health.version : null
  } catch {
    return null
  }
}

/**
 * The release that the server runs; null while it has not said. It comes with the wall's state; where a display of an
 * older release cannot join any more, the server's health tells it.
 */
export function useServerRelease(heard: string | null): string | null {
  const [release, setRelease] = useState<string | null>(null)
  const away = heard === null
  useEffect(() => {
    if (!away) return
    const timer = setInterval(async () => {
      const told = await releaseOfServer()
      if (told !== null) setRelease(told)
    }, HEALTH_CHECK_MS)
    return () => clearInterval(timer)
  }, [away])
  return heard ?? release
}

/**
 * Reloads the page for `reason` when one scene gives way to the next, never under someone who looks at something. Says
 * whether it will, as far as is known now: what is due too often is not done.
 */
export function useGuardedReload(
  caseId: string,
  reason: ReloadReason | null,
  player: WallPlayer,
  state: WallState,
): boolean {
  const [allowed, setAllowed] = useState(false)
  const key = reason === null ? null : JSON.stringify(reason)
  const look = useEffectEvent(() => setAllowed(reason !== null && mayReloadPage(reason)))
  // biome-ignore lint/correctness/useExhaustiveDependencies: each scene is another chance
  useEffect(() => look(), [key, state.scene])
  useSceneChange(state, () => {
    const isFree = () => player.current().heldUntil === null
    if (reason !== null && isFree()) void reloadPage(reason, () => keepState(caseId, player.wire()), isFree)
  })
  return reason !== null && allowed
}
