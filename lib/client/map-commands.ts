'use client'
import type { Bounds } from '@/lib/geo/camera-to-bounds'
import { createValueStore } from './value-store'

const hovered = createValueStore<string | null>(null)

/** Says which place the pointer, or the keyboard's focus in a list, is at. */
export const setHovered = hovered.set

/**
 * The place that is hovered. Kept apart from the rest of the view, since it changes with every move of the pointer and
 * only the map shows it.
 */
export const useHovered = hovered.use

const listeners = new Set<(bounds: Bounds, near: boolean) => void>()

/**
 * Asks the map to bring `bounds` into sight: no nearer than it is, or so `near` that they fill it; nothing happens
 * without a map.
 */
export function showBounds(bounds: Bounds, near = false): void {
  for (const listener of listeners) listener(bounds, near)
}

const focusListeners = new Set<() => void>()

/** Asks the map to frame what is in focus once more: it was chosen again, and the address does not change by that. */
export function showFocus(): void {
  for (const listener of focusListeners) listener()
}

/** Calls `listener` when what is in focus is chosen again; answers how to stop that. */
export function onShowFocus(listener: () => void): () => void {
  focusListeners.add(listener)
  return () => focusListeners.delete(listener)
}

/** Calls `listener` when the map is asked for; answers how to stop that. */
export function onShowBounds(listener: (bounds: Bounds, near: boolean) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
