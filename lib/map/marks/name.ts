import type { Feature } from 'geojson'
import type { ExpressionSpecification } from 'maplibre-gl'
import { besidePoint, type CaseLayerStyle, layerName, layerSource, type MapLayer, textPaint } from '../case-layer'
import { textOf } from '../feature-values'
import type { MarkStroke } from '../mark-image'
import type { Highlight, HighlightLook, MarkModule } from '../mark-module'
import { spokenLook } from '../spoken-names'
import { ofPart, pointsOf, px, ringOver } from '../svg-marks'
import type { Theme } from '../theme'

/** Radius of the ring around a town's dot, px. */
const TOWN_PX = 7

/** How names are written: their size, the longest line, and how wide a letter is on average with the space after it. */
const land = { sizePx: 12, lineEm: 8, letterEm: 0.76 } as const
const water = { sizePx: 15, lineEm: 10, letterEm: 0.54 } as const

/** Written otherwise than as land is, or by the basemap. */
const isOther: ExpressionSpecification = ['any', ['has', 'water'], ['has', 'town'], ['has', 'basemap']]

function style(row: MapLayer, theme: Theme): CaseLayerStyle {
  return {
    ground: [],
    marks: [
      {
        id: layerName(row.id, 'name'),
        type: 'symbol',
        source: layerSource(row.id),
        filter: ['all', ['==', ['get', 'part'], 'name'], ['!', isOther]],
        layout: {
          'text-field': ['upcase', ['get', 'name']],
          'text-font': [...theme.fonts.sansSemibold],
          'text-size': land.sizePx,
          'text-letter-spacing': 0.14,
          'text-max-width': land.lineEm,
        },
        paint: {
          ...textPaint(row, theme, 1.8),
          'text-color': theme.hues[row.hue].text,
        },
      },
      {
        id: layerName(row.id, 'water-name'),
        type: 'symbol',
        source: layerSource(row.id),
        filter: ['all', ['==', ['get', 'part'], 'name'], ['has', 'water']],
        layout: {
          'text-field': ['get', 'name'],
          'text-font': [...theme.fonts.serifItalic],
          'text-size': water.sizePx,
          'text-letter-spacing': 0.06,
          'text-max-width': water.lineEm,
        },
        paint: {
          'text-color': theme.label.sea,
          'text-halo-color': theme.label.seaHalo,
          'text-halo-width': 1.4,
        },
      },
      {
        id: layerName(row.id, 'town'),
        type: 'circle',
        source: layerSource(row.id),
        filter: ['all', ['==', ['get', 'part'], 'name'], ['has', 'town']],
        paint: {
          'circle-color': theme.halo,
          'circle-radius': 2.8,
          'circle-stroke-color': theme.ink,
          'circle-stroke-width': 1.4,
        },
      },
      {
        id: layerName(row.id, 'town-name'),
        type: 'symbol',
        source: layerSource(row.id),
        filter: ['all', ['==', ['get', 'part'], 'name'], ['has', 'town']],
        layout: { 'text-field': ['get', 'name'], ...besidePoint(theme), 'text-radial-offset': 0.5 },
        paint: { ...textPaint(row, theme, 1.6), 'text-color': theme.ink },
      },
    ],
  }
}

/**
 * Around a town's dot a ring, else a rule under the name, as under a word in a text: the name itself stays the map's. How the map breaks it into lines
 * is not known here, and reckoned; where that may be one or two, the rule stands under the second.
 */
function highlight(features: readonly Feature[], look: HighlightLook): Highlight {
  const { theme } = look
  const drawn = ofPart(features, 'name').flatMap((feature) => {
    const written = spokenLook(textOf(feature, 'writtenBy'), look.zoom)
    const isTown = feature.properties?.town === true || feature.properties?.basemap === true
    if (written === null ? isTown : !written.centred)
      return pointsOf(feature, look).map((at) =>
        ringOver(at, TOWN_PX, theme.focus, look.isSelected(feature) ? 2.5 : 1.4, theme.halo),
      )
    const own = feature.properties?.water === undefined ? land : water
    const { sizePx, letterEm } = written ?? own
    const { lineEm } = own
    const name = textOf(feature, 'name')
    const wholeEm = name.length * letterEm
    const lines = name.includes(' ') ? Math.max(1, Math.ceil(wholeEm / (0.92 * lineEm))) : 1
    const half = Math.max(8, ((wholeEm / lines) * sizePx) / 2)
    return pointsOf(feature, look).map(([x, y]) => {
      const d = `M${px(x - half)} ${px(y + lines * 0.6 * sizePx + 3)}h${px(2 * half)}`
      const rule = (colour: string, width: number) =>
        `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"/>`
      const width = look.isSelected(feature) ? 2.5 : 1.2
      return rule(theme.halo, width + 3) + rule(theme.focus, width)
    })
  })
  return { marks: drawn.join('') }
}

/** Of names that only locate. */
const letter: MarkStroke = { path: 'M8.5 14.5 14 3.5l5.5 11M10.5 10.7h7', width: 1.75 }

/** Of names from where something was said: the map writes the same beside them. */
const quotationMarks: MarkStroke = {
  path: 'M12.6 4.2c-2.6 1-4.1 3.1-4.1 5.6a2.3 2.3 0 1 0 2.6-2.3c.2-1.1.9-2 2-2.6ZM19.6 4.2c-2.6 1-4.1 3.1-4.1 5.6a2.3 2.3 0 1 0 2.6-2.3c.2-1.1.9-2 2-2.6Z',
}

/** Names of what is an area and has no one point, written as the basemap writes such names, without a mark. */
export const name: MarkModule = {
  style,
  legend: ({ context }) => [context === true ? letter : quotationMarks],
  svg: () => '',
  highlight,
}
