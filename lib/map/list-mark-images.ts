import type { MapLayer } from './case-layer'
import { type MarkImage, markImage, voicesHue } from './mark-image'
import type { WantedImage } from './mark-module'
import { marks } from './marks'
import { type Theme, themes } from './theme'

/** Every image that the marks of a case's layers need, in all themes. */
export function listMarkImages(layers: readonly MapLayer[]): MarkImage[] {
  const wanted: WantedImage[] = [
    { shape: 'arrow', hue: voicesHue },
    ...layers.flatMap((layer) => marks[layer.mark].images?.(layer) ?? []),
  ]
  const images = Object.values<Theme>(themes).flatMap((theme) =>
    wanted.map(({ shape, hue, hollow = false }): MarkImage => {
      return { id: markImage(shape, hue, theme, hollow), shape, hollow, ink: theme.hues[hue].mark, halo: theme.halo }
    }),
  )
  return [...new Map(images.map((image) => [image.id, image])).values()]
}
