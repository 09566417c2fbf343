'use client'
import { type ComponentType, createElement, useEffect, useState } from 'react'
import { loadLasting } from '@/lib/client/load-lasting'
import { useIsServers } from '@/lib/client/use-is-servers'

export interface DeferredPart<P> {
  Part: ComponentType<P>
  /** Has its code come, so that showing it does not wait. */
  fetch(): Promise<unknown>
}

/**
 * A part of the page whose code comes when it is shown, or before. `Streamed` is that part made with `next/dynamic`,
 * which the server renders together with its style sheets. No Suspense: the server would write what stands within one
 * behind the page, where nobody sees it without a script, and a browser would take two commits to show it.
 */
export function deferPart<P extends object>(
  Streamed: ComponentType<P>,
  load: () => Promise<ComponentType<P>>,
): DeferredPart<P> {
  let loaded: ComponentType<P> | null = null
  let coming: Promise<ComponentType<P>> | undefined
  const fetchCode = () => {
    coming ??= loadLasting(load).then((component) => {
      loaded = component
      return component
    })
    return coming
  }
  function Part(props: P) {
    const isServers = useIsServers()
    const [Shown, setShown] = useState<ComponentType<P> | null>(() => loaded ?? (isServers ? Streamed : null))
    useEffect(() => {
      if (Shown === null) void fetchCode().then((component) => setShown(() => component))
    }, [Shown])
    return Shown && createElement(Shown, props)
  }
  return { Part, fetch: fetchCode }
}
