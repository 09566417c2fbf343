'use client'
import { useEffect, useMemo, useState } from 'react'
import { useMedia } from '@/lib/client/use-media'
import { useWall } from '@/lib/client/wall-context'
import type { TimeWindow } from '@/lib/derive/record-filter'
import { shownTime, wholeDays } from '@/lib/wall/scene-time'

/** Often enough that a mark seems to glide over five days in half a minute. */
const TICK_MS = 200

/** Now on the clock of `performance.now()`, again and again while something moves; null before the page is alive. */
function useTicks(moving: boolean): number | null {
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    if (!moving) return
    const tick = () => setNow(performance.now())
    tick()
    const timer = setInterval(tick, TICK_MS)
    return () => clearInterval(timer)
  }, [moving])
  return now
}

/**
 * The window of time that the wall shows at the moment; null for all of time. Where less motion is asked for, one that
 * plays goes day by day. The same object until it changes.
 */
export function useWallTime(): TimeWindow | null {
  const { state, scene, tour } = useWall()
  const calm = useMedia('(prefers-reduced-motion: reduce)')
  const plays = scene?.time?.play === true && state.time === null && state.playedMs === null
  const now = useTicks(plays)
  const durationMs = tour.find(({ id }) => id === scene?.id)?.durationMs ?? 0
  const time = shownTime(state, scene, durationMs, now ?? state.since)
  const shown = time !== null && calm && plays ? wholeDays(time) : time
  const [start, end] = [shown?.start, shown?.end]
  return useMemo(() => (start === undefined || end === undefined ? null : { start, end }), [start, end])
}
