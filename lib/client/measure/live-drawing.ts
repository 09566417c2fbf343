'use client'
import { useSyncExternalStore } from 'react'
import type { LngLat } from '@/lib/schema/geometry'
import type { LaidOver } from '@/lib/url/drawing-codec'

/** What a hand is dragging now; the address learns it at the end of the drag. */
interface LiveDrawing {
  measure: readonly LngLat[] | null
  laidOver: LaidOver | null
}

const still: LiveDrawing = { measure: null, laidOver: null }
let live = still
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Says what is being dragged; nothing of it once the drag has ended. */
export function setLiveDrawing(change: Partial<LiveDrawing>): void {
  live = { ...still, ...change }
  for (const listener of listeners) listener()
}

/** What is being dragged; each part null while it is not. */
export function useLiveDrawing(): LiveDrawing {
  return useSyncExternalStore(
    subscribe,
    () => live,
    () => still,
  )
}
