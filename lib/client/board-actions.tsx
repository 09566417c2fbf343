'use client'
import { createContext, type ReactNode, useContext } from 'react'
import type { RecordFilter } from '@/lib/derive/record-filter'
import type { LayerId } from '@/lib/schema/layer'
import type { Focus } from '@/lib/url/view'
import { CaseContext, type CaseIndex } from './case-context'
import { ViewContext, type ViewStore } from './view-context'

/** What changes the view; the same functions until the case is another one. */
export interface BoardActions {
  /** Puts a record in focus and into the address; null clears. */
  choose(focus: Focus | null): void
  toggleLayer(id: LayerId): void
  /** Switches a category of a layer on tiles, by its number there. */
  toggleCategory(layer: LayerId, category: number): void
  /** Switches several layers on or off together: one choice, which Back undoes. */
  switchLayers(ids: readonly LayerId[], on: boolean): void
  setTheme(theme: 'light' | 'dark'): void
  /** Brings a thread of the story forward, by its id, or leaves it where it is already; null leaves whichever it is. */
  showThread(id: string | null): void
  /** Opens a part of the case by its id. */
  openPage(page: string): void
  /** Asks for other records; what is not named in `change` stays asked for. */
  setFilter(change: Partial<RecordFilter>): void
}

const nothing = () => undefined

/** Where nothing can be chosen, as on paper; a wall and an embedded map have some of the actions. */
export const noActions: BoardActions = {
  choose: nothing,
  toggleLayer: nothing,
  toggleCategory: nothing,
  switchLayers: nothing,
  setTheme: nothing,
  showThread: nothing,
  openPage: nothing,
  setFilter: nothing,
}

const ActionsContext = createContext<BoardActions>(noActions)

/** What changes the view. A component that only acts is not rendered anew by what others choose. */
export function useActions(): BoardActions {
  return useContext(ActionsContext)
}

/** What every panel and the map share. */
export interface Board {
  index: CaseIndex
  view: ViewStore
  /** Without it, nothing can be chosen. */
  actions?: BoardActions
}

/** Has the hooks within answer this case, this view and these actions. */
export function BoardProvider({ board, children }: { board: Board; children: ReactNode }) {
  return (
    <CaseContext value={board.index}>
      <ViewContext value={board.view}>
        <ActionsContext value={board.actions ?? noActions}>{children}</ActionsContext>
      </ViewContext>
    </CaseContext>
  )
}
