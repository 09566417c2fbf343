import { useEffect, useEffectEvent, useState } from 'react'
import type { ReloadReason } from '@/lib/client/wall/reload-guard'
import { mayReloadPage, reloadPage } from '@/lib/client/wall/reload-page'
import { keepState } from '@/lib/client/wall/session-store'
import type { WallPlayer } from '@/lib/client/wall/wall-player'
import { isObject } from '@/lib/schema/is-object'
import type { WallState } from '@/lib/wall/wall-state'
import { useSceneChange } from './use-scene-change'

const HEALTH_CHECK_MS = 10_000

async function releaseOfServer(): Promise<string | null> {
  try {
    const response = await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(HEALTH_CHECK_MS) })
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
