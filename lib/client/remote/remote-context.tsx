'use client'
import { createContext, useContext } from 'react'
import type { LinkedCase, LinkedPlace, LinkedScene } from '@/lib/derive/linked-case'
import type { Camera } from '@/lib/url/view'
import type { WallCommand } from '@/lib/wall/wall-command'
import type { WallSnapshot } from '@/lib/wall/wall-snapshot'
import type { TourStop, WallState } from '@/lib/wall/wall-state'

/** What every part of the remote shares. */
export interface RemoteBoard {
  linked: LinkedCase
  tour: readonly TourStop[]
  /** On the clock of `performance.now()`. */
  state: WallState
  snapshot: WallSnapshot
  /** False while the server is out of reach: the state is the last that was heard. */
  connected: boolean
  /** Null only for a case without scenes. */
  scene: LinkedScene | null
  /** The one that follows; null where there is no other. */
  nextScene: LinkedScene | null
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
