import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { takeKeptState } from '@/lib/client/wall/session-store'
import { WallLink } from '@/lib/client/wall/wall-link'
import { WallPlayer } from '@/lib/client/wall/wall-player'
import type { WallView } from '@/lib/url/wall-view'
import type { WallCommand } from '@/lib/wall/wall-command'
import type { WallSnapshot } from '@/lib/wall/wall-snapshot'
import { startTour, type TourStop, type WallState } from '@/lib/wall/wall-state'

interface WallSession {
  player: WallPlayer
  state: WallState
  /** Null while the server is away. */
  snapshot: WallSnapshot | null
  command(command: WallCommand): void
  offerPairing(on: boolean): void
  drop(id: string): void
}

/** The address has said where to begin; left there, it would take every reload back to it. */
function forgetScene(): void {
  const address = new URL(window.location.href)
  address.searchParams.delete('scene')
  window.history.replaceState(null, '', address)
}

/** What this display plays, and its connection to the wall: each goes on without the other. */
export function useWallSession(caseId: string, tour: readonly TourStop[], view: WallView): WallSession {
  const [player] = useState(() => new WallPlayer(tour, startTour(tour, performance.now(), view.scene)))
  const [rendered] = useState(() => startTour(tour, 0, view.scene))
  const [snapshot, setSnapshot] = useState<WallSnapshot | null>(null)
  const link = useRef<WallLink | null>(null)
  const state = useSyncExternalStore(player.subscribe, player.current, () => rendered)

  useEffect(() => player.follow(tour), [player, tour])

  const command = useCallback(
    (wanted: WallCommand) => {
      player.apply(wanted)
      link.current?.send(wanted)
    },
    [player],
  )

  const linkEvents = useEffectEvent(() => {
    /** Where the address wants the wall, until the wall has been told. */
    let asked = view.scene
    return {
      state: () => player.wire(),
      onSnapshot: (heard: WallSnapshot, stateHolds: boolean) => {
        setSnapshot(heard)
        if (stateHolds && asked === null) player.hear(heard.state)
      },
      onJoined: (joined: boolean) => {
        if (!joined) setSnapshot(null)
        if (!joined || asked === null) return
        command({ kind: 'go', scene: asked })
        asked = null
        forgetScene()
      },
    }
  })

  useEffect(() => {
    const kept = takeKeptState(caseId)
    if (kept !== null) player.hear(kept)
    const opened = new WallLink(caseId, view.role, linkEvents())
    link.current = opened
    return () => {
      opened.stop()
      link.current = null
    }
  }, [caseId, player, view.role])

  return useMemo(
    () => ({
      player,
      state,
      snapshot,
      command,
      offerPairing: (on) => link.current?.offerPairing(on),
      drop: (id) => link.current?.drop(id),
    }),
    [player, state, snapshot, command],
  )
}
