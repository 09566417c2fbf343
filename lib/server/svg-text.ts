import { isolate } from '@/lib/derive/isolate'
import { textWidth } from '@/lib/derive/text-width'
import type { Point } from '@/lib/geo/project-mercator'
import { px } from '@/lib/map/svg-marks'
import { type FaceName, type OutlineText, UNITS } from './font-outlines'
import { escapeXml } from './svg-path'

/** A stretch of text in one look. */
export interface TextRun {
  text: string
  face: FaceName
  /** px. */
  size: number
  colour: string
  /** Between letters, ems. */
  spacing?: number
}

/** What a browser writes a text with where our fonts do not have its letters. */
const instead: Readonly<Record<FaceName, string>> = {
  sans: '',
  sansSemibold: ' font-weight="600"',
  serifSemibold: ' font-family="Georgia,serif" font-weight="600"',
  serifItalic: ' font-family="Georgia,serif" font-style="italic"',
}

export function runWidth({ text, face, size, spacing = 0 }: TextRun, outline: OutlineText): number {
  const widthEm = outline(text, face, spacing)?.widthEm
  if (widthEm !== undefined) return widthEm * size
  return textWidth(text, size, face !== 'sans') + Array.from(text).length * spacing * size
}

/** Around text, px: what lifts it off the ground. */
const HALO_PX = 3

/**
 * A run from its baseline's start on. As the outline of its letters, whose halo is told to `paint-order`; what it says
 * stands beside it in words.
 */
export function writeRun(run: TextRun, [x, y]: Point, outline: OutlineText, halo = ''): string {
  const { text, face, size, colour, spacing = 0 } = run
  const drawn = outline(text, face, spacing)
  if (drawn === null) {
    const edge = halo === '' ? '' : ` stroke="${halo}" stroke-width="${HALO_PX}"`
    return `<text x="${px(x)}" y="${px(y)}" font-size="${size}" fill="${colour}"${edge}${instead[face]}>${escapeXml(isolate(text))}</text>`
  }
  const scale = size / UNITS
  const edge = halo === '' ? '' : ` stroke="${halo}" stroke-width="${Math.round(HALO_PX / scale)}"`
  return `<path aria-label="${escapeXml(text)}" transform="translate(${px(x)} ${px(y)})scale(${scale})" fill="${colour}"${edge} d="${drawn.path}"/>`
}
