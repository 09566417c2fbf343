import { type CaseFiles, readValues } from '@/lib/schema/parse-records'
import type { CaseLayer, CaseRecords } from '@/lib/schema/records'
import type { Warning } from './warning'

const LAYERS = 'layers.json'

/** What to give the categories of a mark beside their hues. */
const remedies: Partial<Record<CaseLayer['mark'], string>> = {
  area: 'give each a “pattern” of its own',
  symbol: 'give each a “symbol” of its own',
  circle: 'a circle has only its hue: use the mark “symbol”, with a “symbol” for each',
}

/** The categories of a layer that look like another one but for their hue, in groups by how they look without it. */
function alikeWithoutHue({ pattern, symbol, categories }: CaseLayer): string[][] {
  const looks = new Map<string, string[]>()
  for (const value of categories?.values ?? []) {
    const look = `${value.pattern ?? pattern} ${value.symbol ?? symbol}`
    looks.set(look, [...(looks.get(look) ?? []), value.name])
  }
  return [...looks.values()].filter((names) => names.length > 1)
}

/**
 * Tells of categories that only their hues tell apart: printed in grey, or seen by whoever does not tell these hues apart,
 * they are one. Never throws.
 */
export function warnOfCategories(files: CaseFiles, { layers }: CaseRecords): Warning[] {
  const found = layers.flatMap((layer) => alikeWithoutHue(layer).map((names) => ({ layer, names })))
  if (found.length === 0) return []
  const { values } = readValues(LAYERS, files.get(LAYERS), 'array')
  const lineOf = new Map(values.map(({ spot }) => [spot.id, spot.slice.line]))
  return found.map(({ layer: { id, mark }, names }): Warning => {
    const list = names.map((name) => `“${name}”`).join(', ')
    const words = `${id}: only their hues tell ${list} apart, and in grey they are the same: ${remedies[mark] ?? 'give each a look of its own'}`
    const line = lineOf.get(id)
    return { file: LAYERS, ...(line === undefined ? {} : { line }), rule: 'alike', words }
  })
}
