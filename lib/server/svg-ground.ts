import { keepLatest } from '@/lib/derive/once'
import type { Rectangle } from '@/lib/geo/clip-to-frame'
import { type BorderLook, borderLooks } from '@/lib/map/basemap-expressions'
import {
  drawnPoints,
  type GroundLayer,
  type GroundPart,
  type PlacedTile,
  squareOf,
  tileFrame,
  tilesUnder,
} from './ground-shapes'
import { type Drawing, linePath, ringPath, type StaticMapOptions } from './svg-path'

/** Points nearer to each other than this are merged, px: the basemap is background. */
const GROUND_APART = 1.6

/** The tiles under a drawing, and what of it is to be drawn. */
interface Ground {
  tiles: readonly PlacedTile[]
  frame: Rectangle
}

/**
 * How far areas reach over the edges of their tiles, px: no seam shows between them. The outlines of one layer are one path
 * whose overlaps count once, since tiles have their rings wound by the rule (nonzero).
 */
const AREA_OVER = 0.6

/** The `d` of those parts of a layer that are wanted. */
function pathOf(
  layer: GroundLayer,
  { tiles, frame }: Ground,
  isWanted: (part: GroundPart) => boolean = () => true,
): string {
  const drawn = tiles.flatMap((placed) => {
    const within = { area: tileFrame(placed, frame, AREA_OVER), line: tileFrame(placed, frame, 0) }
    return (placed.tile.layers.get(layer) ?? []).filter(isWanted).map((part) => {
      const own = part.isRing ? within.area : within.line
      const points = own && drawnPoints(part, placed.square, own, GROUND_APART)
      if (own === null || points === null) return ''
      return part.isRing ? ringPath(points, own, GROUND_APART) : linePath(points, own, GROUND_APART)
    })
  })
  return drawn.join('')
}

function groundPath(
  layer: GroundLayer,
  attributes: string,
  ground: Ground,
  ofCountry: (cc: string) => boolean = () => true,
): string {
  const d = pathOf(layer, ground, ({ cc }) => ofCountry(cc))
  return d === '' ? '' : `<path d="${d}" ${attributes}/>`
}

/** Width of a recognised border, px. */
const BORDER_PX = 1

/** The borders of one look; its dashes are in widths of the line, as on the live map. */
function borderPath({ kinds, width, dashes, cap }: BorderLook, colour: string, ground: Ground): string {
  const d = pathOf('borders', ground, ({ kind }) => kinds.includes(kind))
  if (d === '') return ''
  const px = BORDER_PX * width
  const dash = dashes === undefined ? '' : ` stroke-dasharray="${dashes.map((length) => length * px).join(' ')}"`
  const line = `stroke="${colour}" stroke-width="${px}" stroke-linecap="${cap}"`
  return `<path d="${d}" fill="none" ${line}${dash}/>`
}

/** The ground of a still map in two parts: between them lies what is below its lines and above its areas. */
export interface GroundDrawing {
  areas: string
  lines: string
}

/** `whole` with lakes and provinces, which are a blur where there is no room for names; borders are then quieter. */
async function drawGroundAnew(
  { theme, project, frame }: Drawing,
  emphasis: readonly string[],
  whole: boolean,
): Promise<GroundDrawing> {
  const shallow = theme.sea[0]?.[1] ?? theme.land
  const ground = { tiles: await tilesUnder(squareOf(project), frame), frame }
  const isSubject = (cc: string) => emphasis.includes(cc)
  const areas = [
    groundPath('countries', `fill="${theme.subjectLand}"`, ground, isSubject),
    groundPath('disputed-areas', `fill="${theme.border}" fill-opacity="${theme.disputedTint}"`, ground),
    groundPath('sea', `fill="${shallow}"`, ground),
    ...(whole ? [groundPath('lakes', `fill="${theme.lake}"`, ground)] : []),
  ]
  const lines = [
    ...(whole
      ? [groundPath('admin1-lines', `fill="none" stroke="${theme.admin1Line}" stroke-width=".6"`, ground, isSubject)]
      : []),
    ...borderLooks.map((look) => borderPath(look, whole ? theme.border : theme.admin1Line, ground)),
  ]
  return { areas: areas.join(''), lines: lines.join('') }
}

/** Grounds drawn lately: in two themes a case has its first view for a few sizes of window, its threads and its insets. */
const KEPT_GROUNDS = 40
const keepGround = keepLatest<GroundDrawing>(KEPT_GROUNDS)

/** The ground of a still map; drawn once for a frame in a theme. */
export function drawGround(
  { bounds, width, height, theme, names = true, emphasis = [] }: StaticMapOptions,
  drawing: Drawing,
): Promise<GroundDrawing> {
  const key = [...bounds, width, height, squareOf(drawing.project).left, theme, names, ...emphasis].join(' ')
  return keepGround(key, () => drawGroundAnew(drawing, emphasis, names))
}
