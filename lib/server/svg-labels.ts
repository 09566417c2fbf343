import type { Point } from '@/lib/geo/project-mercator'
import { escapeXml } from './svg-path'

export interface SvgLabel {
  at: Point
  text: string
  size: number
  colour: string
  halo: string
  /** Further attributes of the text element, ready to write. */
  style: string
  /** Beside a mark, or centred on the point. */
  beside: boolean
}

type Box = [left: number, top: number, right: number, bottom: number]

/** Mean advance of a letter in both faces, in ems; measuring would need the font. */
const LETTER_EMS = 0.56

/** From the middle of a mark to a label beside it, in ems: clear of a symbol. */
const BESIDE_EMS = 0.95

function boxOf({ at: [x, y], text, size, beside }: SvgLabel): Box {
  const width = Array.from(text).length * size * LETTER_EMS
  const left = beside ? x + size * BESIDE_EMS : x - width / 2
  return [left - 2, y - size * 0.8, left + width + 2, y + size * 0.6]
}

function overlaps(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

function write({ at: [x, y], text, size, colour, halo, style, beside }: SvgLabel): string {
  const start = beside ? x + size * BESIDE_EMS : x
  const anchor = beside ? '' : ' text-anchor="middle"'
  return (
    `<text x="${start.toFixed(1)}" y="${(y + size * 0.35).toFixed(1)}" font-size="${size}" fill="${colour}"` +
    ` stroke="${halo}"${anchor}${style}>${escapeXml(text)}</text>`
  )
}

/** Writes the labels that fit on `width` by `height` px without touching one before them; the first take precedence. */
export function placeLabels(labels: readonly SvgLabel[], width: number, height: number): string {
  const taken: Box[] = []
  const written: string[] = []
  for (const label of labels) {
    const box = boxOf(label)
    if (box[0] < 0 || box[1] < 0 || box[2] > width || box[3] > height) continue
    if (taken.some((other) => overlaps(box, other))) continue
    taken.push(box)
    written.push(write(label))
  }
  return `<g paint-order="stroke" stroke-width="3" stroke-linejoin="round">${written.join('')}</g>`
}
