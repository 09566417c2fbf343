'use client'
import { createContext, type ReactNode, useContext } from 'react'

const InitialSearchContext = createContext<string | null>(null)

/** Tells what is within with which query the server rendered the page. */
export function InitialSearch({ search, children }: { search: string; children: ReactNode }) {
  return <InitialSearchContext value={search}>{children}</InitialSearchContext>
}

/** The query that the server rendered the page with; null on a page that does not say it. */
export function useInitialSearch(): string | null {
  return useContext(InitialSearchContext)
}
