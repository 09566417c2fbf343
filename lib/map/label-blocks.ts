import type { Feature, FeatureCollection, Point } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import { emptyCollection } from './overlays'

/** A rectangle of the map in px from its upper left corner. */
export type Box = readonly [left: number, top: number, right: number, bottom: number]

/** Id of the source that keeps labels off. */
export const BLOCKS = 'label-blocks'

/** Id of the image of a block: nothing is seen of it. */
export const BLOCK_IMAGE = 'label-block'

/** No label comes nearer to an edge than this, px. */
export const EDGE_PX = 8
/** How far beyond the edges the map places labels still, px: one that begins there is cut. */
const BEYOND_PX = 100
/** Kept free around what lies over the map, px. */
const AROUND_PX = 6

/** The least that a block holds of the map, for its point to lie within, px. */
const LEAST_PX = 1

/**
 * The parts of a map of `width` by `height` px where no label may be: along its edges, since one that reaches over them
 * would be cut, and under what covers it.
 */
export function blockedBoxes(width: number, height: number, covers: readonly Box[]): Box[] {
  const edges: Box[] = [
    [-BEYOND_PX, -BEYOND_PX, EDGE_PX, height + BEYOND_PX],
    [width - EDGE_PX, -BEYOND_PX, width + BEYOND_PX, height + BEYOND_PX],
    [-BEYOND_PX, -BEYOND_PX, width + BEYOND_PX, EDGE_PX],
    [-BEYOND_PX, height - EDGE_PX, width + BEYOND_PX, height + BEYOND_PX],
  ]
  const around = covers
    .map(([left, top, right, bottom]): Box => {
      return [left - AROUND_PX, top - AROUND_PX, right + AROUND_PX, bottom + AROUND_PX]
    })
    .filter(
      ([left, top, right, bottom]) =>
        right > LEAST_PX && bottom > LEAST_PX && left < width - LEAST_PX && top < height - LEAST_PX,
    )
  return [...edges, ...around]
}

/**
 * Boxes as the map takes them: a point inside the frame, and how far the box reaches from it up, right, down and left.
 * `unproject` gives the place of a px, `[lng, lat]`.
 */
export function blockFeatures(
  boxes: readonly Box[],
  { width, height }: { width: number; height: number },
  unproject: (at: [x: number, y: number]) => [lng: number, lat: number],
): FeatureCollection<Point> {
  const middle = (from: number, to: number, size: number) => (Math.max(0, from) + Math.min(size, to)) / 2
  const features = boxes.map(([left, top, right, bottom]): Feature<Point> => {
    const [x, y] = [middle(left, right, width), middle(top, bottom, height)]
    return {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: unproject([x, y]) },
      properties: { reach: [y - top, right - x, bottom - y, x - left] },
    }
  })
  return { type: 'FeatureCollection', features }
}

export function blockSource() {
  return { [BLOCKS]: { type: 'geojson' as const, data: emptyCollection } }
}

/**
 * Keeps labels off: an invisible mark of the size of each block, which the map places before all else. So what would be
 * cut or lie under a panel finds no room, by the very rule that keeps labels off each other.
 */
export const blockLayer: LayerSpecification = {
  id: BLOCKS,
  type: 'symbol',
  source: BLOCKS,
  layout: {
    'icon-image': BLOCK_IMAGE,
    'icon-padding': ['get', 'reach'],
    'icon-allow-overlap': true,
    'icon-rotation-alignment': 'viewport',
  },
}
