import type { Feature } from 'geojson'
import { type CaseLayerStyle, layerName, layerSource, type MapLayer, onlyPart } from '../case-layer'
import { circlePath, type MarkStroke } from '../mark-image'
import type { Highlight, HighlightLook, MarkModule, SvgLook } from '../mark-module'
import { pictureLayer } from '../pictures'
import { ofPart, strokeOver } from '../svg-marks'
import type { Theme } from '../theme'

/** Of the line around it, px, and how far that covers the ground: it says where the picture ends. */
const edge = { width: 1, opacity: 0.7 } as const

function style(layer: MapLayer, theme: Theme): CaseLayerStyle {
  return {
    under: pictureLayer(layer),
    ground: [
      {
        id: layerName(layer.id, 'edge'),
        type: 'line',
        source: layerSource(layer.id),
        filter: onlyPart('area'),
        layout: { 'line-join': 'round' },
        paint: { 'line-color': theme.hues[layer.hue].mark, 'line-width': edge.width, 'line-opacity': edge.opacity },
      },
    ],
    marks: [],
  }
}

/** A photograph: its frame, hills and a sun. */
const strokes: readonly MarkStroke[] = [
  { path: 'M1.75 1.75h24.5v14.5H1.75Z', width: 1.5 },
  { path: 'M4 14.5 10.5 7l4 4.5 3-3 6.5 6Z', opacity: 0.6 },
  { path: circlePath(20.5, 5.5, 1.6) },
]

function svg(features: readonly Feature[], { layer, theme, path, isSelected }: SvgLook): string {
  return ofPart(features, 'area')
    .map((feature) => {
      const d = path(feature.geometry, true)
      const [colour, width, opacity] = isSelected(feature)
        ? [theme.focus, 2, 1]
        : [theme.hues[layer.hue].mark, edge.width, edge.opacity]
      const stroke = `stroke="${colour}" stroke-width="${width}" stroke-opacity="${opacity}"`
      return d === '' ? '' : `<path d="${d}" fill="none" ${stroke}/>`
    })
    .join('')
}

/** Only its edge: a wash would change the colours of what it shows. */
function highlight(features: readonly Feature[], look: HighlightLook): Highlight {
  const { layer, theme } = look
  const drawn = ofPart(features, 'area').map((feature) => {
    const d = look.path(feature.geometry)
    const [colour, width] = look.isSelected(feature) ? [theme.focus, 2.6] : [theme.hues[layer.hue].mark, 1.8]
    return strokeOver(d, theme.halo, width + 2.4, look, ' stroke-opacity=".7"') + strokeOver(d, colour, width, look)
  })
  return { ground: drawn.join('') }
}

/**
 * A picture of a part of the earth, below the borders and all other marks. What is here is the line around it, by which it
 * is pointed at: its inside is the ground's, on which other things are clicked. Its name stands in the legend and in lists.
 */
export const picture: MarkModule = { style, legend: () => strokes, svg, highlight, label: () => '' }
