/** The longest start of `text` that fits with an ellipsis. */
function cut(text: string, room: number, measure: (text: string) => number): string {
  const letters = Array.from(text)
  while (letters.length > 0 && measure(`${letters.join('').trimEnd()}…`) > room) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

/** A word that is wider than a line, as an address may be, in pieces that are not. */
function breakWord(word: string, room: number, measure: (text: string) => number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece !== '' && measure(piece + letter) > room) {
      pieces.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece]
}

/**
 * A text in lines no wider than `room`, broken between words, and inside of a word only where it is wider than a line;
 * what does not fit into `most` lines ends in an ellipsis.
 */
export function wrapText(text: string, room: number, measure: (text: string) => number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').filter((part) => part !== '')) {
    for (const [index, piece] of breakWord(word, room, measure).entries()) {
      const longer = line === '' || index > 0 ? `${index > 0 ? '' : line}${piece}` : `${line} ${piece}`
      if (index === 0 && measure(longer) <= room) {
        line = longer
        continue
      }
      if (line !== '') lines.push(line)
      line = piece
    }
  }
  if (line !== '') lines.push(line)
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  return [...kept.slice(0, -1), cut(`${kept.at(-1)} ${lines[most]}`, room, measure)]
}

/** The type of a picture: family of the theme, weight, size and line height in px. */
export const pictureType = {
  title: { family: 'serif', weight: 650, size: 44, line: 52 },
  shown: { family: 'sans', weight: 400, size: 19, line: 27 },
  legend: { family: 'sans', weight: 400, size: 17, line: 26 },
  note: { family: 'sans', weight: 400, size: 14, line: 20 },
} as const

export type PictureFont = keyof typeof pictureType

/** Width of a text in px, set in one of the picture's types. */
export type MeasureText = (text: string, font: PictureFont) => number

/** Everything that a picture says in words. */
export interface PictureTexts {
  title: string
  /** What is shown: the window of time, the filter, the focus. */
  shown: readonly string[]
  /** Names of the visible layers and of what is drawn over them, in the legend's order. */
  legend: readonly string[]
  /** The scale bar's length, "200 km", and how wide its bar is, px. */
  scale: { text: string; px: number }
  /** What a laid-over shape does not claim, boundary note, attribution, age of the data, address. */
  notes: readonly string[]
}

/** Of a part of the picture, px from its upper left corner. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

interface TextBox extends Box {
  text: string
  font: PictureFont
}

/** Where everything of a picture stands. */
export interface PicturePlan {
  texts: readonly TextBox[]
  /** Boxes of the marks, one for each name of the legend. */
  marks: readonly Box[]
  map: Box
  scaleBar: Box
  /** The rule above the notes. */
  rule: Box
}

const MARGIN = 40
const GAP = 18
const MARK = { width: 34, height: 22, gap: 10 } as const
/** Between one name of the legend and the next mark. */
const LEGEND_GAP = 30
const SCALE_GAP = 48
/** What words may take at most, so that a map remains. */
const maxLines = { title: 2, shown: 4, note: 7 } as const

/** Lines of a text below one another from `y` on. */
function setLines(lines: readonly string[], font: PictureFont, y: number, measure: MeasureText): TextBox[] {
  const { line } = pictureType[font]
  return lines.map((text, index) => ({
    text,
    font,
    x: MARGIN,
    y: y + index * line,
    width: measure(text, font),
    height: line,
  }))
}

/** Marks and names in rows from the left, no wider than `room`; `y` counts from the legend's own top. */
function setLegend(names: readonly string[], room: number, measure: MeasureText): { marks: Box[]; names: TextBox[] } {
  const { line } = pictureType.legend
  const marks: Box[] = []
  const boxes: TextBox[] = []
  let [x, y] = [0, 0]
  for (const text of names) {
    const width = Math.min(measure(text, 'legend'), room - MARK.width - MARK.gap)
    if (x > 0 && x + MARK.width + MARK.gap + width > room) [x, y] = [0, y + line + 4]
    marks.push({ x, y: y + (line - MARK.height) / 2, width: MARK.width, height: MARK.height })
    boxes.push({ text, font: 'legend', x: x + MARK.width + MARK.gap, y, width, height: line })
    x += MARK.width + MARK.gap + width + LEGEND_GAP
  }
  return { marks, names: boxes }
}

function moved<T extends Box>(boxes: readonly T[], x: number, y: number): T[] {
  return boxes.map((box) => ({ ...box, x: box.x + x, y: box.y + y }))
}

function endOf(boxes: readonly Box[], otherwise: number): number {
  return boxes.reduce((end, box) => Math.max(end, box.y + box.height), otherwise)
}

/**
 * The layout of a picture of `size` px: title and what is shown above the map, legend and scale bar under it, the notes
 * at the foot; the map takes what the words leave. Pure: `measure` knows the fonts.
 */
export function planPicture(
  size: { width: number; height: number },
  texts: PictureTexts,
  measure: MeasureText,
): PicturePlan {
  const room = size.width - 2 * MARGIN
  const wrap = (text: string, font: PictureFont, most: number) =>
    wrapText(text, room, (part) => measure(part, font), most)
  const title = setLines(wrap(texts.title, 'title', maxLines.title), 'title', MARGIN - 8, measure)
  const shownLines = texts.shown.flatMap((text) => wrap(text, 'shown', 2)).slice(0, maxLines.shown)
  const shown = setLines(shownLines, 'shown', endOf(title, MARGIN) + 4, measure)
  const noteLines = texts.notes.flatMap((text) => wrap(text, 'note', 3)).slice(0, maxLines.note)
  const notesTop = size.height - MARGIN + 8 - noteLines.length * pictureType.note.line
  const notes = setLines(noteLines, 'note', notesTop, measure)
  const rule = { x: MARGIN, y: notesTop - 10, width: room, height: 1 }

  const scaleTextWidth = measure(texts.scale.text, 'note')
  const scaleWidth = Math.max(texts.scale.px, scaleTextWidth)
  const legend = setLegend(texts.legend, room - scaleWidth - SCALE_GAP, measure)
  const { line: noteLine } = pictureType.note
  const footHeight = Math.max(endOf(legend.names, 0), noteLine + 8)
  const footTop = rule.y - 14 - footHeight
  const scaleX = size.width - MARGIN - scaleWidth
  const scaleText: TextBox = {
    text: texts.scale.text,
    font: 'note',
    x: scaleX,
    y: footTop,
    width: scaleTextWidth,
    height: noteLine,
  }
  const mapTop = endOf([...title, ...shown], MARGIN) + GAP
  return {
    texts: [...title, ...shown, ...moved(legend.names, MARGIN, footTop), scaleText, ...notes],
    marks: moved(legend.marks, MARGIN, footTop),
    map: { x: MARGIN, y: mapTop, width: room, height: Math.floor(footTop - GAP + 4 - mapTop) },
    scaleBar: { x: scaleX, y: footTop + noteLine, width: texts.scale.px, height: 6 },
    rule,
  }
}
