import MiniSearch, { type Query, type SearchResult } from 'minisearch'
import { indexedWords, soughtWords, soundOf, spellings, wordsOf } from '@/lib/derive/spellings'
import { type FindDocument, type FoundKind, foundKinds } from './find-documents'

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

export interface Found {
  kind: FoundKind
  id: string
  /** How well a name of it fits what was typed; see `nameFit`. */
  fit: number
}

interface FoundGroup {
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
const FITTED = 50

const known = new Map<string, string[]>()

/** Everything that a word is in the index as; kept, since a case has its words many times over. */
function indexWords(word: string): string[] {
  const before = known.get(word)
  if (before !== undefined) return before
  const spelt = spellings(word)
  const sounds = spelt.map((each) => SOUND + soundOf(each))
  const words = [...spelt, ...new Set(sounds.filter((each) => each.length > SHORT))]
  known.set(word, words)
  return words
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
    tokenize: indexedWords,
    processTerm: indexWords,
    // What is sought is in words already.
    searchOptions: {
      tokenize: (word) => [word],
      boost: { names: 4 },
      prefix: (word) => word.length > 1 || /\d/.test(word),
      maxFuzzy: 2,
    },
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
    const words = soughtWords(typed)
    if (words.length === 0) return []
    const asSpelt = search.search(allWords(words))
    // What only sounds like one of the words may have been meant by none: then whatever is nearly the same is looked at too.
    const isSpelt = (word: string, met: readonly string[]) =>
      indexWords(word).some((term) => !term.startsWith(SOUND) && met.includes(term))
    if (asSpelt.some(({ queryTerms }) => words.every((word) => isSpelt(word, queryTerms)))) return asSpelt
    return search.search(allWords(words), { fuzzy: (word) => (mayBeMistyped(word) ? 0.3 : false) })
  }
  const names = new Map<string, string[]>()
  const namesOf = ({ key, names: written }: FindDocument) => {
    const spaced = names.get(key) ?? written.flatMap(spacedWords)
    names.set(key, spaced)
    return spaced
  }
  return (typed, limit) => {
    const sought = spacedWords(typed)
    const best = new Map(foundKinds.map((kind) => [kind, new Ranking()]))
    for (const result of look(typed)) {
      const document = byKey.get(String(result.id))
      if (document !== undefined) best.get(document.kind)?.add(document, result)
    }
    const ranked = [...best].map(([kind, ranking]) => ({
      kind,
      count: ranking.count,
      top: ranking.top((document) => nameFit(namesOf(document), sought)).slice(0, limit),
    }))
    return {
      groups: ranked
        .filter(({ count }) => count > 0)
        .map(({ kind, count, top }) => ({
          kind,
          count,
          found: top.map(({ document: { id }, fit }) => ({ kind, id, fit })),
        })),
      matched: new Set(ranked.flatMap(({ top }) => top.flatMap(({ result }) => result.terms))),
    }
  }
}

/** The best results of one kind by score, and how many there are. */
class Ranking {
  count = 0
  readonly #best: { document: FindDocument; result: SearchResult }[] = []

  add(document: FindDocument, result: SearchResult): void {
    this.count += 1
    if (this.#best.length < FITTED) this.#best.push({ document, result })
  }

  /** Them by how well they fit; what fits equally well stays in the order of its score, since the sort is stable. */
  top(fitOf: (document: FindDocument) => number) {
    return this.#best.map((each) => ({ ...each, fit: fitOf(each.document) })).sort((one, other) => one.fit - other.fit)
  }
}

/** Whether a word of a text is one of those that were found. */
export function isMatched(word: string, matched: ReadonlySet<string>): boolean {
  return indexedWords(word).some((plain) => indexWords(plain).some((each) => matched.has(each)))
}
