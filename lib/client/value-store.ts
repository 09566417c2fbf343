'use client'
import { useSyncExternalStore } from 'react'

/** A value that lives beside what React renders from above: anyone changes it, and whoever uses it is rendered anew. */
export interface ValueStore<T> {
  set(value: T): void
  /** The value in a component; what the store began with while the page is rendered on the server. */
  use(): T
}

/** A store that begins with `initial`, which is what the server renders with. */
export function createValueStore<T>(initial: T): ValueStore<T> {
  let current = initial
  const listeners = new Set<() => void>()
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return {
    set: (value) => {
      if (Object.is(value, current)) return
      current = value
      for (const listener of listeners) listener()
    },
    use: () =>
      useSyncExternalStore(
        subscribe,
        () => current,
        () => initial,
      ),
  }
}
