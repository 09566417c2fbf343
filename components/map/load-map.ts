import { once } from '@/lib/derive/once'
import { themes } from '@/lib/map/theme'
import type * as AdapterModule from './map-adapter'

/** One of each script and extension that a label may need; each is a file of its own. */
const LETTERS = 'aşЖł'

/** Labels are drawn once, in the font that is there at that moment: so the fonts come first. */
async function loadFonts(): Promise<void> {
  const { sans, serif } = themes.light.fonts
  const faces = [`16px ${sans}`, `600 16px ${sans}`, `16px ${serif}`, `600 16px ${serif}`, `italic 16px ${serif}`]
  await Promise.allSettled(faces.map((face) => document.fonts.load(face, LETTERS)))
}

/** The map's code, with the fonts that it writes in; rejects where it cannot be fetched. Called before the page comes alive, so that the two overlap. */
export const loadMap = once(async (): Promise<typeof AdapterModule> => {
  const [module] = await Promise.all([import('./map-adapter'), loadFonts()])
  return module
})
