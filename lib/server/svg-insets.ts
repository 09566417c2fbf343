import { kmPerPixel, scaleBar, worldPx } from '@/lib/geo/camera-to-bounds'
import type { Rectangle } from '@/lib/geo/clip-to-frame'
import { insetLeader } from '@/lib/geo/inset-leader'
import type { Point } from '@/lib/geo/project-mercator'
import { INSET_TITLE_PX, type PlacedInset, type StillInset } from '@/lib/map/inset-frames'
import type { Theme } from '@/lib/map/theme'
import type { OutlineText } from './font-outlines'
import { runWidth, writeRun } from './svg-text'

/** A round length in the language of the map: "20 km". */
export type LengthWords = (km: number) => string

/** What an inset's frame is drawn and written with. */
interface Look {
  theme: Theme
  outline: OutlineText
  say: LengthWords
}

const SCALE_BAR_PX = 64

function rectangle({ left, top, right, bottom }: Rectangle, attributes: string): string {
  const [x, y, width, height] = [left, top, right - left, bottom - top].map((each) => each.toFixed(1))
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" ${attributes}/>`
}

function badge([x, y]: Point, { number, hue }: NonNullable<StillInset['thread']>, { theme, outline }: Look): string {
  const run = { text: String(number), face: 'sansSemibold', size: 12, colour: theme.panel } as const
  const start: Point = [x - runWidth(run, outline) / 2, y + 4]
  const circle = `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="9" fill="${theme.hues[hue].text}"/>`
  return circle + writeRun(run, start, outline)
}

function titleOf({ title, thread }: StillInset, { left, top }: Rectangle, look: Look): string {
  const { theme, outline } = look
  const colour = thread === null ? theme.ink : theme.hues[thread.hue].text
  const mark = thread === null ? '' : badge([left + 19, top + 16], thread, look)
  const run = { text: title, face: 'sansSemibold', size: 14, colour } as const
  return mark + writeRun(run, [left + (thread === null ? 10 : 34), top + 21], outline)
}

/** The bar in the lower right corner; `sidePx` is the width of the world in the inset. */
function scaleOf({ right, bottom }: Rectangle, sidePx: number, latitude: number, { theme, outline, say }: Look) {
  const { km, px } = scaleBar(kmPerPixel(Math.log2(sidePx / worldPx), latitude), SCALE_BAR_PX)
  const [x, y] = [right - 12, bottom - 10]
  const run = { text: say(km), face: 'sans', size: 12.5, colour: theme.ink } as const
  const start: Point = [x - px - 6 - runWidth(run, outline), y]
  return (
    `<path d="M${(x - px).toFixed(1)} ${y - 5}v5h${px.toFixed(1)}v-5" fill="none" stroke="${theme.ink}" stroke-width="1.2"/>` +
    `<g paint-order="stroke" stroke-linejoin="round">${writeRun(run, start, outline, theme.halo)}</g>`
  )
}

/**
 * A frame over the map with `map`, the drawing of what it shows, its title and scale, and the line that leads to it from
 * the box on the map. `sidePx` is the width of the world in `map`.
 */
export function drawInset({ inset, frame, box }: PlacedInset, map: string, sidePx: number, look: Look): string {
  const { theme } = look
  const line = insetLeader(box, frame)
  const leader =
    line === null ? '' : `<path d="M${line.map((point) => point.map((each) => each.toFixed(1)).join(' ')).join('L')}"/>`
  const { left, top, right, bottom } = frame
  const mapTop = top + INSET_TITLE_PX
  const { width, height } = frame.map
  const latitude = (inset.bounds[1] + inset.bounds[3]) / 2
  const beside = inset.thread === null ? '' : badge([box.left, (box.top + box.bottom) / 2], inset.thread, look)
  return [
    `<g fill="none" stroke="${theme.ink}" stroke-width="1.2">${rectangle(box, '')}${leader}</g>${beside}`,
    rectangle(frame, `fill="${theme.panel}"`),
    `<svg x="${left}" y="${mapTop}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${map}</svg>`,
    titleOf(inset, frame, look),
    scaleOf(frame, sidePx, latitude, look),
    rectangle({ left, top, right, bottom }, `fill="none" stroke="${theme.ink}" stroke-width="1.2"`),
  ].join('')
}
