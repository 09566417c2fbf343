'use client'
import type { LngLat } from '@/lib/schema/geometry'
import type { LaidOver } from '@/lib/url/drawing-codec'
import { createValueStore } from '../value-store'

/** What a hand is dragging now; the address learns it at the end of the drag. */
interface LiveDrawing {
  measure: readonly LngLat[] | null
  laidOver: LaidOver | null
}

const still: LiveDrawing = { measure: null, laidOver: null }
const live = createValueStore(still)

/** Says what is being dragged; nothing of it once the drag has ended. */
export function setLiveDrawing(change: Partial<LiveDrawing>): void {
  live.set({ ...still, ...change })
}

/** What is being dragged; each part null while it is not. */
export const useLiveDrawing = live.use
