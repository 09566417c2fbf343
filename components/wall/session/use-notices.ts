import { useEffect, useState } from 'react'
import type { ReloadReason } from '@/lib/client/wall/reload-page'
import type { WallNotice } from '@/lib/client/wall-context'
import type { LinkedCase } from '@/lib/derive/linked-case'
import type { SetAside } from '@/lib/schema/records'
import type { WallMapState } from './use-map-renewal'
import { useWakeLock } from './use-wake-lock'

/** What is wrong with a case, as a wall's corner tells it. */
interface CaseFlaws {
  /** Files, relative to the case's folder, that cannot be read and are shown as they were last read. */
  kept: string[]
  /** Files that cannot be read and of which nothing is shown. */
  lost: string[]
  /** How many records are set aside besides. */
  records: number
}

/** Sorts what was set aside of a case; each file is named once. */
export function summarizeIssues(setAside: readonly SetAside[]): CaseFlaws {
  const isLost = ({ kept, pointer, rule }: SetAside) => kept === undefined && pointer === '' && rule === 'unreadable'
  const filesOf = (entries: readonly SetAside[]) => [...new Set(entries.map(({ file }) => file))]
  return {
    kept: filesOf(setAside.filter(({ kept }) => kept === true)),
    lost: filesOf(setAside.filter(isLost)),
    records: setAside.filter((entry) => entry.kept === undefined && !isLost(entry)).length,
  }
}

/** Joining takes a moment, and so does joining again: no news before that, ms. */
const AWAY_AFTER_MS = 4_000

/** Whether something has held for that long. */
function useForLong(holds: boolean, durationMs: number): boolean {
  const [long, setLong] = useState(false)
  useEffect(() => {
    if (!holds) return
    const timer = setTimeout(() => setLong(true), durationMs)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [holds, durationMs])
  return holds && long
}

interface Known {
  away: boolean
  /** True while refreshes fail. */
  failing: boolean
  mapState: WallMapState
  linked: LinkedCase
  /** What the page is loaded anew for when this scene ends. */
  reload: ReloadReason | null
}

/** What the wall says about itself in its corner. */
export function useNotices({ away, failing, mapState, linked, reload }: Known): readonly WallNotice[] {
  const longAway = useForLong(away, AWAY_AFTER_MS)
  const sleep = useWakeLock()
  const flaws = summarizeIssues(linked.setAside)
  const said: Record<WallNotice, boolean> = {
    'server-away': longAway || failing,
    'map-lost': mapState === 'lost',
    'map-still': mapState === 'unsupported',
    'file-kept': flaws.kept.length > 0,
    'file-lost': flaws.lost.length > 0,
    'records-aside': flaws.records > 0,
    'may-sleep': sleep === 'insecure',
    'not-kept-awake': sleep === 'refused',
    'release-waits': reload?.kind === 'release',
  }
  const order: readonly WallNotice[] = [
    'server-away',
    'map-lost',
    'map-still',
    'file-kept',
    'file-lost',
    'records-aside',
    'may-sleep',
    'not-kept-awake',
    'release-waits',
  ]
  return order.filter((notice) => said[notice])
}
