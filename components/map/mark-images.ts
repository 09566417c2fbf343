import type { Map as MapLibreMap } from 'maplibre-gl'
import type { CaseMapStyle } from '@/lib/map/build-style'
import { headField, PALE } from '@/lib/map/flow-shape'
import { BLOCK_IMAGE } from '@/lib/map/label-blocks'
import { type ImageShape, type MarkImage, TOWN_PX } from '@/lib/map/mark-image'
import type { Glyph } from '@/lib/schema/plain-values'

/** Drawn at twice the size that they show, so that they are crisp on dense screens. */
const PIXEL_RATIO = 2
const HATCH_SIZE = 8
const MARK_SIZE = 22
/** Of a symbol within it: the rest is for its halo. */
const SYMBOL_SIZE = 22
/** Kept around a head for its halo. */
const HEAD_EDGE = 4
/** Of a town's dot, with its edge. */
const TOWN_FIELD = 2 * TOWN_PX + 4

type Draw = (context: CanvasRenderingContext2D, ink: string, halo: string) => void

/** Parallel lines that meet themselves at the tile's edges. `direction` 1 rises to the right, −1 falls. */
function hatch(direction: 1 | -1, width: number, opacity: number): Draw {
  return (context, ink) => {
    context.strokeStyle = ink
    context.globalAlpha = opacity
    context.lineWidth = width
    context.beginPath()
    for (const shift of [-HATCH_SIZE, 0, HATCH_SIZE]) {
      context.moveTo(shift - 2, direction === 1 ? HATCH_SIZE + 2 : -2)
      context.lineTo(shift + HATCH_SIZE + 2, direction === 1 ? -2 : HATCH_SIZE + 2)
    }
    context.stroke()
  }
}

/** Strokes a path twice: wide in the halo's colour, then in the ink's. */
function outlined(context: CanvasRenderingContext2D, ink: string, halo: string, width: number): void {
  context.lineJoin = 'round'
  context.lineCap = 'round'
  context.strokeStyle = halo
  context.lineWidth = width + 3
  context.stroke()
  context.strokeStyle = ink
  context.lineWidth = width
  context.stroke()
}

/** A symbol: of a line its strokes on a ground of their own, else filled; hollow, only its edge. */
function drawGlyph({ path, field, indent = 0, line }: Glyph, hollow: boolean): Draw {
  return (context, ink, halo) => {
    const scale = SYMBOL_SIZE / field
    const drawn = new Path2D()
    drawn.addPath(new Path2D(path), {
      a: scale,
      d: scale,
      e: (MARK_SIZE - SYMBOL_SIZE) / 2 + indent * scale,
      f: (MARK_SIZE - SYMBOL_SIZE) / 2,
    })
    const width = line ?? (hollow ? 1.5 : 0)
    context.lineJoin = 'round'
    context.lineCap = 'round'
    context.strokeStyle = halo
    context.lineWidth = width + 3
    context.stroke(drawn)
    context.fillStyle = width > 0 ? halo : ink
    context.fill(drawn)
    if (width === 0) return
    context.strokeStyle = ink
    context.lineWidth = width
    context.stroke(drawn)
  }
}

/** Points to the right: the map turns it along its line. */
const arrow: Draw = (context, ink, halo) => {
  context.beginPath()
  context.moveTo(8, 6)
  context.lineTo(15, 11)
  context.lineTo(8, 16)
  outlined(context, ink, halo, 2)
}

/** Points to the right from the middle of its left side, where its flow ends: solid, or in outline over a pale filling. */
function drawHead(hollow: boolean): Draw {
  return (context, ink, halo) => {
    const { length, side } = headField
    context.lineJoin = 'round'
    context.beginPath()
    context.moveTo(0, HEAD_EDGE)
    context.lineTo(length, HEAD_EDGE + side / 2)
    context.lineTo(0, HEAD_EDGE + side)
    context.closePath()
    context.strokeStyle = halo
    context.lineWidth = 5
    context.stroke()
    context.fillStyle = hollow ? halo : ink
    context.fill()
    if (!hollow) return
    context.globalAlpha = PALE
    context.fillStyle = ink
    context.fill()
    context.globalAlpha = 1
    context.strokeStyle = ink
    // Drawn large, it is shown much smaller: so that its edge is as strong as the dashes of the flow's sides.
    context.lineWidth = 5
    context.stroke()
  }
}

/** A dot with a light edge, or a ring. */
function drawTown(hollow: boolean): Draw {
  return (context, ink, halo) => {
    context.beginPath()
    context.arc(TOWN_FIELD / 2, TOWN_FIELD / 2, TOWN_PX, 0, 2 * Math.PI)
    context.fillStyle = hollow ? halo : ink
    context.fill()
    context.strokeStyle = hollow ? ink : halo
    context.lineWidth = hollow ? 2 : 1.6
    context.stroke()
  }
}

function drawShape(shape: ImageShape, hollow: boolean): Draw {
  if (shape === 'head') return drawHead(hollow)
  if (shape === 'town') return drawTown(hollow)
  if (shape === 'hatch-45') return hatch(1, 1.5, 0.9)
  if (shape === 'hatch-135') return hatch(-1, 1.2, 0.5)
  return shape === 'arrow' ? arrow : drawGlyph(shape, hollow)
}

function sizeOf(shape: ImageShape): { width: number; height: number } {
  if (shape === 'head') return { width: headField.length + HEAD_EDGE, height: headField.side + 2 * HEAD_EDGE }
  if (shape === 'town') return { width: TOWN_FIELD, height: TOWN_FIELD }
  const side = shape === 'hatch-45' || shape === 'hatch-135' ? HATCH_SIZE : MARK_SIZE
  return { width: side, height: side }
}

function paint({ shape, hollow, ink, halo }: MarkImage): ImageData {
  const { width, height } = sizeOf(shape)
  const canvas = document.createElement('canvas')
  canvas.width = width * PIXEL_RATIO
  canvas.height = height * PIXEL_RATIO
  // Drawn by the processor: the graphics process, which start-up keeps busy, would be waited for at each of them.
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('no 2D canvas to draw marks on')
  context.scale(PIXEL_RATIO, PIXEL_RATIO)
  drawShape(shape, hollow)(context, ink, halo)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}

/** Gives the map the images that a style's marks need and it does not have yet. */
export function addMarkImages(map: MapLibreMap, { metadata: { images } }: Pick<CaseMapStyle, 'metadata'>): void {
  if (!map.hasImage(BLOCK_IMAGE)) map.addImage(BLOCK_IMAGE, new ImageData(1, 1))
  for (const image of images)
    if (!map.hasImage(image.id)) map.addImage(image.id, paint(image), { pixelRatio: PIXEL_RATIO })
}
