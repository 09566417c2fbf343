'use client'
import { createContext, useContext } from 'react'
import type { LinkedPlace } from '@/lib/derive/linked-case'
import type { WallView } from '@/lib/url/wall-view'
import type { TourScene } from '@/lib/wall/tour-scenes'
import type { WallSnapshot } from '@/lib/wall/wall-snapshot'
import type { TourStop, WallCommand, WallState } from '@/lib/wall/wall-state'
import type { CaseIndex } from './case-context'

/** Something that the wall says about itself in its corner; what it does not know it does not say. */
export type WallNotice =
  /** The server does not answer: what is on screen is the last data. */
  | 'server-away'
  /** The map's graphics context is gone and comes back by itself. */
  | 'map-lost'
  /** A still map stands in: no WebGL. */
  | 'map-still'
  /** A file of the case cannot be read; what it last held is shown. */
  | 'file-kept'
  /** A file of the case cannot be read, and nothing of it is shown. */
  | 'file-lost'
  /** Records of the case are set aside. */
  | 'records-aside'
  /** Plain http from another machine: the browser gives no wake lock, the display may sleep. */
  | 'may-sleep'
  /** The browser gives no wake lock, or has taken it away; it is asked again. */
  | 'not-kept-awake'
  /** A new release waits for the end of the scene. */
  | 'release-waits'

/** What every part of a wall's page shares. */
export interface WallBoard {
  /** The case with its records by id. */
  index: CaseIndex
  view: WallView
  /** Where whoever is in the room opens the case. */
  address: string
  tour: readonly TourStop[]
  /** On the clock of `performance.now()`. */
  state: WallState
  /** The tour's scenes, its title first and what it rests on last. */
  scenes: readonly TourScene[]
  /** Null only for a case without scenes. */
  scene: TourScene | null
  /** The place whose evidence is open. */
  opened: LinkedPlace | null
  /** Who else is on this wall; null while the server has not said. */
  snapshot: WallSnapshot | null
  notices: readonly WallNotice[]
  /** Does it here at once, and tells the other screens. */
  command(command: WallCommand): void
  /** Shows a code to pair with, or takes it away. */
  offerPairing(on: boolean): void
  /** Whether it shows who is on this wall, without a code. */
  roster: boolean
  showRoster(on: boolean): void
  /** Ends the pairing of a remote or takes another screen off the wall. */
  drop(id: string): void
}

export const WallContext = createContext<WallBoard | null>(null)

/** The wall. Throws outside of a wall's page. */
export function useWall(): WallBoard {
  const wall = useContext(WallContext)
  if (wall === null) throw new Error('useWall stands outside of the wall page')
  return wall
}
