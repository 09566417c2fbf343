'use client'
import { type ComponentType, useEffect, useState } from 'react'

const RETRY_MS = 5000

/**
 * The editor's code, fetched once somebody opens the tour; null until it is there. Where it cannot be fetched it is asked
 * for again: not `next/dynamic`, with which a fetch that fails would break the whole page.
 */
export function useTourEditor(): ComponentType | null {
  const [editor, setEditor] = useState<ComponentType | null>(null)
  useEffect(() => {
    let gone = false
    let retry: ReturnType<typeof setTimeout> | undefined
    const load = () =>
      import('./tour-editor').then(
        (module) => {
          if (!gone) setEditor(() => module.TourEditor)
        },
        () => {
          if (!gone) retry = setTimeout(load, RETRY_MS)
        },
      )
    void load()
    return () => {
      gone = true
      clearTimeout(retry)
    }
  }, [])
  return editor
}
