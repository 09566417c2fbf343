import { useMemo } from 'react'
import type { Caseboard } from '@/lib/client/caseboard-context'
import type { WallBoard } from '@/lib/client/wall-context'
import { noFilter } from '@/lib/derive/record-filter'
import { visibleLayers } from '@/lib/derive/visible-layers'

const nothingChosen = { page: null, filter: noFilter, voices: false, measure: null, laidOver: null } as const

/** The wall as the map and the words' hooks of the reader's page know a case: its scene is the view. */
export function useWallCaseboard({ index, scene, opened, view, command }: WallBoard): Caseboard {
  const focusId = opened?.id ?? scene?.focus ?? null
  return useMemo(() => {
    const visible = visibleLayers(index.linked, scene?.layers ?? null)
    const focus = focusId === null ? null : ({ kind: 'place', id: focusId } as const)
    return {
      ...index,
      view: { ...nothingChosen, focus, layers: visible, theme: view.theme },
      visibleLayers: visible,
      choose: (chosen) => command({ kind: 'select', place: chosen?.kind === 'place' ? chosen.id : null }),
      // The scene says which layers and the address which theme; there is nothing on a wall that changes them.
      toggleLayer: () => undefined,
      setTheme: () => undefined,
      openPage: () => undefined,
      setFilter: () => undefined,
      hover: () => undefined,
    }
  }, [index, scene, focusId, view.theme, command])
}
