import type { Glyph } from '@/lib/schema/glyph'
import type { Hue } from '@/lib/schema/hue'
import type { Theme } from './theme'

/** What an image of the map shows: hatching to fill an area with, the head of an arrow, or a layer's symbol. */
export type ImageShape = 'hatch-45' | 'hatch-135' | 'arrow' | Glyph

/** An image that the map draws marks with. */
export interface MarkImage {
  id: string
  shape: ImageShape
  /** The symbol in outline: where the thing stands is estimated. */
  hollow: boolean
  ink: string
  halo: string
}

/** Name of an image in a hue of a theme: both themes' images stay loaded, so that a change is a repaint. */
export function markImage(shape: ImageShape, hue: Hue, theme: Theme, hollow = false): string {
  const name = typeof shape === 'string' ? shape : `symbol-${shape.name}`
  return [name, ...(hollow ? ['hollow'] : []), hue, theme.name].join('/')
}

/** The hue of what is drawn over the case from where it was said to where it is about. */
export const voicesHue: Hue = 'moss'
