import { simplify } from '@turf/turf'
import type { Feature, Geometry } from 'geojson'
import { frameBounds } from '@/lib/geo/bounds'
import { type Bounds, worldPx } from '@/lib/geo/camera-to-bounds'
import { clamp } from '@/lib/geo/clamp'
import type { Rectangle } from '@/lib/geo/clip-to-frame'
import { type Affine, placeOnScreen, WORLD_SIDE, worldPath } from '@/lib/geo/project-mercator'
import type { MapLayer } from './case-layer'
import type { Highlight, HighlightLook } from './mark-module'
import { marks } from './marks'
import { px } from './svg-marks'
import type { Theme } from './theme'

/** What of one layer is highlighted, as it is drawn. */
export interface HighlightedLayer {
  layer: MapLayer
  hovered: readonly Feature[]
  selected: readonly Feature[]
}

/** What a highlight depends on besides the features. */
export interface HighlightView {
  theme: Theme
  /** How much larger than on a desk everything is drawn. */
  scale: number
  zoom: number
  /** From Mercator's unit square to px. */
  camera: Affine
  /** Px. */
  width: number
  height: number
}

/** Of the largest mark that may reach into the frame from outside it, px before it is scaled. */
const REACH_PX = 40
/** Of the rule under a name, to each side. */
const NAME_REACH_PX = 240

/** Px. What the map itself leaves out of a line: nobody sees it, and every vertex costs a processor that draws. */
const TOLERANCE_PX = 0.375

const paths = new WeakMap<Geometry, { level: number; path: string }>()

/** The path of a geometry for zooms up to `level`; of each geometry the last one made is kept. */
function pathOf(geometry: Geometry, level: number): string {
  const known = paths.get(geometry)
  if (known?.level === level) return known.path
  const tolerance = (TOLERANCE_PX * 360) / (worldPx * 2 ** level)
  const path = worldPath(simplify(geometry, { tolerance, highQuality: true }))
  paths.set(geometry, { level, path })
  return path
}

function placeHighlight(layer: MapLayer, selected: boolean, view: HighlightView): HighlightLook {
  const { theme, zoom, scale, camera, width, height } = view
  const reach = REACH_PX * scale
  return {
    layer,
    theme,
    zoom,
    scale,
    isSelected: () => selected,
    path: (geometry) => pathOf(geometry, Math.ceil(zoom)),
    at: (position) => {
      const [x, y] = placeOnScreen(camera, position)
      const isNear = x > -reach && y > -reach && x < width + reach && y < height + reach
      return isNear ? [x / scale, y / scale] : null
    },
  }
}

/** A part of the frame, whole px from its upper left corner. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

const extents = new WeakMap<Geometry, Bounds>()

function extentOf(geometry: Geometry): Bounds {
  const extent = extents.get(geometry) ?? frameBounds([geometry])
  extents.set(geometry, extent)
  return extent
}

/** The part of the frame that a highlight may paint: all of it for what lies over an edge of the world. */
function boxOf(layers: readonly HighlightedLayer[], { camera, scale, width, height }: HighlightView): Box {
  let [left, top, right, bottom] = [width, height, 0, 0]
  for (const { layer, hovered, selected } of layers) {
    const reach = (layer.mark === 'name' ? NAME_REACH_PX : REACH_PX) * scale
    for (const { geometry } of [...hovered, ...selected]) {
      const [west, south, east, north] = extentOf(geometry)
      if (west < -180 || east > 180) return { x: 0, y: 0, width, height }
      for (const corner of [
        [west, north],
        [east, north],
        [east, south],
        [west, south],
      ]) {
        const [x, y] = placeOnScreen(camera, corner)
        left = Math.min(left, x - reach)
        top = Math.min(top, y - reach)
        right = Math.max(right, x + reach)
        bottom = Math.max(bottom, y + reach)
      }
    }
  }
  const [x, y] = [Math.floor(clamp(left, 0, width)), Math.floor(clamp(top, 0, height))]
  return { x, y, width: Math.ceil(clamp(right, x, width)) - x, height: Math.ceil(clamp(bottom, y, height)) - y }
}

/** The insides of the two groups of a drawing over the map, and what moves each of them to where the camera looks. */
export interface HighlightDrawing {
  /** Nothing of it lies outside. */
  box: Box
  ground: { markup: string; transform: string }
  marks: { markup: string; transform: string }
}

/** Around a name that a highlight leaves out, px: the edge that the map keeps around it. */
const NAME_EDGE_PX = 2

/** The inside of a mask over a box that leaves out the names under a highlight: an outline would strike them through. */
export function leaveOut(names: readonly Rectangle[], { x, y, width, height }: Box): string {
  const rects = names.map(({ left, top, right, bottom }) => {
    const [wide, high] = [right - left + 2 * NAME_EDGE_PX, bottom - top + 2 * NAME_EDGE_PX]
    return `<rect x="${px(left - NAME_EDGE_PX)}" y="${px(top - NAME_EDGE_PX)}" width="${px(wide)}" height="${px(high)}" rx="4"/>`
  })
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#fff"/>${rects.join('')}`
}

/** Highlighted features over the map: what is selected over what is hovered, points over lines and areas. */
export function drawHighlight(layers: readonly HighlightedLayer[], view: HighlightView): HighlightDrawing {
  const draw = (of: 'hovered' | 'selected'): Highlight[] =>
    layers.flatMap((each) => {
      const features = each[of]
      if (features.length === 0) return []
      return marks[each.layer.mark].highlight(features, placeHighlight(each.layer, of === 'selected', view))
    })
  const drawn = [...draw('hovered'), ...draw('selected')]
  const [a, b, c, d, e, f] = view.camera
  const matrix = [a / WORLD_SIDE, b / WORLD_SIDE, c / WORLD_SIDE, d / WORLD_SIDE, e, f]
  return {
    box: boxOf(layers, view),
    ground: { markup: drawn.map(({ ground = '' }) => ground).join(''), transform: `matrix(${matrix.join(' ')})` },
    marks: { markup: drawn.map(({ marks: points = '' }) => points).join(''), transform: `scale(${view.scale})` },
  }
}
