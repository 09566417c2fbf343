import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isObject } from '@/lib/schema/plain-values'

/** What stands in every language, and what no layout expects. */
const texts = [
  'قال المتحدث إن "الضم" باطل، وإن 4 مناطق (خيرسون) ما زالت أوكرانية!',
  'הוא אמר: "לא נכיר בסיפוח" (30.9.2022).',
  'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsentwurfsakte',
  '各国的主权和领土完整都应得到尊重，联合国宪章宗旨和原则都应得到遵守，各国合理安全关切都应得到重视。',
  'กรุงเทพมหานครอมรรัตนโกสินทร์มหินทรายุธยามหาดิลกภพนพรัตน์ราชธานีบูรีรมย์อุดมราชนิเวศน์',
  '👩‍👩‍👧‍👦'.repeat(30),
  'e\u0301\u0327\u0323'.repeat(70),
  'so it went on and on '.repeat(48).trim(),
] as const

/** What of a case is words for a reader, by its key; of these `short` ones a schema takes no more than 30 characters. */
const worded = new Set([
  ...[
    'title',
    'summary',
    'name',
    'role',
    'words',
    'counts',
    'key',
    'publisher',
    'author',
    'note',
    'hedge',
    'condition',
  ],
  ...['kind-of-place', 'basis', 'wrong', 'right', 'why', 'sentence', 'extent', 'where', 'what', 'caption', 'strong'],
])
const short = new Set(['label', 'strong'])
/** Where `where` and `kind` are ids or names of a list, they stay. */
const isId = (text: string) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)

function replaceWords(value: unknown, next: () => string): unknown {
  if (Array.isArray(value)) return value.map((each) => replaceWords(each, next))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      if (key === 'status' && each === 'same-words') return [key, 'differs']
      const isWords = typeof each === 'string' && (short.has(key) || (worded.has(key) && !isId(each)))
      if (!isWords) return [key, key === 'passage' || key === 'coordinates' ? each : replaceWords(each, next)]
      return [key, short.has(key) ? Array.from(next()).slice(0, 15).join('') : next()]
    }),
  )
}

/** A data folder whose only case has such a text in every field that takes words; `remove` it in the end. */
export function makeHostileData(caseId = 'valid'): { data: string; remove(): void } {
  const data = mkdtempSync(join(tmpdir(), 'caseboard-texts-'))
  const folder = join(data, 'cases', caseId)
  cpSync(join(process.cwd(), 'tests/fixtures/cases', caseId), folder, { recursive: true })
  let count = 0
  const next = () => texts[count++ % texts.length] ?? ''
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(geo)?json$/.test(name)) continue
    const read: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    writeFileSync(join(folder, name), JSON.stringify(replaceWords(read, next)))
  }
  return { data, remove: () => rmSync(data, { recursive: true, force: true }) }
}
