import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { MapState } from '@/components/map/map-contract'

/** A context that has not come back by itself after this long does not; ms. */
const GIVE_UP_MS = 15_000
const HOUR_MS = 3_600_000
/** From so many losses within an hour on, the page itself is due for renewal. */
const WORN_LOSSES = 5

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
 * it is ready. `onWorn` is called when that has happened too often.
 */
export function useMapRenewal(scene: string, onWorn: () => void): MapRenewal {
  const [maps, setMaps] = useState<readonly number[]>([0])
  const [states, setStates] = useState<Readonly<Record<number, WallMapState>>>({})
  const losses = useRef<number[]>([])
  const due = useRef(false)
  const shown = maps[0] ?? 0
  const state = states[shown] ?? 'loading'

  const renew = useEffectEvent(() => {
    if (!due.current) return
    due.current = false
    setMaps(([old = 0]) => [old, old + 1])
  })
  const countLoss = useEffectEvent(() => {
    const now = performance.now()
    losses.current = [...losses.current.filter((at) => now - at < HOUR_MS), now]
    due.current = true
    if (losses.current.length >= WORN_LOSSES) onWorn()
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: between scenes is when it runs
  useEffect(() => renew(), [scene])
  useEffect(() => {
    if (state !== 'lost') return
    countLoss()
    const timer = setTimeout(() => renew(), GIVE_UP_MS)
    return () => clearTimeout(timer)
  }, [state])

  return {
    maps,
    state,
    report: (map, reported) => {
      setStates((known) => ({ ...known, [map]: reported }))
      const settled = reported === 'ready' || reported === 'unsupported'
      // A driver that has died may come back.
      if (reported === 'unsupported' && losses.current.length > 0) due.current = true
      if (settled) setMaps((there) => (there.at(-1) === map ? [map] : there))
    },
  }
}
