import type { LayerSpecification } from 'maplibre-gl'
import { zoomsFarther } from './case-layer'

/** Sizes in px, by where a style layer keeps them. `icon-size` is a factor, and grows alike. */
const sizes = {
  layout: ['text-size', 'icon-size'],
  paint: [
    'line-width',
    'line-gap-width',
    'line-offset',
    'circle-radius',
    'circle-stroke-width',
    'text-halo-width',
    'heatmap-radius',
  ],
} as const

function isFunction(value: unknown): value is { stops: [unknown, unknown][] } {
  return typeof value === 'object' && value !== null && 'stops' in value && Array.isArray(value.stops)
}

/**
 * A size that is `factor` times as large. Zoom may only stand at the head of an expression, so an interpolation or a
 * step has its outputs scaled rather than itself.
 */
export function scaleSize(value: unknown, factor: number): unknown {
  if (typeof value === 'number') return value * factor
  // As styles had it before there were expressions.
  if (isFunction(value)) return { ...value, stops: value.stops.map(([at, size]) => [at, scaleSize(size, factor)]) }
  if (!Array.isArray(value)) return value
  const [operator] = value
  if (operator === 'interpolate')
    return value.map((part, at) => (at > 3 && at % 2 === 0 ? scaleSize(part, factor) : part))
  if (operator === 'step') return value.map((part, at) => (at > 1 && at % 2 === 0 ? scaleSize(part, factor) : part))
  return ['*', factor, value]
}

/** Sizes of marks and lines that follow the zoom; type has a least size wherever it is read. */
const byZoom: readonly string[] = ['icon-size', 'line-width', 'line-gap-width', 'line-offset']

/** The same size where the map is looked at from `zooms` farther away. */
function shiftStops(value: unknown, zooms: number): unknown {
  if (!Array.isArray(value) || value[0] !== 'interpolate' || zooms === 0) return value
  return value.map((part, at) => (at > 2 && at % 2 === 1 && typeof part === 'number' ? part + zooms : part))
}

function scaleGroup(group: object | undefined, names: readonly string[], factor: number): object {
  const entries = Object.entries(group ?? {})
  return Object.fromEntries(
    entries.map(([name, value]) => {
      if (!names.includes(name)) return [name, value]
      const size = scaleSize(value, factor)
      return [name, byZoom.includes(name) ? shiftStops(size, zoomsFarther(factor)) : size]
    }),
  )
}

/** Layers whose type, marks and lines are `factor` times as large, for a display that is read from further away. */
export function scaleStyle(layers: LayerSpecification[], factor: number): LayerSpecification[] {
  if (factor === 1) return layers
  return layers.map((layer) => {
    const layout = scaleGroup(layer.layout, sizes.layout, factor)
    const paint = scaleGroup(layer.paint, sizes.paint, factor)
    return Object.assign({}, layer, { layout, paint })
  })
}
