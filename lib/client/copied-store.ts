'use client'
import { useEffect, useLayoutEffect, useState } from 'react'
import { afterPaint } from './after-paint'
import type { ReadableStore } from './value-store'

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
export function useHeldStore<T>(source: ReadableStore<T>, open: boolean): ReadableStore<T> {
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
