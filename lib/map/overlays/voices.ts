import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl'
import { markImage } from '../mark-image'
import type { Theme } from '../theme'

const SOURCE = 'voices'

const isFocused: ExpressionSpecification = ['boolean', ['get', 'focused'], false]

/** The style layer that a pointer picks lines from. */
export const voicePickLayer = `${SOURCE}/line`

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
      'icon-image': markImage('arrow', 'reactions', theme),
      'icon-size': focused ? 1 : 0.75,
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      'icon-padding': 0,
    },
  }
}

/** Style layers of the source `voices`: thin lines with arrows on the way, since the ends of a long one are off the map. */
export function voiceMarks(theme: Theme): LayerSpecification[] {
  const layout = { 'line-cap': 'round', 'line-join': 'round' } as const
  return [
    {
      id: `${SOURCE}/casing`,
      type: 'line',
      source: SOURCE,
      layout,
      paint: { 'line-color': theme.halo, 'line-width': ['case', isFocused, 5.5, 3], 'line-opacity': 0.75 },
    },
    {
      id: voicePickLayer,
      type: 'line',
      source: SOURCE,
      layout,
      paint: { 'line-color': theme.layers.reactions, 'line-width': ['case', isFocused, 2.75, 1.25] },
    },
    arrows(theme, false),
    arrows(theme, true),
  ]
}
