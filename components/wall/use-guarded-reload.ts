import { useEffect, useEffectEvent, useState } from 'react'
import type { ReloadReason } from '@/lib/client/wall/reload-guard'
import { reloadPage } from '@/lib/client/wall/reload-page'
import { keepState } from '@/lib/client/wall/session-store'
import type { WallPlayer } from '@/lib/client/wall/wall-player'
import { isObject } from '@/lib/schema/is-object'
import type { WallState } from '@/lib/wall/wall-state'

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

/** Reloads the page for `reason` when one scene gives way to the next, never under someone who looks at something. */
export function useGuardedReload(
  caseId: string,
  reason: ReloadReason | null,
  player: WallPlayer,
  { scene, heldUntil }: WallState,
): void {
  const reload = useEffectEvent(() => {
    if (reason !== null && heldUntil === null) void reloadPage(reason, () => keepState(caseId, player.wire()))
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: between scenes is when it runs
  useEffect(() => reload(), [scene])
}
