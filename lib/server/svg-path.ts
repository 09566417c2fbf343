import type { Feature, Geometry, Position } from 'geojson'
import type { WrittenNote } from '@/lib/derive/linked-case'
import type { Bounds } from '@/lib/geo/camera-to-bounds'
import { clipLineToFrame, clipRingToFrame, type Rectangle } from '@/lib/geo/clip-to-frame'
import type { Point } from '@/lib/geo/project-mercator'
import type { MapLayer } from '@/lib/map/case-layer'
import type { StillInset } from '@/lib/map/inset-frames'
import type { Overlays } from '@/lib/map/overlays'
import type { SpokenName } from '@/lib/map/spoken-names'
import type { Theme, ThemeName } from '@/lib/map/theme'
import type { Corners } from '@/lib/schema/plain-values'
import type { LengthWords } from './svg-insets'

export type Project = (position: Position) => Point

/** Text made safe for XML content and quoted attributes; control characters, which XML 1.0 forbids, are left out. */
export function escapeXml(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replace(/[&<>"']/g, (sign) => names[sign] ?? '').replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ')
}

/** Drops points closer than `apart` px to the last one kept; the ends stay. */
function thin(points: readonly Point[], apart: number): Point[] {
  const kept: Point[] = []
  for (const [index, point] of points.entries()) {
    const last = kept.at(-1)
    const near = last !== undefined && Math.hypot(point[0] - last[0], point[1] - last[1]) < apart
    if (!near || index === points.length - 1) kept.push(point)
  }
  return kept
}

/** Tenths of a pixel, each point relative to the one before: the shortest way to write a path. */
function draw(points: readonly Point[], close: string): string {
  let [lastX, lastY] = [0, 0]
  const steps = points.map(([x, y], index) => {
    const [nextX, nextY] = [Math.round(x * 10), Math.round(y * 10)]
    const [dx, dy] = [(nextX - lastX) / 10, (nextY - lastY) / 10]
    lastX = nextX
    lastY = nextY
    return `${index === 0 ? 'M' : index === 1 ? 'l' : ' '}${dx} ${dy}`.replaceAll(' -', '-')
  })
  // Every subpath starts absolutely; `M` with relative numbers only holds from the origin, where `lastX` begins.
  return steps.length < 2 ? '' : steps.join('') + close
}

/** The `d` of a ring on a drawing, clipped to the frame and thinned; empty where nothing of it is inside. */
export function ringPath(ring: readonly Point[], frame: Rectangle, apart: number): string {
  const points = thin(clipRingToFrame(ring, frame), apart)
  return points.length < 4 ? '' : draw(points, 'z')
}

/** The `d` of a line on a drawing, likewise. */
export function linePath(line: readonly Point[], frame: Rectangle, apart: number): string {
  return clipLineToFrame(line, frame)
    .map((stretch) => draw(thin(stretch, apart), ''))
    .join('')
}

/** The `d` of a path for a geometry's rings or lines, clipped to the frame and thinned; empty where none is inside. */
export function svgPath(geometry: Geometry, project: Project, frame: Rectangle, apart: number): string {
  const ring = (positions: Position[]) => ringPath(positions.map(project), frame, apart)
  const line = (positions: Position[]) => linePath(positions.map(project), frame, apart)
  switch (geometry.type) {
    case 'Polygon':
      return geometry.coordinates.map(ring).join('')
    case 'MultiPolygon':
      return geometry.coordinates.flat().map(ring).join('')
    case 'LineString':
      return line(geometry.coordinates)
    case 'MultiLineString':
      return geometry.coordinates.map(line).join('')
    default:
      return ''
  }
}

/** What a still map of these bounds shows of a picture that is on tiles: as a `data:` address, between its corners. */
export interface PictureCut {
  bounds: Bounds
  corners: Corners
  pixels: string
}

export interface StaticMapOptions {
  /** `[west, south, east, north]` in degrees; shown whole, in the middle. */
  bounds: Bounds
  /** Of the drawing, px. */
  width: number
  height: number
  /** How much larger than on a desk lines, marks and names are drawn; 1, if nothing is said. */
  scale?: number
  /** False for a drawing that is too small for names to be read. */
  names?: boolean
  theme: ThemeName
  /** The case's drawn features by layer, in drawing order; of one that is a picture, that as a `data:` address, or what each map here shows of its tiles. */
  layers: readonly (MapLayer & { features: readonly Feature[]; pixels?: string; cuts?: readonly PictureCut[] })[]
  /** Ids of the places to mark as selected. */
  selected?: readonly string[]
  /** Ids of the layers that stand back for others to stand out. */
  faded?: readonly string[]
  /** ISO 3166-1 codes of the countries that stand out from the others. */
  emphasis?: readonly string[]
  /** What is written beside the marks that are shown. */
  notes?: readonly WrittenNote[]
  /** Names that the ground has itself, of which the case speaks. */
  spoken?: readonly SpokenName[]
  /** What is drawn over the case on the reader's wish. */
  overlays?: Overlays
  /** Parts of the map that are drawn larger in frames of their own, where there is room, with the words of their scales; `alone` without the map. */
  insets?: { shown: readonly StillInset[]; length: LengthWords; alone?: boolean }
}

/** What everything on a still map is drawn with. */
export interface Drawing {
  theme: Theme
  project: Project
  frame: Rectangle
}
