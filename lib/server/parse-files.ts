import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type FailedRecords, type ParsedCase, parseCase } from '@/lib/schema/parse-case'
import type { CaseFiles } from '@/lib/schema/parse-records'
import { type Glyph, ownGlyphs, symbolNamePattern } from '@/lib/schema/plain-values'
import { ownSymbols, type Symbols } from '@/lib/schema/read-layers'

/** Both sets are made of paths alone, most on a field of 15 px and some on a larger one. */
const folders = ['@mapbox/maki/icons', '@rapideditor/temaki/icons']

const found = new Map<string, Glyph | null>(ownGlyphs.map((glyph) => [glyph.name, glyph]))

function readIcon(name: string): Glyph | null {
  for (const folder of folders) {
    try {
      const svg = readFileSync(path.join(process.cwd(), 'node_modules', folder, `${name}.svg`), 'utf8')
      const paths = Array.from(svg.matchAll(/<path\b[^>]*\bd="([^"]+)"/g), ([, d = '']) =>
        // Some are written with the line breaks of their program.
        d.replace(/&#x[0-9a-f]+;/gi, ' '),
      )
      const [, width, height] = (/\bviewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(Number)
      if (paths.length === 0 || width === undefined || height === undefined) continue
      const field = Math.max(width, height)
      return { name, path: paths.join(' '), field, ...(width < field && { indent: (field - width) / 2 }) }
    } catch {
      // Not in this set.
    }
  }
  return null
}

/** A symbol by name: one of our own, else Maki's, else Temaki's; `null` where none of them has it. Never throws. */
export function readSymbol(name: string): Glyph | null {
  const known = found.get(name)
  if (known !== undefined) return known
  const glyph = symbolNamePattern.test(name) ? readIcon(name) : null
  found.set(name, glyph)
  return glyph
}

/** The names of a set's symbols; none where it is not there. */
function listIcons(folder: string): string[] {
  try {
    const files = readdirSync(path.join(process.cwd(), 'node_modules', folder))
    return files.flatMap((file) => (file.endsWith('.svg') ? file.slice(0, -'.svg'.length) : []))
  } catch {
    return []
  }
}

let names: readonly string[] | null = null

/** Our own symbols, Maki's and Temaki's. */
export const allSymbols: Symbols = {
  find: readSymbol,
  names() {
    names ??= [...ownSymbols.names(), ...folders.flatMap(listIcons)]
    return names
  },
}

/** Parses the files of a case's folder, with every symbol that a layer can name. Never throws. */
export function parseFiles(caseId: string, files: CaseFiles, failed: FailedRecords = new Map()): ParsedCase {
  return parseCase(files, { caseId, symbols: allSymbols, failed })
}
