import { extentOf } from '@/lib/derive/arrays'
import type { Frame } from '@/lib/geo/camera-to-bounds'
import type { Rectangle } from '@/lib/geo/clip-to-frame'
import type { Point } from '@/lib/geo/project-mercator'
import { EDGE_PX } from '@/lib/map/label-blocks'
import { px } from '@/lib/map/svg-marks'
import { type Anchors, boxBeside, shareOf, type TextAnchor } from '@/lib/map/text-anchors'
import type { OutlineText } from './font-outlines'
import { runWidth, type TextRun, writeRun } from './svg-text'

type Lines = readonly (readonly TextRun[])[]

/** What is written on the map, and where it may stand. */
export interface SvgLabel {
  at: Point
  /** What it says, the fullest first: where there is no room for one, the next is tried. */
  wordings: readonly Lines[]
  /** The best first. */
  anchors: Anchors
  /** What an em of the anchors is, px. */
  emPx: number
  halo: string
  /** Kept free around it, px. */
  paddingPx?: number
  /** Of the dot at its point; without it, there is none. */
  dot?: string
  /** How far it covers the ground, 0 to 1; without it, wholly. */
  opacity?: number
}

/** One line of one look. */
export function oneLine(run: TextRun): Lines[] {
  return [[[run]]]
}

/** On its point, in the middle. */
export const onPoint: Anchors = [['center', [0, 0]]]

/** Beside a mark: on its right or, where there is no room, on another side. */
export function besideMark(em: number): Anchors {
  return [
    ['left', [em, 0]],
    ['right', [-em, 0]],
    ['top', [0, em]],
    ['bottom', [0, -em]],
  ]
}

const PADDING_PX = 2
/** From one line's middle to the next, in ems of the largest letters; a text's baseline is so far below its middle. */
const LINE_EM = 1.25
const BASELINE_EM = 0.35

interface SetLine {
  runs: readonly { run: TextRun; width: number }[]
  width: number
  size: number
}

interface SetText {
  lines: readonly SetLine[]
  width: number
  height: number
}

function setText(lines: Lines, outline: OutlineText): SetText {
  const set = lines.map((runs) => {
    const measured = runs.map((run) => ({ run, width: runWidth(run, outline) }))
    return {
      runs: measured,
      width: measured.reduce((sum, { width }) => sum + width, 0),
      size: extentOf(runs.map(({ size }) => size))[1],
    }
  })
  return {
    lines: set,
    width: extentOf(set.map(({ width }) => width))[1],
    height: set.reduce((sum, { size }) => sum + size * LINE_EM, 0),
  }
}

function widened({ left, top, right, bottom }: Rectangle, by: number): Rectangle {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by }
}

function overlaps(a: Rectangle, b: Rectangle): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

function write(
  { at, halo, dot, opacity }: SvgLabel,
  text: SetText,
  box: Rectangle,
  anchor: TextAnchor,
  outline: OutlineText,
): string {
  const [share] = shareOf(anchor)
  let top = box.top
  const written = text.lines.flatMap(({ runs, width, size }) => {
    let x = box.left + share * (text.width - width)
    const baseline = top + size * (LINE_EM / 2 + BASELINE_EM)
    top += size * LINE_EM
    return runs.map(({ run, width: advance }) => {
      const drawn = writeRun(run, [x, baseline], outline, halo)
      x += advance
      return drawn
    })
  })
  const circle = `<circle cx="${px(at[0])}" cy="${px(at[1])}" r="2.8" fill="${halo}" stroke="${dot}" stroke-width="1.4"/>`
  const drawn = (dot === undefined ? '' : circle) + written.join('')
  return opacity === undefined ? drawn : `<g opacity="${opacity}">${drawn}</g>`
}

/**
 * Writes the labels that have room on a map: none comes near an edge, touches one before it or lies on what is `taken`.
 * The first take precedence; one that has no room says less where it can, and is else left out.
 */
export function placeLabels(
  labels: readonly SvgLabel[],
  { width, height }: Frame,
  covered: readonly Rectangle[],
  outline: OutlineText,
): string {
  const taken = [...covered]
  const isWithin = ({ left, top, right, bottom }: Rectangle) =>
    left >= EDGE_PX && top >= EDGE_PX && right <= width - EDGE_PX && bottom <= height - EDGE_PX
  const place = (label: SvgLabel): string => {
    for (const wording of label.wordings) {
      const text = setText(wording, outline)
      for (const anchor of label.anchors) {
        const box = boxBeside(label.at, text, label.emPx, anchor)
        const free = widened(box, label.paddingPx ?? PADDING_PX)
        if (!isWithin(box) || taken.some((other) => overlaps(free, other))) continue
        taken.push(free)
        return write(label, text, box, anchor[0], outline)
      }
    }
    return ''
  }
  return `<g paint-order="stroke" stroke-linejoin="round">${labels.map(place).join('')}</g>`
}

/** Everything that the labels say, for the fonts that it is written in. */
export function wordsOf(labels: readonly SvgLabel[]): string[] {
  return labels.flatMap(({ wordings }) => wordings.flatMap((lines) => lines.flat().map(({ text }) => text)))
}
