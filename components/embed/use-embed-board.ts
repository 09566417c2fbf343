import { useMemo } from 'react'
import { type BoardActions, noActions } from '@/lib/client/board-actions'
import type { Board } from '@/lib/client/board-provider'
import { addressedView, indexCase } from '@/lib/client/reader-board'
import { replaceView } from '@/lib/client/view-store'
import type { LinkedCase } from '@/lib/derive/linked-case'

/**
 * The case and the view of an embedded map. Its history is that of the page around it, where Back must lead out: so
 * choices leave no entry. It listens to no key, and nothing in it switches layers, leafs or filters; the address does.
 */
export function useEmbedBoard(linked: LinkedCase, initialSearch: string): Board {
  return useMemo(() => {
    const index = indexCase(linked)
    return { index, view: addressedView(index, initialSearch), actions: embedActions }
  }, [linked, initialSearch])
}

const embedActions: BoardActions = {
  ...noActions,
  choose: (focus) => replaceView({ focus }),
  setTheme: (theme) => replaceView({ theme }),
}
