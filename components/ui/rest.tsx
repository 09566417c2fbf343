'use client'
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { afterPaint } from '@/lib/client/after-paint'

const neverChanges = () => () => undefined

/** Whether this is the render by which the server's HTML comes alive, or the server's own. */
function useIsServers(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => false,
    () => true,
  )
}

/**
 * What of a panel lies below its first screen: rendered once that has been painted, so that a click is answered sooner.
 * In the server's HTML it is from the start.
 */
export function Rest({ children }: { children: ReactNode }) {
  const [isDue, setDue] = useState(useIsServers())
  useEffect(() => (isDue ? undefined : afterPaint(() => flushSync(() => setDue(true)))), [isDue])
  return isDue && children
}
