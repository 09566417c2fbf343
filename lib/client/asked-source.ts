'use client'
import { useSyncExternalStore } from 'react'

/** A source that was asked for; a new object each time, so that the same one can be asked for twice. */
export interface AskedSource {
  id: string
}

let asked: AskedSource | null = null
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Says which source was found, to be brought into sight in the list of sources. No part of the view, as a source is no focus. */
export function askForSource(id: string): void {
  asked = { id }
  for (const listener of listeners) listener()
}

/** The source that was asked for last; null before any was. */
export function useAskedSource(): AskedSource | null {
  return useSyncExternalStore(
    subscribe,
    () => asked,
    () => null,
  )
}
