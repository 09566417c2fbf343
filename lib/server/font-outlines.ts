import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Blob, Buffer, Face, Font, shape, Variation } from 'harfbuzzjs'
import { decompress } from 'wawoff2'
import { keepLatest, once } from '@/lib/derive/once'
import { type Glyph, glyphOutline } from './glyph-outline'

/** The faces that a still map writes in. */
export type FaceName = 'sans' | 'sansSemibold' | 'serifSemibold' | 'serifItalic'

interface FaceFile {
  family: 'source-sans-3' | 'source-serif-4'
  style: 'normal' | 'italic'
  weight: number
}

const faces: Readonly<Record<FaceName, FaceFile>> = {
  sans: { family: 'source-sans-3', style: 'normal', weight: 400 },
  sansSemibold: { family: 'source-sans-3', style: 'normal', weight: 600 },
  serifSemibold: { family: 'source-serif-4', style: 'normal', weight: 600 },
  serifItalic: { family: 'source-serif-4', style: 'italic', weight: 400 },
}

/** The scripts that the fonts come in, each a file of its own: the first that has a letter writes it. */
const subsets = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext'] as const
type Subset = (typeof subsets)[number]

const folder = path.join(process.cwd(), 'node_modules', '@fontsource-variable')

/** The ranges of code points of each subset, as the fonts' package lists them; the same of both families. */
const readRanges = once(async (): Promise<ReadonlyMap<Subset, readonly (readonly [number, number])[]>> => {
  const text = await readFile(path.join(folder, 'source-sans-3', 'unicode.json'), 'utf8')
  const listed: Record<string, unknown> = JSON.parse(text)
  return new Map(
    subsets.map((subset) => {
      const ranges = String(listed[subset] ?? '').match(/[0-9A-F]+(-[0-9A-F]+)?/gi) ?? []
      return [
        subset,
        ranges.map((range) => {
          const [from = '', to = from] = range.split('-')
          return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const
        }),
      ]
    }),
  )
})

async function subsetFinder(): Promise<(character: string) => Subset | undefined> {
  const ranges = await readRanges()
  return (character) => {
    const code = character.codePointAt(0) ?? 0
    return subsets.find((subset) => ranges.get(subset)?.some(([from, to]) => code >= from && code <= to))
  }
}

/** A font of one script at one weight, with the outlines of the glyphs that were written with it. */
interface WrittenFont {
  font: Font
  unitsPerEm: number
  glyphs: Map<number, Glyph>
}

const keepFile = keepLatest<Face>(3 * subsets.length)
const keepFont = keepLatest<WrittenFont>(Object.keys(faces).length * subsets.length)

function loadFont(name: FaceName, subset: Subset): Promise<WrittenFont> {
  const { family, style, weight } = faces[name]
  const file = path.join(folder, family, 'files', `${family}-${subset}-wght-${style}.woff2`)
  return keepFont(`${name} ${subset}`, async () => {
    const face = await keepFile(file, async () => {
      return new Face(new Blob(await decompress(await readFile(file))))
    })
    const font = new Font(face)
    font.setVariations([new Variation('wght', weight)])
    return { font, unitsPerEm: face.upem, glyphs: new Map() }
  })
}

/** A text as the outline of its letters. */
interface TextOutline {
  /** Path data in `UNITS` per em, from the start of the text's baseline. */
  path: string
  /** Of the whole text, ems. */
  widthEm: number
}

/** Writes a text in a face, with so much between letters; null where the fonts do not have all of its letters. */
export type OutlineText = (text: string, face: FaceName, spacingEm?: number) => TextOutline | null

/** Of an outline, in an em: finer than a print's dots at the sizes of a map. */
export const UNITS = 500

/** Stretches of a text that one subset writes; null where a letter is in none. */
function stretchesOf(text: string, find: (character: string) => Subset | undefined) {
  const stretches: { subset: Subset; text: string }[] = []
  for (const character of text) {
    const subset = find(character)
    if (subset === undefined) return null
    const last = stretches.at(-1)
    if (last?.subset === subset) last.text += character
    else stretches.push({ subset, text: character })
  }
  return stretches
}

/** Sets a stretch of text, its letters kerned, from `x` on; answers how wide it is. Everything in `UNITS` per em. */
function setStretch(text: string, { font, unitsPerEm, glyphs }: WrittenFont, x: number, spacing: number, pen: Pen) {
  const scale = UNITS / unitsPerEm
  const buffer = new Buffer()
  buffer.addText(text)
  buffer.guessSegmentProperties()
  shape(font, buffer)
  const positions = buffer.getGlyphPositions()
  let width = 0
  for (const [index, { codepoint: id }] of buffer.getGlyphInfos().entries()) {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {}
    const glyph = glyphs.get(id) ?? glyphOutline(font.glyphToPath(id), scale)
    glyphs.set(id, glyph)
    pen.draw(glyph, Math.round(x + width + xOffset * scale), Math.round(-yOffset * scale))
    width += xAdvance * scale + spacing
  }
  return width
}

/** Writes contours one after another, each from where the one before began: so a letter is the same text every time. */
class Pen {
  path = ''
  #x = 0
  #y = 0

  draw(glyph: Glyph, x: number, y: number): void {
    for (const { start, steps } of glyph) {
      const [toX, toY] = [start[0] + x, start[1] + y]
      this.path += `m${toX - this.#x} ${toY - this.#y}${steps}z`
      this.#x = toX
      this.#y = toY
    }
  }
}

/**
 * What writes these texts as outlines: a picture in a page gets none of the page's fonts, and one that is printed or sent on
 * is read where they are not. Reads the fonts of the scripts that are in the texts, once.
 */
export async function loadOutlines(texts: readonly string[]): Promise<OutlineText> {
  const find = await subsetFinder()
  const needed = new Set<Subset>([
    'latin',
    ...[...new Set(texts.join(''))].flatMap((character) => find(character) ?? []),
  ])
  const fonts = new Map<string, WrittenFont>()
  for (const subset of needed) {
    for (const name of Object.keys(faces) as FaceName[]) fonts.set(`${name} ${subset}`, await loadFont(name, subset))
  }
  return (text, face, spacingEm = 0) => {
    const stretches = stretchesOf(text, find)
    if (stretches === null) return null
    const pen = new Pen()
    let width = 0
    for (const stretch of stretches) {
      const font = fonts.get(`${face} ${stretch.subset}`)
      if (font === undefined) return null
      width += setStretch(stretch.text, font, width, spacingEm * UNITS, pen)
    }
    return { path: pen.path, widthEm: width / UNITS }
  }
}
