'use client'
import { type ComponentType, memo } from 'react'
import { useHeldStore } from '@/lib/client/copied-store'
import { HeldRecords } from '@/lib/client/shown-context'
import { useViewStore, ViewContext } from '@/lib/client/view-context'

interface FrozenTabProps {
  page: ComponentType
  open: boolean
}

/**
 * Holds a closed page still: all pages are in the HTML, and without this each click on the map, and each step through
 * time, would render hidden rows of pages that nobody sees. A closed page keeps the view that it last had, but never old
 * data: a new case reaches it at once.
 */
export function FrozenTab({ page, open }: FrozenTabProps) {
  return (
    <ViewContext value={useHeldStore(useViewStore(), open)}>
      <HeldRecords open={open}>
        <MemoPage page={page} />
      </HeldRecords>
    </ViewContext>
  )
}

const MemoPage = memo(function MemoPage({ page: Page }: { page: ComponentType }) {
  return <Page />
})
