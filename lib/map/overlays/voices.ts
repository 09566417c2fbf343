import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl'
import { markImage, voicesHue } from '../mark-image'
import type { Theme } from '../theme'

const SOURCE = 'voices'

const isFocused: ExpressionSpecification = ['boolean', ['get', 'focused'], false]
const isFromSeat: ExpressionSpecification = ['boolean', ['get', 'fromSeat'], false]

/** The style layer that a pointer picks lines from: all of them are in it. */
export const voicePickLayer = `${SOURCE}/casing`

function arrows(theme: Theme, focused: boolean): LayerSpecification {
  const filter: FilterSpecification = focused ? isFocused : ['!', isFocused]
  return {
    id: `${SOURCE}/${focused ? 'focused-arrows' : 'arrows'}`,
    type: 'symbol',
    source: SOURCE,
    filter,
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': focused ? 110 : 150,
      'icon-image': markImage('arrow', voicesHue, theme),
      'icon-size': focused ? 1 : 0.75,
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      'icon-padding': 0,
    },
  }
}

/**
 * Style layers of the source `voices`: thin lines with arrows on the way, since the ends of a long one are off the map;
 * dashed from a seat, where no record says that it was said there.
 */
export function voiceMarks(theme: Theme): LayerSpecification[] {
  const width: ExpressionSpecification = ['case', isFocused, 2.75, 1.25]
  const layout = { 'line-cap': 'round', 'line-join': 'round' } as const
  return [
    {
      id: voicePickLayer,
      type: 'line',
      source: SOURCE,
      layout,
      paint: { 'line-color': theme.halo, 'line-width': ['case', isFocused, 5.5, 3], 'line-opacity': 0.75 },
    },
    {
      id: `${SOURCE}/line`,
      type: 'line',
      source: SOURCE,
      filter: ['!', isFromSeat],
      layout,
      paint: { 'line-color': theme.hues[voicesHue].mark, 'line-width': width },
    },
    {
      id: `${SOURCE}/seat-line`,
      type: 'line',
      source: SOURCE,
      filter: isFromSeat,
      paint: { 'line-color': theme.hues[voicesHue].mark, 'line-width': width, 'line-dasharray': [4, 3] },
    },
    arrows(theme, false),
    arrows(theme, true),
  ]
}
