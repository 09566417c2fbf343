'use client'
import { useSyncExternalStore } from 'react'

let hovered: string | null = null
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Says which place the pointer, or the keyboard's focus in a list, is at. */
export function setHovered(placeId: string | null): void {
  if (placeId === hovered) return
  hovered = placeId
  for (const listener of listeners) listener()
}

/**
 * The place that is hovered. Kept apart from the rest of the view, since it changes with every move of the pointer and
 * only the map shows it.
 */
export function useHovered(): string | null {
  return useSyncExternalStore(
    subscribe,
    () => hovered,
    () => null,
  )
}
