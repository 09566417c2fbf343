'use client'
import { type ComponentType, memo, useState } from 'react'
import { CaseboardContext, useCaseboard } from '@/lib/client/caseboard-context'

interface StillPageProps {
  page: ComponentType
  open: boolean
}

/**
 * Holds a closed page still: all pages are in the HTML, and without this each click on the map would render the
 * hundreds of hidden rows of six pages that nobody sees. A closed page keeps the view that it last had, but never old
 * data: a new case reaches it at once.
 */
export function StillPage({ page, open }: StillPageProps) {
  const current = useCaseboard()
  const [held, setHeld] = useState(current)
  const stale = held !== current && (open || held.linked !== current.linked)
  if (stale) setHeld(current)
  return (
    <CaseboardContext value={stale ? current : held}>
      <MemoPage page={page} />
    </CaseboardContext>
  )
}

const MemoPage = memo(function MemoPage({ page: Page }: { page: ComponentType }) {
  return <Page />
})
