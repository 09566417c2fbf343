import MiniSearch, { type Query, type SearchResult } from 'minisearch'
import { soundOf, spellings, wordsOf } from '@/lib/derive/spellings'
import { type FindDocument, type FoundKind, foundKinds } from './find-documents'
import { nameFit } from './name-fit'

export interface Found {
  kind: FoundKind
  id: string
  /** How well a name of it fits what was typed; see `nameFit`. */
  fit: number
}

export interface FoundGroup {
  kind: FoundKind
  /** The best ones, best first. */
  found: readonly Found[]
  /** How many there are in all. */
  count: number
}

export interface Finds {
  groups: readonly FoundGroup[]
  /** Words of the index, folded, that were taken for what was typed: those to emphasise. */
  matched: ReadonlySet<string>
}

/** Looks for what was typed; `limit` is how many of a kind are answered. */
export type FindIndex = (typed: string, limit: number) => Finds

/** Marks a word of the index as one that says how it sounds: it is met by another such word only. */
const SOUND = '~'
/** Words as short as this are as likely another word as a mistyped one. */
const SHORT = 4
/** A fit is worked out for the best of a kind, by score: a single letter begins the names of thousands. */
const FITTED = 100

/** Everything that a word is in the index as. */
export function indexWords(word: string): string[] {
  const spelt = spellings(word)
  const sounds = spelt.map((each) => SOUND + soundOf(each))
  return [...spelt, ...new Set(sounds.filter((each) => each.length > SHORT))]
}

/** Each word in any of its spellings, and all of the words. */
function allWords(words: readonly string[]): Query {
  return { combineWith: 'AND', queries: words.map((word) => ({ combineWith: 'OR', queries: [word] })) }
}

const mayBeMistyped = (word: string) => word.length >= SHORT && !/\d/.test(word) && !word.startsWith(SOUND)

function makeMiniSearch(): MiniSearch<FindDocument> {
  return new MiniSearch<FindDocument>({
    idField: 'key',
    fields: ['names', 'texts'],
    extractField: (document, field) => {
      const value = field === 'names' ? document.names : field === 'texts' ? document.texts : document.key
      return typeof value === 'string' ? value : value.join(' \n')
    },
    tokenize: wordsOf,
    processTerm: indexWords,
    searchOptions: { boost: { names: 4 }, prefix: (word) => word.length > 1, maxFuzzy: 2 },
  })
}

/**
 * An index of documents, made once: what is typed is looked for in any script and spelling, by the beginnings of words,
 * and where nothing is spelt so, by words that are nearly the same. It is made in portions, so that a page with ten
 * thousand records stays alive meanwhile.
 */
export async function makeFindIndex(documents: readonly FindDocument[]): Promise<FindIndex> {
  const byKey = new Map(documents.map((document) => [document.key, document]))
  const search = makeMiniSearch()
  await search.addAllAsync([...byKey.values()], { chunkSize: 250 })
  const look = (typed: string) => {
    const words = wordsOf(typed)
    if (words.length === 0) return []
    const asSpelt = search.search(allWords(words))
    if (asSpelt.length > 0) return asSpelt
    return search.search(allWords(words), { fuzzy: (word) => (mayBeMistyped(word) ? 0.3 : false) })
  }
  return (typed, limit) => {
    const results = look(typed)
    const groups = foundKinds.map((kind) => groupOf(kind, results, byKey, typed, limit))
    const shown = new Set(groups.flatMap(({ found }) => found.map(({ kind, id }) => `${kind} ${id}`)))
    const matched = results.filter(({ id }) => shown.has(String(id))).flatMap(({ terms }) => terms)
    return { groups: groups.filter(({ count }) => count > 0), matched: new Set(matched) }
  }
}

function groupOf(
  kind: FoundKind,
  results: readonly SearchResult[],
  byKey: ReadonlyMap<string, FindDocument>,
  typed: string,
  limit: number,
): FoundGroup {
  const ofKind = results.filter(({ id }) => String(id).startsWith(`${kind} `))
  const found = ofKind
    .slice(0, FITTED)
    .flatMap(({ id }) => byKey.get(String(id)) ?? [])
    .map(({ id, names }) => ({ kind, id, fit: nameFit(names, typed) }))
    // The sort is stable: what fits equally well stays in the order of its score.
    .sort((one, other) => one.fit - other.fit)
  return { kind, found: found.slice(0, limit), count: ofKind.length }
}

/** Whether a word of a text is one of those that were found. */
export function isMatched(word: string, matched: ReadonlySet<string>): boolean {
  return wordsOf(word).some((plain) => indexWords(plain).some((each) => matched.has(each)))
}
