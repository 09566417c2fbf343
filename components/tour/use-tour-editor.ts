'use client'
import { type ComponentType, useEffect, useState } from 'react'
import { loadWithRetry } from '@/lib/client/load-with-retry'

/** The editor's code, fetched once somebody opens the tour; null until it is there. */
export function useTourEditor(): ComponentType | null {
  const [editor, setEditor] = useState<ComponentType | null>(null)
  useEffect(
    () =>
      loadWithRetry(
        () => import('./tour-editor'),
        ({ TourEditor }) => setEditor(() => TourEditor),
      ),
    [],
  )
  return editor
}
