'use client'
import { useSyncExternalStore } from 'react'

/** A value that lives beside what React renders from above: whoever reads it renders anew, and nothing in between does. */
export interface ReadableStore<T> {
  get(): T
  /** What the page was rendered with on the server. */
  getServer(): T
  /** Calls `listener` when there may be another value; answers how to stop that. */
  subscribe(listener: () => void): () => void
}

/** One that anyone changes. */
export interface ValueStore<T> extends ReadableStore<T> {
  set(value: T): void
  /** The value in a component. */
  use(): T
}

/** What `select` answers of a store's value, in a component that renders anew only when the answer is another one. */
export function useStore<T, S>(store: ReadableStore<T>, select: (value: T) => S): S {
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.get()),
    () => select(store.getServer()),
  )
}

/** A store that begins with `initial`, which is what the server renders with. */
export function createValueStore<T>(initial: T): ValueStore<T> {
  let current = initial
  const listeners = new Set<() => void>()
  const get = () => current
  const getServer = () => initial
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return {
    get,
    getServer,
    subscribe,
    set: (value) => {
      if (Object.is(value, current)) return
      current = value
      for (const listener of listeners) listener()
    },
    use: () => useSyncExternalStore(subscribe, get, getServer),
  }
}

/** A store that never changes. */
export function constantStore<T>(value: T): ReadableStore<T> {
  return { get: () => value, getServer: () => value, subscribe: () => () => undefined }
}
