import { isolate } from '@/lib/derive/isolate'
import { type Bounds, type Frame, kmPerPixel, scaleBar, worldPx } from '@/lib/geo/camera-to-bounds'
import type { Rectangle } from '@/lib/geo/clip-to-frame'
import { insetLeader, needsInset } from '@/lib/geo/inset-leader'
import type { Point } from '@/lib/geo/project-mercator'
import type { Theme } from '@/lib/map/theme'
import type { Hue } from '@/lib/schema/plain-values'
import { type Drawing, escapeXml, type Project } from './svg-path'

/** A part of the map that is drawn larger in a frame of its own. */
export interface StillInset {
  bounds: Bounds
  title: string
  side: 'left' | 'right'
  /** The number and hue of its thread; null for none. */
  thread: { number: number; hue: Hue } | null
}

/** A round length in the language of the map: "20 km". */
export type LengthWords = (km: number) => string

/** Of an inset on a map with room for it, px; on a smaller one it is smaller in proportion. */
const SIZE = { width: 292, height: 252 } as const
/** Its title, px: the map stands under it. */
const TITLE_PX = 32
const EDGE_PX = 16
/** The least width of a map that has room for an inset at its full size, and for any, px. */
const ROOM = { whole: 1000, any: 600 } as const
const SCALE_BAR_PX = 64

/** A frame on the map, and the size of the map within it. */
interface InsetFrame extends Rectangle {
  map: Frame
}

/** Where a map of that size has the frame of an inset; null where there is no room. */
function insetFrame(side: StillInset['side'], { width, height }: Frame): InsetFrame | null {
  if (width < ROOM.any || height < ROOM.any * 0.75) return null
  const scale = Math.min(1, width / ROOM.whole)
  const [w, h] = [Math.round(SIZE.width * scale), Math.round(SIZE.height * scale)]
  const left = side === 'left' ? EDGE_PX : width - EDGE_PX - w
  const bottom = height - EDGE_PX
  return { left, right: left + w, top: bottom - h, bottom, map: { width: w, height: h - TITLE_PX } }
}

/** Where a map has these bounds, px. */
function boxOf([west, south, east, north]: Bounds, project: Project): Rectangle {
  const [[left, top], [right, bottom]] = [project([west, north]), project([east, south])]
  return { left, top, right, bottom }
}

function rectangle({ left, top, right, bottom }: Rectangle, attributes: string): string {
  const [x, y, width, height] = [left, top, right - left, bottom - top].map((each) => each.toFixed(1))
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" ${attributes}/>`
}

function badge([x, y]: Point, { number, hue }: NonNullable<StillInset['thread']>, theme: Theme): string {
  return (
    `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="9" fill="${theme.hues[hue].text}"/>` +
    `<text x="${x.toFixed(1)}" y="${(y + 4).toFixed(1)}" text-anchor="middle" font-size="12" font-weight="600" fill="${theme.panel}">${number}</text>`
  )
}

function titleOf({ title, thread }: StillInset, { left, top }: Rectangle, theme: Theme): string {
  const colour = thread === null ? theme.ink : theme.hues[thread.hue].text
  const mark = thread === null ? '' : badge([left + 19, top + 16], thread, theme)
  const x = left + (thread === null ? 10 : 34)
  return `${mark}<text x="${x}" y="${top + 21}" font-size="14" font-weight="600" fill="${colour}">${escapeXml(isolate(title))}</text>`
}

/** The bar in the lower right corner; `sidePx` is the width of the world in the inset. */
function scaleOf({ right, bottom }: Rectangle, sidePx: number, latitude: number, theme: Theme, say: LengthWords) {
  const { km, px } = scaleBar(kmPerPixel(Math.log2(sidePx / worldPx), latitude), SCALE_BAR_PX)
  const [x, y] = [right - 12, bottom - 10]
  return (
    `<path d="M${(x - px).toFixed(1)} ${y - 5}v5h${px.toFixed(1)}v-5" fill="none" stroke="${theme.ink}" stroke-width="1.2"/>` +
    `<text x="${(x - px - 6).toFixed(1)}" y="${y}" text-anchor="end" font-size="12" fill="${theme.ink}" stroke="${theme.halo}" stroke-width="3" paint-order="stroke" stroke-linejoin="round">${escapeXml(say(km))}</text>`
  )
}

/** An inset that a map has: it, its frame, and where the map has what it shows. */
export interface PlacedInset {
  inset: StillInset
  frame: InsetFrame
  box: Rectangle
}

/** The insets that add something to a map of that size, and that it has room for: one in each of its lower corners. */
export function placeInsets(insets: readonly StillInset[], size: Frame, project: Project): PlacedInset[] {
  const taken = new Set<StillInset['side']>()
  return insets.flatMap((inset): PlacedInset[] => {
    const frame = insetFrame(inset.side, size)
    const box = boxOf(inset.bounds, project)
    if (frame === null || taken.has(inset.side) || !needsInset(box, size, frame.map)) return []
    taken.add(inset.side)
    return [{ inset, frame, box }]
  })
}

/**
 * A frame over the map with `map`, the drawing of what it shows, its title and scale, and the line that leads to it from
 * the box on the map. `sidePx` is the width of the world in `map`.
 */
export function drawInset(
  { inset, frame, box }: PlacedInset,
  map: string,
  sidePx: number,
  { theme }: Pick<Drawing, 'theme'>,
  say: LengthWords,
): string {
  const line = insetLeader(box, frame)
  const leader =
    line === null ? '' : `<path d="M${line.map((point) => point.map((each) => each.toFixed(1)).join(' ')).join('L')}"/>`
  const { left, top, right, bottom } = frame
  const mapTop = top + TITLE_PX
  const { width, height } = frame.map
  const latitude = (inset.bounds[1] + inset.bounds[3]) / 2
  const beside = inset.thread === null ? '' : badge([box.left, (box.top + box.bottom) / 2], inset.thread, theme)
  return [
    `<g fill="none" stroke="${theme.ink}" stroke-width="1.2">${rectangle(box, '')}${leader}</g>${beside}`,
    rectangle(frame, `fill="${theme.panel}"`),
    `<svg x="${left}" y="${mapTop}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${map}</svg>`,
    titleOf(inset, frame, theme),
    scaleOf(frame, sidePx, latitude, theme, say),
    rectangle({ left, top, right, bottom }, `fill="none" stroke="${theme.ink}" stroke-width="1.2"`),
  ].join('')
}
