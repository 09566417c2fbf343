import { spellings, wordsOf } from '@/lib/derive/spellings'
import { fits, nameFit, spacedWords } from './name-fit'

interface Worded {
  title: string
  also: string
}

/** By its title; words that it is also found by are as good as a word within, and better than what is only nearly so. */
function fitOf({ title, also }: Worded, whole: readonly string[]): number {
  const byAlso = nameFit(wordsOf(also).flatMap(spacedWords), whole)
  return Math.min(nameFit(spacedWords(title), whole), Math.max(byAlso, fits.word))
}

/** Commands of which every typed word begins a word, best first, and how well the best fits; see `nameFit`. */
export function matchCommands<T extends Worded>(commands: readonly T[], typed: string): { commands: T[]; fit: number } {
  const sought = wordsOf(typed).flatMap((word) => spellings(word).slice(0, 1))
  if (sought.length === 0) return { commands: [], fit: fits.other }
  const whole = spacedWords(typed)
  const found = commands
    .filter(({ title, also }) => {
      const words = wordsOf(`${title} ${also}`).flatMap(spellings)
      return sought.every((part) => words.some((word) => word.startsWith(part)))
    })
    .map((command) => ({ command, fit: fitOf(command, whole) }))
    .sort((one, other) => one.fit - other.fit)
  return { commands: found.map(({ command }) => command), fit: found[0]?.fit ?? fits.other }
}
