'use client'
import { type ComponentType, createElement, useState } from 'react'

export interface DeferredPart<P> {
  Part: ComponentType<P>
  /** Has its code come, so that showing it does not wait. */
  fetch(): void
}

/**
 * A part of the page whose code comes with it or before it is shown. `Streamed` is that part made with `next/dynamic`,
 * which the server can render with its style sheets; where `load` has brought the code before, it is shown at once and
 * not after the two commits, up to 300 ms apart, that React takes for what it has to wait for.
 */
export function deferPart<P extends object>(
  Streamed: ComponentType<P>,
  load: () => Promise<ComponentType<P>>,
): DeferredPart<P> {
  let loaded: ComponentType<P> | null = null
  return {
    Part(props: P) {
      const [Shown] = useState<ComponentType<P>>(() => loaded ?? Streamed)
      return createElement(Shown, props)
    },
    fetch() {
      load().then(
        (component) => {
          loaded = component
        },
        // It is asked for again when it is shown.
        () => undefined,
      )
    },
  }
}
