'use client'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { LinkedCase } from '@/lib/derive/linked-case'
import type { Scene } from '@/lib/schema/scene'
import type { Camera } from '@/lib/url/view'
import { planTour } from '@/lib/wall/plan-tour'
import type { WallCommand } from '@/lib/wall/wall-command'
import { advance, nextChangeAt, type TourStop, type WallState } from '@/lib/wall/wall-state'
import type { RemoteBoard } from './remote-context'
import type { RemoteLink, RemoteStatus } from './remote-link'

/** A timer may fire a moment early, and nothing would have changed yet. */
const LATE_MS = 5

/** The state as it goes on by itself, as it does on the wall. */
function useRolledState(state: WallState, tour: readonly TourStop[]): WallState {
  const [now, setNow] = useState(() => performance.now())
  const rolled = useMemo(() => advance(state, tour, now), [state, tour, now])
  useEffect(() => {
    if (tour.length === 0) return
    const waitMs = Math.max(0, nextChangeAt(rolled, tour) - performance.now()) + LATE_MS
    const timer = setTimeout(() => setNow(performance.now()), waitMs)
    return () => clearTimeout(timer)
  }, [rolled, tour])
  return rolled
}

function cameraOf(scene: Scene): Camera {
  const [lng, lat] = scene.camera.center
  return { lng, lat, zoom: scene.camera.zoom }
}

/** What the parts of a paired remote share. */
export function useRemoteBoard(
  link: RemoteLink,
  { snapshot, state: heard, connected }: Extract<RemoteStatus, { kind: 'paired' }>,
  linked: LinkedCase,
): RemoteBoard {
  const tour = useMemo(() => planTour(linked), [linked])
  const state = useRolledState(heard, tour)
  const command = useCallback((told: WallCommand) => link.command(told, tour), [link, tour])
  return useMemo(() => {
    const at = linked.scenes.findIndex(({ id }) => id === state.scene)
    const scene = linked.scenes[at] ?? linked.scenes[0] ?? null
    const next = linked.scenes[(at + 1) % linked.scenes.length] ?? null
    return {
      linked,
      tour,
      state,
      snapshot,
      connected,
      scene,
      nextScene: next === scene ? null : next,
      camera: state.camera ?? (scene === null ? null : cameraOf(scene)),
      opened: linked.places.find(({ id }) => id === state.place) ?? null,
      command,
      disconnect: link.disconnect,
    }
  }, [linked, tour, state, snapshot, connected, command, link])
}
