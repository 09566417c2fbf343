import { once } from '@/lib/derive/once'
import { themes } from '@/lib/map/theme'

/** One of each script and extension that a label may need; each is a file of its own. */
const LETTERS = 'aşЖł'

/** Labels are drawn once, in the font that is there at that moment: so the fonts come first. */
async function loadFonts(): Promise<void> {
  const { sans, serif } = themes.light.fonts
  const faces = [`16px ${sans}`, `600 16px ${sans}`, `16px ${serif}`, `600 16px ${serif}`, `italic 16px ${serif}`]
  await Promise.allSettled(faces.map((face) => document.fonts.load(face, LETTERS)))
}

/**
 * MapLibre and the fonts that it writes in; rejects where they cannot be fetched. Apart from the map's own code, of which
 * the page has half already: whoever asks for that before the page is there fetches the half once more.
 */
export const loadLibrary = once(async () => {
  const workers = import('./library').then((library) => library.startWorkers())
  await Promise.all([workers, loadFonts()])
})
