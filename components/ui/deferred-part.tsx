'use client'
import { type ComponentType, createElement, use, useEffect, useState } from 'react'
import { createLoadable } from '@/lib/client/load-with-retry'
import { useIsServers } from '@/lib/client/use-is-servers'

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
