import type { Feature } from 'geojson'
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { type CaseLayerStyle, inkOf, layerName, layerSource, type MapLayer, onlyPart, textPaint } from '../case-layer'
import {
  byCategory,
  categoryKeys,
  layerLooks,
  lookOf,
  numberOf,
  opacityOf,
  rampKeys,
  rampOpacity,
  stepOpacities,
} from '../feature-values'
import { type MarkStroke, markImage } from '../mark-image'
import type { Highlight, HighlightLook, MarkModule, SvgLook } from '../mark-module'
import { areaOver, lift, ofPart, px, strokeOver } from '../svg-marks'
import type { Theme } from '../theme'

/** An earlier claim, beside which the later one is to stand out. */
/** The zoom from which on an area's name is written. */
const LABEL_ZOOM = 3.5

const isPrecedent: ExpressionSpecification = ['boolean', ['get', 'precedent'], false]

/** How far the hue covers the ground, while selected, hovered and otherwise. */
const washes = { filled: [0.46, 0.4, 0.32], open: [0.16, 0.1, 0] } as const

type Hatch = 'hatch-45' | 'hatch-135'

function hatchOf({ pattern }: MapLayer): Hatch | null {
  return pattern === 'hatch-45' || pattern === 'hatch-135' ? pattern : null
}

function washOf(look: MapLayer): readonly [number, number, number] {
  return hatchOf(look) !== null || look.pattern === 'outline' ? washes.open : washes.filled
}

function hatching(layer: MapLayer, theme: Theme): LayerSpecification[] {
  const looks = layerLooks(layer)
  if (looks.every((look) => hatchOf(look) === null)) return []
  const fill: ExpressionSpecification = [
    'case',
    isPrecedent,
    byCategory(layer, ({ hue }) => markImage('hatch-135', hue, theme)),
    byCategory(layer, (look) => markImage(hatchOf(look) ?? 'hatch-45', look.hue, theme)),
  ]
  const isArea = onlyPart('area')
  const isHatched: ExpressionSpecification = ['==', byCategory(layer, (look) => hatchOf(look) !== null), true]
  return [
    {
      id: layerName(layer.id, 'hatch'),
      type: 'fill',
      source: layerSource(layer.id),
      filter: looks.length === 1 ? isArea : ['all', ['==', ['get', 'part'], 'area'], isHatched],
      paint: { 'fill-pattern': fill },
    },
  ]
}

function washOpacity(layer: MapLayer): ExpressionSpecification | number {
  return layer.ramp === undefined ? byCategory(layer, (look) => washOf(look)[2]) : rampOpacity(layer.ramp)
}

function style(layer: MapLayer, theme: Theme): CaseLayerStyle {
  const { id } = layer
  const ink = inkOf(layer, theme)
  const source = layerSource(id)
  return {
    ground: [
      ...hatching(layer, theme),
      {
        id: layerName(id, 'wash'),
        type: 'fill',
        source,
        filter: onlyPart('area'),
        paint: { 'fill-color': ink, 'fill-opacity': washOpacity(layer) },
      },
      {
        id: layerName(id, 'outline'),
        type: 'line',
        source,
        filter: onlyPart('area'),
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': ink,
          'line-width': 1.1,
          'line-opacity': ['case', isPrecedent, 0.6, 1],
        },
      },
    ],
    marks: [
      {
        id: layerName(id, 'name'),
        type: 'symbol',
        source,
        filter: onlyPart('label'),
        layout: {
          'text-field': ['get', 'name'],
          'text-font': [...theme.fonts.sansSemibold],
          'text-size': ['interpolate', ['linear'], ['zoom'], 3.5, 11, 6, 16, 9, 24],
          'text-padding': 2,
          'text-variable-anchor': ['center', 'left', 'right', 'bottom', 'top'],
          'text-radial-offset': 0.6,
          'symbol-sort-key': ['case', isPrecedent, 1, 0],
        },
        minzoom: layer.labelFromZoom ?? LABEL_ZOOM,
        paint: textPaint(layer, theme, 2),
      },
    ],
  }
}

const box = 'M1.75 1.75h24.5v14.5H1.75Z'
const edge: MarkStroke = { path: box, width: 1.5 }

