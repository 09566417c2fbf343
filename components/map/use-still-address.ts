import { useMemo } from 'react'
import { useCase } from '@/lib/client/case-context'
import { useWholeView } from '@/lib/client/view-context'
import type { MarkRef } from '@/lib/derive/marks-in-time'
import type { TimeWindow } from '@/lib/derive/record-filter'
import type { Frame } from '@/lib/geo/camera-to-bounds'
import type { ThemeName } from '@/lib/map/theme'
import { type StillWish, stillMapAddress } from '@/lib/url/still-map-address'
import { focusPlaces } from './focus-places'

interface Shown {
  /** The window of time that is shown; null for all of time. */
  time: TimeWindow | null
  /** What that and the filter take off the map. */
  hidden: readonly MarkRef[]
}

/** The address of the case's still map as it is shown now, by its size and theme and what else is asked of it. */
export function useStillAddress({ time, hidden }: Shown) {
  const board = useCase()
  const view = useWholeView()
  const without = hidden.map(({ id }) => id).join()
  // While time plays, the picture is asked for again only when another place comes or goes: the rest of it stays as it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `without` stands for what a moved window changes of it
  return useMemo(() => {
    const selected = focusPlaces(board, view.focus).map(({ id }) => id)
    return (theme: ThemeName, size: Frame, wish: StillWish) =>
      stillMapAddress(board.linked, { ...view, theme, time, map: null, version: null }, size, selected, wish)
  }, [board, view, without])
}
