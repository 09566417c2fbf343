'use client'
import { type ReactNode, useDeferredValue } from 'react'
import { CaseContext, useCase } from '@/lib/client/case-context'
import { useDeferredStore } from '@/lib/client/copied-store'
import { useViewStore, ViewContext } from '@/lib/client/view-context'

/** Has the case and the view within follow once the rest of the page has been painted with them. */
export function DeferredView({ children }: { children: ReactNode }) {
  const index = useDeferredValue(useCase())
  const view = useDeferredStore(useViewStore())
  return (
    <CaseContext value={index}>
      <ViewContext value={view}>{children}</ViewContext>
    </CaseContext>
  )
}
