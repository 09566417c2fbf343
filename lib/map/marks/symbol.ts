import type { Feature } from 'geojson'
import type { FilterSpecification, LineLayerSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import { dotGlyph } from '@/lib/schema/plain-values'
import {
  besidePoint,
  type CaseLayerStyle,
  layerName,
  layerSource,
  type MapLayer,
  onlyPart,
  textPaint,
} from '../case-layer'
import { byCategory, categoryKeys, layerLooks } from '../feature-values'
import { glyphStroke, type MarkStroke, markImage } from '../mark-image'
import type { HighlightLook, MarkModule, WantedImage } from '../mark-module'
import { accuracySvg, dashesOver, ofPart, strokeOver, symbolGrowth, symbolsOver, symbolsSvg } from '../svg-marks'
import type { Theme } from '../theme'

interface SymbolOptions {
  /** Which of the layer's points are drawn so. */
  filter?: FilterSpecification
  /** Beyond this zoom the mark fades out: what it stood in for is drawn at its true size. */
  fadeAtZoom?: number
  /** From here on: what is nearer to the eye than many of them together. */
  minzoom?: number
}

/** From here on it is seen. */
const ACCURACY_ZOOM = 5

/** The zoom from which on names are written. */
const LABEL_ZOOM = 6

/** The circle within which a point truly lies, dashed and at its true size: too small to see where it does not matter. */
function accuracyCircle({ id, hue }: MapLayer, theme: Theme): LineLayerSpecification {
  return {
    id: layerName(id, 'accuracy'),
    type: 'line',
    source: layerSource(id),
    filter: onlyPart('accuracy'),
    minzoom: ACCURACY_ZOOM,
    paint: {
      'line-color': theme.hues[hue].mark,
      'line-width': 1,
      'line-opacity': 0.55,
      'line-dasharray': [2, 2],
    },
  }
}

/** The same, of a point that is highlighted. */
export function accuracyOver(features: readonly Feature[], look: HighlightLook): string {
  const { layer, theme, zoom } = look
  if (zoom < ACCURACY_ZOOM) return ''
  const circles = ofPart(features, 'accuracy').map((feature) => {
    const width = look.isSelected(feature) ? 1.6 : 1.2
    return strokeOver(
      look.path(feature.geometry),
      theme.hues[layer.hue].mark,
      width,
      look,
      dashesOver(width, [2, 2], look),
    )
  })
  return circles.join('')
}

/** Symbols: in outline where the place is only estimated, the name beside it where there is room. */
export function symbolMarks(row: MapLayer, theme: Theme, options: SymbolOptions = {}): CaseLayerStyle {
  const { id, labelFromZoom = LABEL_ZOOM, turn } = row
  const { filter = onlyPart('point'), fadeAtZoom, minzoom } = options
  const from = minzoom === undefined ? {} : { minzoom }
  const image = (hollow: boolean) =>
    byCategory(row, ({ glyph = dotGlyph, hue }) => markImage(glyph, hue, theme, hollow))
  const icon: SymbolLayerSpecification['layout'] = {
    'icon-image': ['case', ['boolean', ['get', 'schematic'], false], image(true), image(false)],
    'icon-allow-overlap': true,
    'icon-ignore-placement': false,
    'icon-size': ['interpolate', ['linear'], ['zoom'], ...symbolGrowth.flat()],
    ...(turn === 'across-border' && {
      'icon-rotate': ['+', 90, ['coalesce', ['get', 'borderBearing'], 0]],
      'icon-rotation-alignment': 'map',
    }),
  }
  return {
    ground: [accuracyCircle(row, theme)],
    marks: [
      {
        id: layerName(id, 'mark'),
        type: 'symbol',
        source: layerSource(id),
        filter,
        ...from,
        layout: icon,
        paint:
          fadeAtZoom === undefined
            ? {}
            : { 'icon-opacity': ['interpolate', ['linear'], ['zoom'], fadeAtZoom, 1, fadeAtZoom + 0.5, 0] },
      },
      {
        id: layerName(id, 'name'),
        type: 'symbol',
        source: layerSource(id),
        filter,
        minzoom: Math.max(labelFromZoom, minzoom ?? 0),
        layout: {
          'text-field': ['get', 'name'],
          ...besidePoint(theme),
        },
        paint: textPaint(row, theme, 1.8),
      },
    ],
  }
}

function strokes({ glyph = dotGlyph, turn }: MapLayer): MarkStroke[] {
  const border: MarkStroke[] = turn === 'across-border' ? [{ path: 'M2 9h24', width: 1.25 }] : []
  return [...border, glyphStroke(glyph, 16)]
}

/** The symbols of a layer and its categories, filled and hollow. */
export function symbolImages(layer: MapLayer): WantedImage[] {
  return layerLooks(layer).flatMap(({ glyph = dotGlyph, hue }): WantedImage[] => [
    { shape: glyph, hue },
    { shape: glyph, hue, hollow: true },
  ])
}

/** Symbols, by name from Maki and Temaki or our own; by categories in several forms and hues. */
export const symbol: MarkModule = {
  style: (layer, theme) => symbolMarks(layer, theme),
  legend: strokes,
  svg: (features, look) => accuracySvg(features, look) + symbolsSvg(ofPart(features, 'point'), look),
  highlight: (features, look) => ({
    ground: accuracyOver(features, look),
    ...symbolsOver(ofPart(features, 'point'), look),
  }),
  keys: (layer) => categoryKeys(layer, strokes),
  images: symbolImages,
  labelFromZoom: LABEL_ZOOM,
}
