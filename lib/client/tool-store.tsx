'use client'
import { createContext, useContext, useEffect, useEffectEvent } from 'react'
import type { LngLat } from '@/lib/schema/geometry'
import type { LaidOver } from '@/lib/url/drawing-codec'
import { isTaken } from './keyboard'
import { createValueStore } from './value-store'

/** Whether a key was pressed in a dialog over the page, which has its own use for Escape. */
export function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('dialog, [role="dialog"]') !== null
}

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
function setToolHandler(next: ToolHandler | null): void {
  handler = next
  inHand.set(next !== null)
}

/** Hands a point over to the tool in hand; true where it takes hold. */
export function passToTool(point: ToolPoint): boolean {
  return handler?.(point) ?? false
}

/** Whether a tool is in hand. */
export const useIsToolActive = inHand.use

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

/** The tools of the bar over the map; each opens a card of its own under it. Only one is open at a time. */
const toolIds = ['filter', 'measure', 'lay-over', 'share', 'bring'] as const
export type ToolId = (typeof toolIds)[number]

export interface OpenTool {
  tool: ToolId | null
  openTool(tool: ToolId | null): void
  /** Opens the command palette. */
  find(): void
}

export const OpenToolContext = createContext<OpenTool | null>(null)

/** Which tool is open, and what opens another. Throws outside of the case's page. */
export function useOpenTool(): OpenTool {
  const open = useContext(OpenToolContext)
  if (open === null) throw new Error('useOpenTool stands outside of the case page')
  return open
}

/**
 * Takes a tool in hand for as long as its card is open. Its keys come before those of the map and of the card, whose Escape
 * closes it; keys with a modifier, keys already answered and those of a dialog are not its own.
 */
export function useToolPointer(handle: ToolHandler, onKey: (event: KeyboardEvent) => void): void {
  const handlePoint = useEffectEvent(handle)
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (isTaken(event) || isInDialog(event.target)) return
    onKey(event)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handleKey(event)
    setToolHandler((point) => handlePoint(point))
    window.addEventListener('keydown', listen, { capture: true })
    return () => {
      setToolHandler(null)
      setLiveDrawing({})
      window.removeEventListener('keydown', listen, { capture: true })
    }
  }, [])
}
