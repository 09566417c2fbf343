import type { MapEvents } from '@/components/map/map-contract'
import type { Camera } from '@/lib/url/view'

/** What the page has asked of its map since it was last looked at. */
const asked: string[] = []
let handlers: MapEvents | null = null

/** Stands in for the map, which needs WebGL: notes what it is asked for and does nothing. */
export class RecordingMap {
  constructor(_element: HTMLElement, _wanted: unknown, _start: unknown, events: MapEvents) {
    handlers = events
  }
  want(): void {
    asked.push('want')
  }
  follow(): void {
    asked.push('follow')
  }
  frame(): boolean {
    asked.push('frame')
    return true
  }
  goTo(): void {
    asked.push('goTo')
  }
  bounds(): [number, number, number, number] {
    return [-180, -80, 180, 80]
  }
  camera(): Camera {
    return { zoom: 4, lat: 50, lng: 30 }
  }
  watch(): () => void {
    return () => undefined
  }
  keepLabelsOff(): void {}
  destroy(): void {
    handlers = null
  }
}

/** What a hand on the map would bring about. */
export function mapEvents(): MapEvents {
  if (handlers === null) throw new Error('there is no map')
  return handlers
}

/** Hands over what was asked of the map since the last time. */
export function takeAsked(): string[] {
  return asked.splice(0)
}
