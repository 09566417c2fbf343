'use client'
import { useTranslations } from 'next-intl'
import { createContext, useCallback, useContext, useEffect, useEffectEvent, useMemo, useState } from 'react'
import useSWR from 'swr'
import { fetchCase, isSameVersion } from '@/lib/client/fetch-case'
import { followChanges } from '@/lib/client/follow-changes'
import type { LinkedCase, LinkedPlace } from '@/lib/derive/linked-case'
import type { Scene } from '@/lib/schema/scene'
import { addressBelow } from '@/lib/url/base-path'
import type { Camera } from '@/lib/url/view'
import { planTour } from '@/lib/wall/plan-tour'
import { findScene, type TourScene, tourScenes } from '@/lib/wall/tour-scenes'
import type { WallSnapshot } from '@/lib/wall/wall-snapshot'
import { advance, nextChangeAt, type TourStop, type WallCommand, type WallState } from '@/lib/wall/wall-state'
import type { RemoteLink, RemoteStatus } from './remote-link'

/** What every part of the remote shares. */
export interface RemoteBoard {
  linked: LinkedCase
  tour: readonly TourStop[]
  /** On the clock of `performance.now()`. */
  state: WallState
  snapshot: WallSnapshot
  /** False while the server is out of reach: the state is the last that was heard. */
  connected: boolean
  /** The tour's scenes, its title first and what it rests on last. */
  scenes: readonly TourScene[]
  /** Null only for a case without scenes. */
  scene: TourScene | null
  /** The one that follows; null where there is no other. */
  nextScene: TourScene | null
  /** Where the wall looks: the scene's camera, or the one that someone moved it to. */
  camera: Camera | null
  /** The place whose evidence is open on the wall. */
  opened: LinkedPlace | null
  command(command: WallCommand): void
  /** Ends this device's pairing; false when the server did not answer. */
  disconnect(): Promise<boolean>
}

export const RemoteContext = createContext<RemoteBoard | null>(null)

/** The remote. Throws outside of a paired remote's page. */
export function useRemote(): RemoteBoard {
  const remote = useContext(RemoteContext)
  if (remote === null) throw new Error('useRemote stands outside of the remote page')
  return remote
}

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
  const t = useTranslations('remote.now')
  const tour = useMemo(() => planTour(linked), [linked])
  const scenes = useMemo(() => tourScenes(linked, t('closing')), [linked, t])
  const state = useRolledState(heard, tour)
  const command = useCallback((told: WallCommand) => link.command(told, tour), [link, tour])
  return useMemo(() => {
    const scene = findScene(scenes, state.scene)
    const next = scenes[(scenes.findIndex(({ id }) => id === state.scene) + 1) % scenes.length] ?? null
    return {
      linked,
      scenes,
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
  }, [linked, scenes, tour, state, snapshot, connected, command, link])
}

const REFRESH_INTERVAL_MS = 15_000
const RETRY_MS = 3_000

/** The wall's case, asked for again when it has another version, and now and then; null until it is here. A refresh that fails keeps what was. */
export function useRemoteCase(caseId: string): LinkedCase | null {
  const { data, mutate } = useSWR<LinkedCase, Error>(addressBelow(`/api/cases/${caseId}`), fetchCase, {
    refreshInterval: REFRESH_INTERVAL_MS,
    compare: isSameVersion,
    // SWR's own back-off grows to minutes.
    onErrorRetry: (_error, _key, _config, revalidate, { retryCount }) => {
      setTimeout(() => void revalidate({ retryCount }), RETRY_MS)
    },
  })
  const hear = useEffectEvent((version: string) => {
    if (version !== data?.version) void mutate()
  })
  useEffect(() => followChanges(caseId, (version) => hear(version)), [caseId])
  return data ?? null
}
