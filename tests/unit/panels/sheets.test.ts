import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const PAGE = 'components/case-screen/case-screen.tsx'
const SHEETS = 'components/case-screen/sheets.ts'

function importsOf(file: string): string[] {
  const named = readFileSync(file, 'utf8').matchAll(/(?:from|import\(|import)\s*'([@.][^']*)'/g)
  return [...named].map(([, name = '']) =>
    name.startsWith('@/') ? name.slice(2) : path.join(path.dirname(file), name),
  )
}

/** Every style sheet of a file and of all that it imports, at once or later. */
function sheetsOf(entry: string): string[] {
  const files = new Set([entry])
  const sheets = new Set<string>()
  for (const file of files)
    for (const named of importsOf(file)) {
      if (named.endsWith('.css')) sheets.add(named)
      const found = [`${named}.ts`, `${named}.tsx`].find((candidate) => existsSync(candidate))
      if (found !== undefined && found !== SHEETS) files.add(found)
    }
  return [...sheets].toSorted()
}

it('comes with the page, whatever part of it stands in the first HTML: no sheet is missing, none is left over', () => {
  expect(importsOf(SHEETS).toSorted()).toEqual(sheetsOf(PAGE))
})
