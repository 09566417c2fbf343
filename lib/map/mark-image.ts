import type { Glyph } from '@/lib/schema/glyph'
import type { Hue } from '@/lib/schema/hue'
import type { MapLayer } from './case-layer'
import { type Theme, themes } from './theme'

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

function shapesOf({ mark, glyph }: MapLayer): { shape: ImageShape; hollow?: true }[] {
  const symbols = glyph === undefined ? [] : [{ shape: glyph }, { shape: glyph, hollow: true as const }]
  if (mark === 'area') return [{ shape: 'hatch-45' }, { shape: 'hatch-135' }]
  return mark === 'flow' ? [{ shape: 'arrow' }] : symbols
}

/** Every image that the marks of a case's layers need, in all themes. */
export function listMarkImages(layers: readonly MapLayer[]): MarkImage[] {
  const wanted = [
    { shape: 'arrow' as const, hue: voicesHue },
    ...layers.flatMap((layer) => shapesOf(layer).map((each) => ({ ...each, hue: layer.hue }))),
  ]
  const images = Object.values<Theme>(themes).flatMap((theme) =>
    wanted.map(({ shape, hue, ...rest }): MarkImage => {
      const hollow = 'hollow' in rest
      return { id: markImage(shape, hue, theme, hollow), shape, hollow, ink: theme.hues[hue].mark, halo: theme.halo }
    }),
  )
  return [...new Map(images.map((image) => [image.id, image])).values()]
}
