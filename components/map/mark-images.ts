import type { Map as MapLibreMap } from 'maplibre-gl'
import { type MarkShape, markImage, markImages } from '@/lib/map/mark-image'
import { type Theme, themes } from '@/lib/map/theme'

/** Drawn at twice the size that they show, so that they are crisp on dense screens. */
const PIXEL_RATIO = 2
const HATCH_SIZE = 8
const MARK_SIZE = 22

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

const bar: Draw = (context, ink, halo) => {
  context.beginPath()
  context.moveTo(11, 4)
  context.lineTo(11, 18)
  outlined(context, ink, halo, 4)
}

/** Hollow: its place is estimated. */
const barOpen: Draw = (context, ink, halo) => {
  context.beginPath()
  context.roundRect(8.5, 3, 5, 16, 2)
  context.fillStyle = halo
  context.fill()
  outlined(context, ink, halo, 1.5)
}

const queue: Draw = (context, ink, halo) => {
  context.beginPath()
  for (const y of [5, 11, 17]) {
    context.moveTo(5, y)
    context.lineTo(17, y)
  }
  outlined(context, ink, halo, 3)
}

const drop: Draw = (context, ink, halo) => {
  context.beginPath()
  context.moveTo(11, 2.5)
  context.bezierCurveTo(15, 8, 17, 11, 17, 14)
  context.arc(11, 14, 6, 0, Math.PI)
  context.bezierCurveTo(5, 11, 7, 8, 11, 2.5)
  outlined(context, ink, halo, 1.5)
  context.fillStyle = ink
  context.fill()
}

const speech: Draw = (context, ink, halo) => {
  context.beginPath()
  context.moveTo(4, 5)
  context.lineTo(18, 5)
  context.lineTo(18, 14)
  context.lineTo(11, 14)
  context.lineTo(7, 18)
  context.lineTo(7, 14)
  context.lineTo(4, 14)
  context.closePath()
  context.fillStyle = halo
  context.fill()
  outlined(context, ink, halo, 2)
}

/** Points to the right: the map turns it along its line. */
const arrow: Draw = (context, ink, halo) => {
  context.beginPath()
  context.moveTo(8, 6)
  context.lineTo(15, 11)
  context.lineTo(8, 16)
  outlined(context, ink, halo, 2)
}

const draws: Record<MarkShape, Draw> = {
  hatch: hatch(1, 1.5, 0.9),
  'hatch-back': hatch(-1, 1.2, 0.5),
  bar,
  'bar-open': barOpen,
  queue,
  drop,
  speech,
  arrow,
}

function paint(shape: MarkShape, ink: string, halo: string): ImageData {
  const size = (shape.startsWith('hatch') ? HATCH_SIZE : MARK_SIZE) * PIXEL_RATIO
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no 2D canvas to draw marks on')
  context.scale(PIXEL_RATIO, PIXEL_RATIO)
  draws[shape](context, ink, halo)
  return context.getImageData(0, 0, size, size)
}

/** Gives the map the images of its marks, in all themes. */
export function addMarkImages(map: MapLibreMap): void {
  for (const theme of Object.values<Theme>(themes)) {
    for (const { shape, colour } of markImages) {
      const name = markImage(shape, colour, theme)
      if (map.hasImage(name)) continue
      map.addImage(name, paint(shape, theme.layers[colour], theme.halo), { pixelRatio: PIXEL_RATIO })
    }
  }
}
