import { extentOf } from '@/lib/derive/arrays'
import type { Rectangle } from '@/lib/geo/clip-to-frame'
import type { Point } from '@/lib/geo/project-mercator'
import { type Anchors, boxBeside } from './text-anchors'

/** Words of one size within a text, as a factor of the text's own. */
export interface LabelRun {
  text: string
  scale: number
}

/** A text as a layer of the style writes it at one point. */
export interface MapLabel {
  /** The point on the screen, px. */
  at: Point
  runs: readonly LabelRun[]
  sizePx: number
  letterSpacingEm: number
  lineHeightEm: number
  /** Where a line is broken, em. */
  maxWidthEm: number
  /** Where it may stand, the best first. */
  anchors: Anchors
}

/** The runs of each line that is written as one. */
function splitLines(runs: readonly LabelRun[]): LabelRun[][] {
  const lines: LabelRun[][] = [[]]
  for (const { text, scale } of runs)
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (part !== '') lines.at(-1)?.push({ text: part, scale })
    }
  return lines
}

/** Words in as many lines as they need, of about one length, as the map breaks them. */
function breakLine({ text, scale }: LabelRun, widthOf: (text: string) => number, mostPx: number): LabelRun[][] {
  const width = widthOf(text)
  const count = Math.max(1, Math.ceil((width * scale) / mostPx))
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const begins = last === undefined || (lines.length < count && widthOf(last) > (0.7 * width) / count)
    if (begins) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines.map((line) => [{ text: line, scale }])
}

/** The boxes in which the map may have written a label, one for each of its anchors. `widthOf` measures at its size, px. */
export function labelCandidates(label: MapLabel, widthOf: (text: string) => number): Rectangle[] {
  const { at, runs, sizePx, letterSpacingEm, lineHeightEm, maxWidthEm, anchors } = label
  const spaced = (text: string) => widthOf(text) + text.length * letterSpacingEm * sizePx
  const lines = splitLines(runs).flatMap((line) => {
    const [only] = line
    return line.length === 1 && only !== undefined ? breakLine(only, spaced, maxWidthEm * sizePx) : [line]
  })
  const widths = lines.map((line) => line.reduce((sum, { text, scale }) => sum + spaced(text) * scale, 0))
  const heights = lines.map((line) => Math.max(0, extentOf(line.map(({ scale }) => scale))[1]) * lineHeightEm * sizePx)
  const size = { width: extentOf(widths)[1], height: heights.reduce((sum, height) => sum + height, 0) }
  return anchors.map((anchor) => boxBeside(at, size, sizePx, anchor))
}
