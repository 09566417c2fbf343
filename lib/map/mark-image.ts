import type { LayerColour } from './layer-table'
import type { Theme } from './theme'

/** Images that the map draws marks with. */
export type MarkShape = 'hatch' | 'hatch-back' | 'bar' | 'bar-open' | 'queue' | 'drop' | 'speech' | 'arrow'

/** Which shapes are needed in which colour; no other pair is drawn. */
export const markImages: readonly { shape: MarkShape; colour: LayerColour }[] = [
  { shape: 'hatch', colour: 'claimed' },
  { shape: 'hatch-back', colour: 'claimed' },
  { shape: 'bar', colour: 'arrivals' },
  { shape: 'bar-open', colour: 'arrivals' },
  { shape: 'queue', colour: 'arrivals' },
  { shape: 'arrow', colour: 'arrivals' },
  { shape: 'drop', colour: 'nordStream' },
  { shape: 'speech', colour: 'reactions' },
  { shape: 'arrow', colour: 'reactions' },
]

/** Name of the image of a mark, in a colour of a theme: both themes' images stay loaded, so that a change is a repaint. */
export function markImage(shape: MarkShape, colour: LayerColour, theme: Theme): string {
  return `${shape}/${colour}/${theme.name}`
}
