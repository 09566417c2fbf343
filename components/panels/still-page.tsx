'use client'
import { type ComponentType, memo } from 'react'
import { CaseboardContext, useCaseboard } from '@/lib/client/caseboard-context'
import { StillShown } from '@/lib/client/shown-context'
import { useHeld } from '@/lib/client/use-held'

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
  return (
    <CaseboardContext value={useHeld(board, (held) => open || held.linked !== board.linked)}>
      <StillShown open={open}>
        <MemoPage page={page} />
      </StillShown>
    </CaseboardContext>
  )
}

const MemoPage = memo(function MemoPage({ page: Page }: { page: ComponentType }) {
  return <Page />
})
