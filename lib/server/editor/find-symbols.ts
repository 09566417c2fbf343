import { limits } from '@/lib/limits'
import type { Glyph } from '@/lib/schema/plain-values'
import { allSymbols } from '../parse-files'

/** The symbols whose names have all words of `query` in them, those that begin with it first. */
export function findSymbols(query: string): Glyph[] {
  const words = query
    .slice(0, limits.gazetteer.typedCharacters)
    .toLowerCase()
    .split(/[\s_-]+/)
  const isMeant = (name: string) => words.every((word) => name.includes(word))
  const begins = (name: string) => (name.startsWith(words[0] ?? '') ? 0 : 1)
  const names = [...new Set(allSymbols.names())].filter(isMeant)
  const found: Glyph[] = []
  for (const name of names.sort((a, b) => begins(a) - begins(b) || a.localeCompare(b, 'en'))) {
    const glyph = allSymbols.find(name)
    if (glyph !== null) found.push(glyph)
    if (found.length === limits.editor.symbols) break
  }
  return found
}
