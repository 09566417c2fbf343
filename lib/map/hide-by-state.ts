import type { LayerSpecification } from 'maplibre-gl'

/** The paint properties that make a mark invisible, by the kind of layer. */
const opacities: Partial<Record<LayerSpecification['type'], readonly string[]>> = {
  fill: ['fill-opacity'],
  line: ['line-opacity'],
  circle: ['circle-opacity', 'circle-stroke-opacity'],
  symbol: ['icon-opacity', 'text-opacity'],
  // What weighs nothing is not there; the opacity is of the whole.
  heatmap: ['heatmap-weight'],
}

/**
 * A value that is 0 for what is hidden. Zoom may only stand at the head of an expression, so an interpolation or a step
 * has its outputs wrapped rather than itself.
 */
function zeroWhenHidden(value: unknown): unknown {
  const byZoom = Array.isArray(value) && JSON.stringify(value).includes('["zoom"]')
  if (!byZoom) return ['case', ['boolean', ['feature-state', 'hidden'], false], 0, value]
  const first = value[0] === 'step' ? 2 : 4
  return value.map((part: unknown, at: number) => (at >= first && (at - first) % 2 === 0 ? zeroWhenHidden(part) : part))
}

/**
 * Layers of which a place disappears by the feature state `hidden`: a repaint, where a filter would have the source cut
 * anew. What is hidden still keeps its place from other labels.
 */
export function hideByState(layers: readonly LayerSpecification[]): LayerSpecification[] {
  return layers.map((layer) => {
    const paint: Record<string, unknown> = { ...layer.paint }
    for (const name of opacities[layer.type] ?? []) paint[name] = zeroWhenHidden(paint[name] ?? 1)
    return Object.assign({}, layer, { paint })
  })
}