function strokes({ pattern }: MapLayer): MarkStroke[] {
  if (pattern === 'outline') return [{ path: box, width: 2 }]
  if (pattern === 'hatch-45')
    return [{ path: 'M2 6 6 2M2 11l9-9M2 16 16 2M7 16 21 2M12 16 26 2M17 16l9-9M22 16l4-4', width: 1.6 }, edge]
  if (pattern === 'hatch-135')
    return [{ path: 'M26 6 22 2M26 11l-9-9M26 16 12 2M21 16 7 2M16 16 2 2M11 16 2 7M6 16l-4-4', width: 1.6 }, edge]
  return [{ path: box, opacity: 0.32 }, edge]
}

/** A ramp as its steps side by side. */
function legend(layer: MapLayer): MarkStroke[] {
  if (layer.ramp === undefined) return strokes(layer)
  const opacities = stepOpacities(layer.ramp)
  const width = 24.5 / opacities.length
  const steps = opacities.map((opacity, index) => {
    return { path: `M${px(1.75 + index * width)} 1.75h${px(width)}v14.5h${px(-width)}Z`, opacity }
  })
  return [...steps, edge]
}

/** How an area is filled on the still map. */
function svgFill(feature: Feature, { layer, theme }: SvgLook): string {
  const look = lookOf(layer, feature)
  const hatch = hatchOf(look)
  if (hatch !== null) return `fill="url(#${feature.properties?.precedent === true ? 'hatch-135' : hatch}-${look.hue})"`
  const value = numberOf(feature, 'value', Number.NaN)
  const opacity = layer.ramp === undefined ? washOf(look)[2] : opacityOf(layer.ramp, value)
  return opacity === 0 ? 'fill="none"' : `fill="${theme.hues[look.hue].mark}" fill-opacity="${opacity}"`
}

function svg(features: readonly Feature[], look: SvgLook): string {
  return ofPart(features, 'area')
    .map((feature) => {
      const d = look.path(feature.geometry)
      const selected = look.isSelected(feature)
      const colour = selected ? look.theme.focus : look.theme.hues[lookOf(look.layer, feature).hue].mark
      return d === ''
        ? ''
        : `<path d="${d}" ${svgFill(feature, look)} stroke="${colour}" stroke-width="${selected ? 2 : 1.2}"/>`
    })
    .join('')
}

/** Of a ramp only the edge: a filling that grew darker under the pointer would be another step. */
function highlight(features: readonly Feature[], look: HighlightLook): Highlight {
  const { layer, theme } = look
  const drawn = ofPart(features, 'area').map((feature) => {
    const own = lookOf(layer, feature)
    const [selectedWash, hoveredWash, plain] = washOf(own)
    const isSelected = look.isSelected(feature)
    const wash = layer.ramp === undefined ? lift(plain, isSelected ? selectedWash : hoveredWash) : 0
    const d = look.path(feature.geometry)
    const width = isSelected ? 2.6 : 1.8
    const halo = strokeOver(d, theme.halo, width + 2.4, look, ' stroke-opacity=".7"')
    const hue = theme.hues[own.hue].mark
    if (!isSelected) return halo + areaOver(d, hue, wash, width, look)
    return halo + areaOver(d, hue, wash, 0, look) + strokeOver(d, theme.focus, width, look)
  })
  return { ground: drawn.join('') }
}

/**
 * Areas: filled, hatched or in outline, by categories or in the steps of a ramp. Hatching lies over the country's own
 * fill, so that the country reads as one; an earlier claim is hatched the other way and paler. Greyscale tells patterns
 * and steps from the ground and from each other; categories that differ in hue alone it does not.
 */
export const area: MarkModule = {
  style,
  legend,
  svg,
  highlight,
  labelFromZoom: LABEL_ZOOM,
  keys: (layer) => (layer.ramp === undefined ? categoryKeys(layer, strokes) : rampKeys(layer, box)),
  images: (layer) => {
    const looks = layerLooks(layer)
    if (looks.every((look) => hatchOf(look) === null)) return []
    return looks.flatMap(({ hue }) => [{ shape: 'hatch-45', hue } as const, { shape: 'hatch-135', hue } as const])
  },
}
