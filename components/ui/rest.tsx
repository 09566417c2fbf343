'use client'
import { type ReactNode, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { afterPaint } from '@/lib/client/after-paint'
import { useIsServers } from '@/lib/client/use-is-servers'

/**
 * What of a panel lies below its first screen: rendered once that has been painted, so that a click is answered sooner.
 * In the server's HTML it is from the start.
 */
export function Rest({ children }: { children: ReactNode }) {
  const [isDue, setDue] = useState(useIsServers())
  useEffect(() => (isDue ? undefined : afterPaint(() => flushSync(() => setDue(true)))), [isDue])
  return isDue && children
}
