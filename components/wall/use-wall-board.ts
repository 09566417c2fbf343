import { useMemo } from 'react'
import { type BoardActions, noActions } from '@/lib/client/board-actions'
import type { Board } from '@/lib/client/board-provider'
import { constantStore } from '@/lib/client/value-store'
import type { WallBoard } from '@/lib/client/wall-context'
import { noFilter } from '@/lib/derive/record-filter'
import { chooseLayers } from '@/lib/derive/visible-layers'

const nothingChosen = { page: null, filter: noFilter, voices: false, measure: null, laidOver: null } as const

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
