'use client'
import {
  type ComponentType,
  createElement,
  type ReactNode,
  use,
  useEffect,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
} from 'react'
import { flushSync } from 'react-dom'
import { afterPaint } from '@/lib/client/after-paint'
import { createLoadable } from '@/lib/client/load-with-retry'

const neverChanges = () => () => undefined

/** Whether this is the server's own render, or the one by which its HTML comes alive. */
function useIsServers(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => false,
    () => true,
  )
}

export interface DeferredPart<P> {
  Part: ComponentType<P>
  /** Has its code come, so that showing it does not wait. */
  fetch(): Promise<unknown>
}

/**
 * A part of the page whose code comes when it is shown, or before. Where the server has rendered it the page comes alive
 * once the code is there; its style sheets come with the page, see case-screen/sheets.ts. No Suspense and no `next/dynamic`:
 * the server would write what stands within behind the page, where nobody sees it without a script, and a browser would
 * show it in two commits, up to 300 ms apart; a fetch that fails would break the page.
 */
export function deferPart<P extends object>(load: () => Promise<ComponentType<P>>): DeferredPart<P> {
  const code = createLoadable(load)
  function Part(props: P) {
    const [isServers] = useState(useIsServers())
    const [, setLoaded] = useState(code.now() !== null)
    useEffect(() => {
      if (code.now() === null) void code.fetch().then(() => setLoaded(true))
    }, [])
    const Shown = code.now() ?? (isServers ? use(code.fetch()) : null)
    return Shown && createElement(Shown, props)
  }
  return { Part, fetch: code.fetch }
}

/**
 * What of a panel lies below its first screen: rendered once that has been painted, so that a click is answered sooner.
 * In the server's HTML it is from the start. A layout effect: what its parents do after the paint finds it there.
 */
export function Rest({ children }: { children: ReactNode }) {
  const [isDue, setDue] = useState(useIsServers())
  useLayoutEffect(() => (isDue ? undefined : afterPaint(() => flushSync(() => setDue(true)))), [isDue])
  return isDue && children
}
