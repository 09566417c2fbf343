'use client'
import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { afterPaint } from './after-paint'

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

interface Copy<T> extends ReadableStore<T> {
  /** Takes the value that `source` has now. */
  take(source: ReadableStore<T>): void
}

/** A store that has its first value from `source` and then what it is told to take. */
function createCopy<T>(source: ReadableStore<T>): Copy<T> {
  let taken: { value: T } | null = null
  const listeners = new Set<() => void>()
  return {
    get: () => (taken === null ? source.get() : taken.value),
    getServer: source.getServer,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    take: (from) => {
      const value = from.get()
      if (taken !== null && Object.is(value, taken.value)) return
      taken = { value }
      for (const listener of listeners) listener()
    },
  }
}

/**
 * A store that follows `source` while it is `open`, and otherwise keeps what it last had. A source that is another one,
 * as with new data, is followed at once.
 */
export function useRetainedStore<T>(source: ReadableStore<T>, open: boolean): ReadableStore<T> {
  const [copy] = useState(() => createCopy(source))
  useLayoutEffect(() => {
    copy.take(source)
    return open ? source.subscribe(() => copy.take(source)) : undefined
  }, [copy, source, open])
  return copy
}

/** A store that follows `source` once the frame that shows the change elsewhere is on screen. */
export function useDeferredStore<T>(source: ReadableStore<T>): ReadableStore<T> {
  const [copy] = useState(() => createCopy(source))
  useEffect(() => {
    const take = () => copy.take(source)
    let callOff = afterPaint(take)
    const unsubscribe = source.subscribe(() => {
      callOff()
      callOff = afterPaint(take)
    })
    return () => {
      unsubscribe()
      callOff()
    }
  }, [copy, source])
  return copy
}
