import { soundOf, spellings, wordsOf } from '@/lib/derive/spellings'

/** How well a name fits what was typed, best first. */
export const fits = { same: 0, begins: 1, word: 2, other: 3 } as const

/** A text's words with one space before each, in every spelling: comparing these compares whole words and beginnings. */
export function spacedWords(text: string): string[] {
  const plain = wordsOf(text)
    .map((word) => ` ${word}`)
    .join('')
  const spelt = spellings(plain)
  return [...new Set([...spelt, ...spelt.map(soundOf)])]
}

function fitOf(name: string, sought: string): number {
  if (name === sought) return fits.same
  if (name.startsWith(sought)) return fits.begins
  return name.includes(sought) ? fits.word : fits.other
}

/**
 * How well the best of `names` fits: it is what was typed, begins with it, has a word that begins with it, or none of
 * these. Both as `spacedWords` gives them, so that spellings do not matter.
 */
export function nameFit(names: readonly string[], typed: readonly string[]): number {
  let best: number = fits.other
  for (const name of names) for (const part of typed) best = Math.min(best, fitOf(name, part))
  return best
}
