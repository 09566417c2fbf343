import type { Feature, Geometry } from 'geojson'
import { type Affine, placeOnScreen, WORLD_SIDE, worldPath } from '@/lib/geo/project-mercator'
import type { MapLayer } from './case-layer'
import type { Highlight, HighlightLook } from './mark-module'
import { marks } from './marks'
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

const paths = new WeakMap<Geometry, string>()

function pathOf(geometry: Geometry): string {
  const known = paths.get(geometry)
  if (known !== undefined) return known
  const path = worldPath(geometry)
  paths.set(geometry, path)
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
    path: pathOf,
    at: (position) => {
      const [x, y] = placeOnScreen(camera, position)
      const isNear = x > -reach && y > -reach && x < width + reach && y < height + reach
      return isNear ? [x / scale, y / scale] : null
    },
  }
}

/** The insides of the two groups of a drawing over the map, and what moves each of them to where the camera looks. */
export interface HighlightDrawing {
  ground: { markup: string; transform: string }
  marks: { markup: string; transform: string }
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
    ground: { markup: drawn.map(({ ground = '' }) => ground).join(''), transform: `matrix(${matrix.join(' ')})` },
    marks: { markup: drawn.map(({ marks: points = '' }) => points).join(''), transform: `scale(${view.scale})` },
  }
}
