'use client'
import type { ReactNode } from 'react'
import { ActionsContext, type BoardActions, noActions } from './board-actions'
import { CaseContext, type CaseIndex } from './case-context'
import { ViewContext, type ViewStore } from './view-context'

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
