'use client'
import { createContext, useContext } from 'react'
import type { CaseRecord } from '@/lib/derive/case-records'
import type { Sieve } from '@/lib/derive/filter-records'
import type { ShownRecords } from '@/lib/derive/shown-records'

/** What of the case passes the filter and the window of time, and everything that decides it. */
export interface Shown extends ShownRecords {
  records: readonly CaseRecord[]
  sieve: Sieve
}

/** Apart from the case and the view, since it changes with every step through time. */
export const ShownContext = createContext<Shown | null>(null)

/** What is shown now. Throws outside of the case's page. */
export function useShown(): Shown {
  const shown = useContext(ShownContext)
  if (shown === null) throw new Error('useShown stands outside of the case page')
  return shown
}
