import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseCase } from '@/lib/schema/parse-case'
import { readCaseFiles } from '@/lib/server/case-folder'

/** Words that are also names in the case: of the product, of a typeface, of time zones. */
const words = new Set(['Caseboard', 'Georgia', 'New York', 'Europe'])

const folder = 'data/cases/2022-10-annexation'
const { records } = parseCase(await readCaseFiles({ id: '2022-10-annexation', path: path.resolve(folder) }))
if (records === null) throw new Error('the first case cannot be read')

const code = ['app', 'components', 'lib'].flatMap((root) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|css|json|service)$/.test(entry.name))
    .map(({ parentPath, name }) => `${parentPath}/${name}`)
    .map((file) => ({ file, text: readFileSync(file, 'utf8') })),
)

const { head, layers, actors, figures, events, quotations, sources, scenes } = records
const places = layers.flatMap((layer) => layer.places)

function filesWith(pattern: RegExp): string[] {
  return code.filter(({ text }) => pattern.test(text)).map(({ file }) => file)
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

describe('the code', () => {
  it('has no id of the first case: another case is drawn and told as well as that', () => {
    const lists = [layers, places, actors, figures, events, quotations, sources, scenes, head.claims, head.charts]
    // An id of one plain word may be one of the code's own.
    const ids = [head.id, ...lists.flatMap((list) => list.map(({ id }) => id))].filter((id) => /[-\d]/.test(id))
    const found = ids.flatMap((id) =>
      filesWith(new RegExp(`['"\`/“]${escaped(id)}['"\`/”?]`)).map((file) => [id, file]),
    )
    expect(found).toEqual([])
  })

  it('names no place and no person or body of it', () => {
    const names = [...places.map(({ properties }) => properties.name), ...actors.map(({ name }) => name)]
    const proper = names.filter((name) => !words.has(name))
    const found = proper.flatMap((name) =>
      filesWith(new RegExp(`(?<![\\w-])${escaped(name)}(?![\\w-])`)).map((file) => [name, file]),
    )
    expect(found).toEqual([])
  })
})
