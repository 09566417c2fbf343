/** A symbol's outline as SVG path data, on a square field. */
export interface Glyph {
  name: string
  path: string
  /** Side of the field, px. */
  field: number
  /** Drawn as a line of this width rather than filled. */
  line?: number
}

const own = (name: string, path: string, line?: number): Glyph => ({
  name,
  path,
  field: 22,
  ...(line === undefined ? {} : { line }),
})

const rounded = (y: number) => `M5 ${y - 1.5}h12a1.5 1.5 0 0 1 0 3H5a1.5 1.5 0 0 1 0-3Z`

/** The symbol of a point that no other is named for. */
export const dotGlyph = own('dot', 'M5.5 11a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0Z')

/** Symbols that the icon sets do not have, or not so plain. */
export const ownGlyphs: readonly Glyph[] = [
  dotGlyph,
  own('bar', 'M9 4a2 2 0 0 1 4 0v14a2 2 0 0 1-4 0Z'),
  own('bars', [5, 11, 17].map(rounded).join('')),
  own('drop', 'M11 2.5C15 8 17 11 17 14a6 6 0 0 1-12 0C5 11 7 8 11 2.5Z'),
  own('speech-bubble', 'M4 5h14v9h-7l-4 4v-4H4Z', 2),
]
