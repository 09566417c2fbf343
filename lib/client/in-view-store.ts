'use client'
import { useSyncExternalStore } from 'react'

let seen: ReadonlySet<string> | null = null
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Says which places the part of the map that no panel covers has. */
export function setPlacesInView(ids: ReadonlySet<string>): void {
  seen = ids
  for (const listener of listeners) listener()
}

/** Ids of the places in the part of the map that is seen; null before there is a map. */
export function usePlacesInView(): ReadonlySet<string> | null {
  return useSyncExternalStore(
    subscribe,
    () => seen,
    () => null,
  )
}
