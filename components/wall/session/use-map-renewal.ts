import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { MapState } from '@/components/map/map-contract'
import { HOUR_MS } from '@/lib/derive/calendar'
import type { WallState } from '@/lib/wall/wall-state'
import { useSceneChange } from './use-guarded-reload'

/** From so many losses within an hour on, the page itself is due for renewal. */
const WORN_LOSSES = 5
/** A map that cannot be made costs a moment each time; a driver that has died comes back seldom. */
const TRY_AGAIN_MS = 300_000

/** The last hour's losses of the graphics context, with one more now; ms on one clock. */
export function countContextLoss(losses: readonly number[], now: number): number[] {
  return [...losses.filter((at) => now - at < HOUR_MS), now]
}

/** Whether a page with these losses within an hour is worn. */
export function isLossBudgetSpent(losses: readonly number[]): boolean {
  return losses.length >= WORN_LOSSES
}

/** Whether a map that could not be made is worth another attempt; `triedAt` and `now` in ms on one clock. */
export function mayTryAgain(triedAt: number, now: number): boolean {
  return now - triedAt >= TRY_AGAIN_MS
}

/** A context that has not come back by itself after this long does not; ms. */
const GIVE_UP_MS = 15_000

export type WallMapState = MapState | 'unsupported'

interface MapRenewal {
  /** The maps that are there, each by its number: the one that is seen, and one that is being made to take its place. */
  maps: readonly number[]
  state: WallMapState
  report(map: number, state: WallMapState): void
}

/**
 * Renews the map after its graphics context was lost. The context comes back by itself, but each loss leaves some 0.4 MB
 * behind that only taking the map down frees: so between scenes a new one is made under the old and takes its place when
 * it is ready. `onWorn` is called when that has happened too often. Where no map could be made one is tried again now
 * and then: a wall that came up before its driver must not stand still for days.
 */
export function useMapRenewal(wall: WallState, onWorn: () => void): MapRenewal {
  const [maps, setMaps] = useState<readonly number[]>([0])
  const [states, setStates] = useState<Readonly<Record<number, WallMapState>>>({})
  const losses = useRef<number[]>([])
  const due = useRef(false)
  const triedAt = useRef(0)
  const shown = maps[0] ?? 0
  const state = states[shown] ?? 'loading'

  const renew = useEffectEvent(() => {
    const now = performance.now()
    if (!due.current && !(state === 'unsupported' && mayTryAgain(triedAt.current, now))) return
    due.current = false
    triedAt.current = now
    setMaps(([old = 0]) => [old, old + 1])
  })
  const noteLoss = useEffectEvent(() => {
    losses.current = countContextLoss(losses.current, performance.now())
    due.current = true
    if (isLossBudgetSpent(losses.current)) onWorn()
  })

  useSceneChange(wall, () => renew())
  useEffect(() => {
    if (state !== 'lost') return
    noteLoss()
    const timer = setTimeout(() => renew(), GIVE_UP_MS)
    return () => clearTimeout(timer)
  }, [state])

  return {
    maps,
    state,
    report: (map, reported) => {
      setStates((known) => ({ ...known, [map]: reported }))
      const settled = reported === 'ready' || reported === 'unsupported'
      if (settled) setMaps((there) => (there.at(-1) === map ? [map] : there))
    },
  }
}
