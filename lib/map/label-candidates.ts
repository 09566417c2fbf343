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

/** What stands between the separators of a text, in the runs that it is written in. */
function splitRuns(runs: readonly LabelRun[], separator: '\n' | ' '): LabelRun[][] {
  const parts: LabelRun[][] = [[]]
  for (const { text, scale } of runs)
    for (const [index, part] of text.split(separator).entries()) {
      if (index > 0) parts.push([])
      if (part !== '') parts.at(-1)?.push({ text: part, scale })
    }
  return parts
}

/** The widths of a line's words, in as many lines as they need, of about one length, as the map breaks them. */
function breakLine(words: readonly number[], blank: number, mostPx: number): number[] {
  const width = words.reduce((sum, word) => sum + word + blank, -blank)
  const count = Math.max(1, Math.ceil(width / mostPx))
  const lines: number[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last === undefined || (lines.length < count && last > (0.7 * width) / count)) lines.push(word)
    else lines[lines.length - 1] = last + blank + word
  }
  return lines
}

/** The boxes in which the map may have written a label, one for each of its anchors. `widthOf` measures at its size, px. */
export function labelCandidates(label: MapLabel, widthOf: (text: string) => number): Rectangle[] {
  const { at, runs, sizePx, letterSpacingEm, lineHeightEm, maxWidthEm, anchors } = label
  const widthOfRun = ({ text, scale }: LabelRun) => (widthOf(text) + text.length * letterSpacingEm * sizePx) * scale
  const size = { width: 0, height: 0 }
  for (const line of splitRuns(runs, '\n')) {
    const words = splitRuns(line, ' ')
      .filter((word) => word.length > 0)
      .map((word) => word.reduce((sum, run) => sum + widthOfRun(run), 0))
    const broken = breakLine(words, widthOfRun({ text: ' ', scale: 1 }), maxWidthEm * sizePx)
    size.width = Math.max(size.width, extentOf(broken)[1])
    size.height += broken.length * Math.max(0, extentOf(line.map(({ scale }) => scale))[1]) * lineHeightEm * sizePx
  }
  return anchors.map((anchor) => boxBeside(at, size, sizePx, anchor))
}
