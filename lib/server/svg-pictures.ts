import type { Bounds } from '@/lib/geo/camera-to-bounds'
import { FADED } from '@/lib/map/case-layer'
import { cornersOf } from '@/lib/schema/plain-values'
import { type Drawing, escapeXml, type StaticMapOptions } from './svg-path'

/** Of the drawn picture, before it is put where it belongs: a size of which no drawing loses a part in rounding. */
const SIDE = 1000

type Layer = StaticMapOptions['layers'][number]

/** One picture between its corners: turned and drawn out as these are, which makes of it a parallelogram. */
function drawPicture(layer: Layer, bounds: Bounds, faded: boolean, { project, frame }: Drawing): string {
  const { picture, features, cuts = [] } = layer
  const cut = cuts.find((each) => each.bounds.join() === bounds.join())
  const pixels = layer.pixels ?? cut?.pixels
  // Without a feature it is switched off by time or by a filter.
  if (picture === undefined || pixels === undefined || features.length === 0) return ''
  const corners = (cut?.corners ?? cornersOf(picture)).map((corner) => project([...corner]))
  const [[left, top] = [0, 0], [rightX, rightY] = [0, 0], , [lowX, lowY] = [0, 0]] = corners
  const isIn = (of: 0 | 1, from: number, to: number) =>
    corners.some((corner) => corner[of] > from) && corners.some((corner) => corner[of] < to)
  if (!isIn(0, frame.left, frame.right) || !isIn(1, frame.top, frame.bottom)) return ''
  const matrix = [rightX - left, rightY - top, lowX - left, lowY - top].map((step) => step / SIDE)
  const opacity = (picture.opacity ?? 1) * (faded ? FADED : 1)
  return (
    `<image href="${escapeXml(pixels)}" width="${SIDE}" height="${SIDE}" preserveAspectRatio="none"` +
    ` opacity="${opacity}" transform="matrix(${[...matrix, left, top].join(' ')})"/>`
  )
}

/** The case's pictures, from bottom to top: over the ground's areas, and under its lines and all marks. */
export function drawPictures({ layers, bounds, faded = [] }: StaticMapOptions, worlds: readonly Drawing[]): string {
  return layers
    .flatMap((layer) => worlds.map((world) => drawPicture(layer, bounds, faded.includes(layer.id), world)))
    .join('')
}
