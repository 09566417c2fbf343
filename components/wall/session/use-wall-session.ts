'use client'
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { type Board, type BoardActions, noActions } from '@/lib/client/board-actions'
import { constantStore } from '@/lib/client/value-store'
import { takeKeptState } from '@/lib/client/wall/reload-page'
import { WallLink } from '@/lib/client/wall/wall-link'
import { WallPlayer } from '@/lib/client/wall/wall-player'
import type { WallBoard } from '@/lib/client/wall-context'
import { noFilter } from '@/lib/derive/record-filter'
import { chooseLayers } from '@/lib/derive/visible-layers'
import type { WallView } from '@/lib/url/wall-view'
import type { WallSnapshot } from '@/lib/wall/wall-snapshot'
import { startTour, type TourStop, type WallCommand, type WallState } from '@/lib/wall/wall-state'

/** A tick that comes a little late still shows the right second; one that comes early would show the last one twice. */
const LATE_MS = 15

/** Whole seconds until a moment on the clock of `performance.now()`, counted down; null without one and at first. */
export function useSecondsLeft(until: number | null): number | null {
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    if (until === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const tick = () => {
      const at = performance.now()
      setNow(at)
      if (at < until) timer = setTimeout(tick, ((until - at) % 1000) + LATE_MS)
    }
    tick()
    return () => clearTimeout(timer)
  }, [until])
  return until === null || now === null ? null : Math.max(0, Math.ceil((until - now) / 1000))
}

const nothingChosen = {
  page: null,
  scene: null,
  thread: null,
  filter: noFilter,
  off: [],
  voices: null,
  measure: null,
  laidOver: null,
} as const

/** The wall as the map and the words' hooks of the reader's page know a case: its scene is the view. */
export function useWallBoard({ index, scene, opened, view: { theme }, command }: WallBoard): Board {
  const focusId = opened?.id ?? scene?.focus ?? null
  const view = useMemo(() => {
    const layers = chooseLayers(index.linked, scene?.layers ?? null)
    const focus = focusId === null ? null : ({ kind: 'place', id: focusId } as const)
    return constantStore({ ...nothingChosen, focus, layers: layers.visibleLayers, theme, ...layers })
  }, [index, scene, focusId, theme])
  // The scene says which layers and the address which theme; there is nothing on a wall that changes them.
  const actions = useMemo(
    (): BoardActions => ({
      ...noActions,
      choose: (chosen) => command({ kind: 'select', place: chosen?.kind === 'place' ? chosen.id : null }),
    }),
    [command],
  )
  return { index, view, actions }
}

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
