import type { MapGeoJSONFeature, Map as MapLibreMap, StyleSpecification } from 'maplibre-gl'
import type { Rectangle } from '@/lib/geo/clip-to-frame'
import { type LabelRun, labelCandidates, type MapLabel } from '@/lib/map/label-candidates'
import type { Anchors, TextAnchor } from '@/lib/map/text-anchors'

/** How a layer of the style writes a feature: the map answers what each expression came to for it. */
interface Layout {
  'text-field'?: { sections?: readonly { text: string; scale: number | null }[] }
  'text-font'?: readonly string[]
  'text-size'?: number
  'text-letter-spacing'?: number
  'text-line-height'?: number
  'text-max-width'?: number
  'text-transform'?: 'uppercase' | 'lowercase' | 'none'
  'text-rotate'?: number
  'symbol-placement'?: string
  'text-anchor'?: TextAnchor
  'text-offset'?: [number, number]
  'text-radial-offset'?: number
  'text-variable-anchor'?: readonly TextAnchor[]
  'text-variable-anchor-offset'?: { values: readonly (TextAnchor | [number, number])[] }
}

const away: Readonly<Record<string, number>> = { left: 1, top: 1, right: -1, bottom: -1 }

function anchorsOf(layout: Layout): Anchors {
  const values = layout['text-variable-anchor-offset']?.values
  if (values !== undefined)
    return values.flatMap((value, index) => {
      const offset = values[index + 1]
      return typeof value === 'string' && Array.isArray(offset) ? [[value, offset] as const] : []
    })
  const radial = layout['text-radial-offset'] ?? 0
  const anchors = layout['text-variable-anchor'] ?? [layout['text-anchor'] ?? 'center']
  return anchors.map((anchor): Anchors[number] => {
    if (layout['text-variable-anchor'] === undefined) return [anchor, layout['text-offset'] ?? [0, 0]]
    const isBeside = anchor === 'left' || anchor === 'right'
    const by = (away[anchor] ?? 0) * radial
    return [anchor, isBeside ? [by, 0] : [0, by]]
  })
}

function runsOf(layout: Layout): LabelRun[] {
  const isUpper = layout['text-transform'] === 'uppercase'
  return (layout['text-field']?.sections ?? []).map(({ text, scale }) => {
    return { text: isUpper ? text.toLocaleUpperCase() : text, scale: scale ?? 1 }
  })
}

function labelOf(map: MapLibreMap, { geometry }: MapGeoJSONFeature, layout: Layout): MapLabel | null {
  const runs = runsOf(layout)
  const isAlongLine = layout['symbol-placement'] !== undefined && layout['symbol-placement'] !== 'point'
  const isTurned = (layout['text-rotate'] ?? 0) !== 0
  if (geometry.type !== 'Point' || isAlongLine || isTurned || runs.every(({ text }) => text === '')) return null
  const [lng = 0, lat = 0] = geometry.coordinates
  const { x, y } = map.project([lng, lat])
  return {
    at: [x, y],
    runs,
    sizePx: layout['text-size'] ?? 16,
    letterSpacingEm: layout['text-letter-spacing'] ?? 0,
    lineHeightEm: layout['text-line-height'] ?? 1.2,
    maxWidthEm: layout['text-max-width'] ?? 10,
    anchors: anchorsOf(layout),
  }
}

/** As the map draws the letters of a font: it reads their weight and slant from its name. */
function fontOf(names: readonly string[], sizePx: number): string {
  const [name = ''] = names
  return `${/italic/i.test(name) ? 'italic' : 'normal'} ${/semibold/i.test(name) ? 600 : 400} ${sizePx}px ${names.join(', ')}`
}

/** Ids of the style's layers that write. */
function writingLayers({ layers }: StyleSpecification): string[] {
  return layers.flatMap(({ id, type, layout }) => {
    return type === 'symbol' && layout !== undefined && 'text-field' in layout ? [id] : []
  })
}

/** The names that are written within a part of the map, px; what lies along a line or is turned is not among them. */
export function writtenNames(map: MapLibreMap, style: StyleSpecification, part: Rectangle): Rectangle[] {
  const layers = writingLayers(style).filter((id) => map.getLayer(id) !== undefined)
  const pen = document.createElement('canvas').getContext('2d')
  if (layers.length === 0 || pen === null) return []
  const corners: [[number, number], [number, number]] = [
    [part.left, part.top],
    [part.right, part.bottom],
  ]
  return map.queryRenderedFeatures(corners, { layers }).flatMap((feature) => {
    const layout = (feature.layer.layout ?? {}) as Layout
    const label = labelOf(map, feature, layout)
    if (label === null) return []
    pen.font = fontOf(layout['text-font'] ?? [], label.sizePx)
    const candidates = labelCandidates(label, (text) => pen.measureText(text).width)
    if (candidates.length < 2) return candidates
    // Of several the map does not say which it took: the feature is found in all corners of that.
    const point = JSON.stringify(feature.geometry)
    const isAt = (corner: [number, number]) =>
      map
        .queryRenderedFeatures(corner, { layers: [feature.layer.id] })
        .some(({ geometry }) => JSON.stringify(geometry) === point)
    const taken = candidates.find(({ left, top, right, bottom }) =>
      [left + 1, right - 1].every((x) => isAt([x, top + 1]) && isAt([x, bottom - 1])),
    )
    return taken === undefined ? [] : [taken]
  })
}
