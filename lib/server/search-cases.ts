import type { LinkedCase } from '@/lib/derive/linked-case'
import { keepLatest } from '@/lib/derive/once'
import { type FindDocument, type FoundKind, listDocuments } from '@/lib/find/find-documents'
import { type FindIndex, fits, isMatched, makeFindIndex, nameFit, spacedWords } from '@/lib/find/find-index'
import { excerptAround, type MarkedRun, markWords } from '@/lib/find/mark-words'
import { limits } from '@/lib/limits'
import type { LoadedCase } from './build-case'
import { listCases, loadCase } from './case-store'

/** Cases whose indexes are kept. */
const KEPT_INDEXES = 20
/** Of a case with more records its own search is the place: its index takes seconds and many megabytes. */
const MOST_DOCUMENTS = 20_000
/** Records of a kind that are shown of a case. */
const SHOWN = 3

/** A record that was found, in a line. */
interface FoundLine {
  kind: FoundKind
  id: string
  runs: MarkedRun[]
}

export interface CaseFinds {
  lines: FoundLine[]
  /** How many records were found in all. */
  count: number
  /** The case has too many records to be searched from outside. */
  isTooLarge: boolean
}

interface Searchable {
  index: FindIndex
  documents: ReadonlyMap<string, FindDocument>
}

/** By case and version; null for a case with too many records. */
const keepIndex = keepLatest<Searchable | null>(KEPT_INDEXES)

async function makeSearchable(linked: LinkedCase): Promise<Searchable | null> {
  const documents = listDocuments(linked)
  if (documents.length > MOST_DOCUMENTS) return null
  return { index: await makeFindIndex(documents), documents: new Map(documents.map((each) => [each.key, each])) }
}

/** The words of a record that were found: a name of it, or what else it says. */
function lineOf({ names, texts }: FindDocument, isFound: (word: string) => boolean): MarkedRun[] {
  const own = names[0] ?? ''
  const has = (text: string) => markWords(text, isFound).some(({ marked }) => marked)
  const other = has(own) ? undefined : [...names.slice(1), ...texts].find(has)
  const text = other === undefined ? own : `${own} · ${other}`
  return markWords(excerptAround(text, isFound), isFound)
}

/** What of a case has the words that were typed: in names, words and numbers, as the case's own search finds them. */
export async function searchCase({ linked, version }: LoadedCase, typed: string): Promise<CaseFinds> {
  const searchable = await keepIndex(`${linked.id} ${version}`, () => makeSearchable(linked))
  if (searchable === null) return { lines: [], count: 0, isTooLarge: true }
  const { groups, matched } = searchable.index(typed.slice(0, limits.find.typedCharacters), SHOWN)
  const isFound = (word: string) => isMatched(word, matched)
  const lines = groups.flatMap(({ found }) =>
    found.flatMap(({ kind, id }): FoundLine[] => {
      const document = searchable.documents.get(`${kind} ${id}`)
      return document === undefined ? [] : [{ kind, id, runs: lineOf(document, isFound) }]
    }),
  )
  return { lines, count: groups.reduce((sum, { count }) => sum + count, 0), isTooLarge: false }
}

/** A case from outside: what it is called, and the records of it that were found, each in a line. */
interface CaseLines {
  id: string
  title: string
  period: string
  lines: { kind: FoundKind; id: string; text: string }[]
}

/** The cases that have what was typed, in their title or their records; for an empty text all but `except`. */
export async function searchCases(typed: string, except: string | null): Promise<CaseLines[]> {
  const found: CaseLines[] = []
  const others = (await listCases()).filter(({ id }) => id !== except)
  for (const { id, title, period } of others.slice(0, limits.find.cases)) {
    if (typed === '') {
      found.push({ id, title, period, lines: [] })
      continue
    }
    const loaded = await loadCase(id)
    if (loaded === null) continue
    const { lines } = await searchCase(loaded, typed)
    const isTitle = nameFit([title].flatMap(spacedWords), spacedWords(typed)) < fits.other
    if (lines.length === 0 && !isTitle) continue
    const told = lines.map(({ kind, id: record, runs }) => ({
      kind,
      id: record,
      text: runs.map(({ text }) => text).join(''),
    }))
    found.push({ id, title, period, lines: told })
  }
  return found
}
