'use client'
import { type ComponentType, memo, useState } from 'react'
import { CaseboardContext, useCaseboard } from '@/lib/client/caseboard-context'
import { ShownContext, useShown } from '@/lib/client/shown-context'

interface StillPageProps {
  page: ComponentType
  open: boolean
}

/**
 * Holds a closed page still: all pages are in the HTML, and without this each click on the map, and each step through
 * time, would render the hundreds of hidden rows of pages that nobody sees. A closed page keeps the view that it last
 * had, but never old data: a new case reaches it at once.
 */
export function StillPage({ page, open }: StillPageProps) {
  const board = useCaseboard()
  const shown = useShown()
  const [held, setHeld] = useState({ board, shown })
  const changed = held.board !== board || held.shown !== shown
  const stale = changed && (open || held.board.linked !== board.linked || held.shown.records !== shown.records)
  if (stale) setHeld({ board, shown })
  const current = stale ? { board, shown } : held
  return (
    <CaseboardContext value={current.board}>
      <ShownContext value={current.shown}>
        <MemoPage page={page} />
      </ShownContext>
    </CaseboardContext>
  )
}

const MemoPage = memo(function MemoPage({ page: Page }: { page: ComponentType }) {
  return <Page />
})
