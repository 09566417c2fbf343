import type { LngLat, PlaceGeometry } from '@/lib/schema/geometry'
import { worldPx } from './camera-to-bounds'
import { clamp } from './clamp'
import { linesOf } from './geometry-parts'
import { type Point, projectMercator, unprojectMercator } from './project-mercator'

/** A feature that a point can be caught by. */
export interface SnapTarget {
  place: string
  geometry: PlaceGeometry
}

/** Where a point was caught: on a point of the case, a corner of a line or an area, or between two corners. */
export interface Snapped {
  at: LngLat
  place: string
  on: 'point' | 'vertex' | 'edge'
}

const order = { point: 0, vertex: 1, edge: 2 } as const

function footOn([px, py]: Point, [ax, ay]: Point, [bx, by]: Point): Point {
  const [dx, dy] = [bx - ax, by - ay]
  const square = dx * dx + dy * dy
  const t = square === 0 ? 0 : clamp(((px - ax) * dx + (py - ay) * dy) / square, 0, 1)
  return [ax + t * dx, ay + t * dy]
}

function catchesOf(line: readonly LngLat[], here: Point): Pick<Snapped, 'at' | 'on'>[] {
  if (line.length === 1) return line.map((at) => ({ at, on: 'point' }))
  return line.flatMap((at, index): Pick<Snapped, 'at' | 'on'>[] => {
    const before = line[index - 1]
    const vertex = { at, on: 'vertex' as const }
    if (before === undefined) return [vertex]
    const foot = footOn(here, projectMercator(before), projectMercator(at))
    return [vertex, { at: unprojectMercator(foot), on: 'edge' }]
  })
}

/**
 * What of the case catches a point within `reachPx` on a map of that zoom: points before corners before edges, and the
 * nearest of each; null where nothing is near. Measured as it is seen, in Web Mercator.
 */
export function snapPoint(at: LngLat, targets: readonly SnapTarget[], zoom: number, reachPx: number): Snapped | null {
  const here = projectMercator(at)
  const world = worldPx * 2 ** zoom
  let best: (Snapped & { px: number }) | null = null
  for (const { place, geometry } of targets)
    for (const line of linesOf(geometry))
      for (const caught of catchesOf(line, here)) {
        const [x, y] = projectMercator(caught.at)
        const px = Math.hypot(x - here[0], y - here[1]) * world
        if (px > reachPx) continue
        const rank = best === null ? 1 : order[best.on] - order[caught.on]
        if (best === null || rank > 0 || (rank === 0 && px < best.px)) best = { ...caught, place, px }
      }
  return best && { at: best.at, place: best.place, on: best.on }
}
