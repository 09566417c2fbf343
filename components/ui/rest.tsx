'use client'
import { type ReactNode, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { afterPaint } from '@/lib/client/after-paint'
import { useIsServers } from '@/lib/client/use-is-servers'

/**
 * What of a panel lies below its first screen: rendered once that has been painted, so that a click is answered sooner.
 * In the server's HTML it is from the start. A layout effect: what its parents do after the paint finds it there.
 */
export function Rest({ children }: { children: ReactNode }) {
  const [isDue, setDue] = useState(useIsServers())
  useLayoutEffect(() => (isDue ? undefined : afterPaint(() => flushSync(() => setDue(true)))), [isDue])
  return isDue && children
}
