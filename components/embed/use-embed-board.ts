import { useMemo } from 'react'
import type { Caseboard } from '@/lib/client/caseboard-context'
import { setHovered } from '@/lib/client/hover-store'
import { indexCase, knownFocus } from '@/lib/client/use-caseboard-state'
import { replaceView, useChoices } from '@/lib/client/view-store'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { visibleLayers } from '@/lib/derive/visible-layers'

const nothing = () => undefined

/**
 * The case and the view of an embedded map. Its history is that of the page around it, where Back must lead out: so
 * choices leave no entry. It listens to no key.
 */
export function useEmbedBoard(linked: LinkedCase, initialSearch: string): Caseboard {
  const asked = useChoices(initialSearch)
  const index = useMemo(() => indexCase(linked), [linked])
  return useMemo(
    () => ({
      ...index,
      view: { ...asked, focus: knownFocus(index, asked.focus) },
      visibleLayers: visibleLayers(linked, asked.layers),
      choose: (focus) => replaceView({ focus }),
      setTheme: (theme) => replaceView({ theme }),
      hover: setHovered,
      // There is nothing here that switches layers, leafs or filters; the address does.
      toggleLayer: nothing,
      openPage: nothing,
      setFilter: nothing,
    }),
    [linked, index, asked],
  )
}
