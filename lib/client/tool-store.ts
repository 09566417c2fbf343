'use client'
import type { LngLat } from '@/lib/schema/geometry'
import { createValueStore } from './value-store'

/** What a pointer does on the map while a tool is in hand, where on earth. */
export interface ToolPoint {
  phase: 'down' | 'move' | 'up' | 'click'
  at: LngLat
  /** The map's, by which a reach on screen is one on earth. */
  zoom: number
}

/** Answers true to `down` where it takes hold: the map then stays where it is until `up`. */
export type ToolHandler = (point: ToolPoint) => boolean

let handler: ToolHandler | null = null
const inHand = createValueStore(false)

/** Takes a tool in hand, or with null puts it away: while there is one, clicks and drags on the map go to it. */
export function setToolHandler(next: ToolHandler | null): void {
  handler = next
  inHand.set(next !== null)
}

/** Hands a point over to the tool in hand; true where it takes hold. */
export function passToTool(point: ToolPoint): boolean {
  return handler?.(point) ?? false
}

/** Whether a tool is in hand. */
export const useToolInHand = inHand.use
