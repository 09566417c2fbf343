import type { TimeWindow } from '@/lib/derive/record-filter'
import type { Camera } from '@/lib/url/view'

/** A spot on the picture that the displays show: fractions of its width and height, from the top left. */
export interface Spot {
  x: number
  y: number
}

/**
 * Everything that a wall can be told, by its own keyboard or touch, by a phone or by a presenter. The list is closed:
 * the server refuses all else.
 */
export type WallCommand =
  | { kind: 'step'; by: 1 | -1 }
  | { kind: 'go'; scene: string }
  | { kind: 'play' }
  | { kind: 'hold' }
  | { kind: 'blank'; on: boolean }
  /** Shows the audience a spot; null takes it away. */
  | { kind: 'point'; at: Spot | null }
  /** Leaves the scene's camera for this one, in the frame of `sceneFrame`; null goes back to the scene's. */
  | { kind: 'look'; camera: Camera | null }
  /** Shows this window of time instead of the scene's; null goes back to the scene's. */
  | { kind: 'time'; window: TimeWindow | null }
  /** Opens a place's evidence; null closes it. */
  | { kind: 'select'; place: string | null }
