'use client'
import { createContext, type ReactNode, useContext, useDeferredValue } from 'react'
import type { LayerChoice } from '@/lib/derive/visible-layers'
import type { Choices, Focus } from '@/lib/url/view'
import { CaseContext, useCase } from './case-context'
import { type ReadableStore, useDeferredStore, useStore } from './value-store'

/** What is chosen in a view of a case that has it; each part is the same object until it changes. */
export interface BoardView extends Choices, LayerChoice {}

export type ViewStore = ReadableStore<BoardView>

/** A store and no value: of the hundreds of rows that could show what is selected, only those that do are rendered. */
export const ViewContext = createContext<ViewStore | null>(null)

/** The store of the view, for what has to outlive a render. Throws outside of the case's page. */
export function useViewStore(): ViewStore {
  const store = useContext(ViewContext)
  if (store === null) throw new Error('useViewStore stands outside of the case page')
  return store
}

/** What `select` answers of the view: a part of it, or a plain value. Renders anew only when that changes. */
export function useView<T>(select: (view: BoardView) => T): T {
  return useStore(useViewStore(), select)
}

const itself = (view: BoardView) => view

/** All of the view, for what writes it down as a whole. */
export function useWholeView(): BoardView {
  return useView(itself)
}

/** The record that is selected; the same object until another one is. */
export function useFocus(): Focus | null {
  return useView(({ focus }) => focus)
}

/** Whether it is this record that is selected. */
export function useIsSelected({ kind, id }: Focus): boolean {
  return useView(({ focus }) => focus?.kind === kind && focus.id === id)
}

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
