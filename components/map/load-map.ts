import type * as AdapterModule from './map-adapter'

let loading: Promise<typeof AdapterModule> | undefined

/** Labels are drawn once, in the font that is there at that moment: so the fonts come first. */
async function loadFonts(): Promise<void> {
  const faces = ['400 16px "Source Sans 3 Variable"', '400 16px "Source Serif 4 Variable"', 'italic 400 16px "Source Serif 4 Variable"']
  await Promise.allSettled(faces.map((face) => document.fonts.load(face)))
}

/** The map's code, with the fonts that it writes in. Called before the page comes alive, so that the two overlap. */
export function loadMap(): Promise<typeof AdapterModule> {
  loading ??= Promise.all([import('./map-adapter'), loadFonts()]).then(([module]) => module)
  return loading
}
