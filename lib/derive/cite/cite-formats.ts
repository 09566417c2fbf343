import { isolate } from '../isolate'
import {
  boardSentence,
  type Citation,
  type CitationWords,
  type CslDate,
  citationNote,
  citeDate,
  citedDocument,
  passageSentence,
} from './citation'

/**
 * What TeX would take for a command; all else, Cyrillic too, stands as UTF-8, which BibTeX and Biber both take. Braces by
 * name: BibTeX counts those of a field whether or not a backslash stands before them.
 */
const escapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\textbackslash{}'],
  ['{', '\\textbraceleft{}'],
  ['}', '\\textbraceright{}'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
  ...['#', '$', '%', '&', '_'].map((sign): [string, string] => [sign, `\\${sign}`]),
])

function escapeTex(text: string): string {
  return text.replace(/[\\{}~^#$%&_]/g, (sign) => escapes.get(sign) ?? sign).replace(/\s+/g, ' ')
}

/** An address is taken as it stands; only what would end the field or start a command must not be in it. */
function writeAddress(address: string): string {
  return address.replace(/[\\{}\s]/g, encodeURIComponent)
}

/** Hedges belong to EDTF, which BibLaTeX reads; what it could not read is left to the note's words. */
function dateFields(published: string | undefined): [string, string][] {
  const first = published === undefined ? undefined : citeDate(published)['date-parts']?.[0]
  if (published === undefined || first === undefined) return []
  const day = published.replace(/T[^/]*/g, '')
  // BibTeX of old knows a year and no date.
  return [
    ['date', day],
    ['year', String(first[0])],
  ]
}

/** A citation as one BibTeX entry, for BibTeX and BibLaTeX. The title is braced twice, so that it keeps its capitals. */
export function writeBibtexCitation(citation: Citation, words: CitationWords): string {
  const { title, publisher, author, published, retrieved, address } = citedDocument(citation)
  const fields: [string, string][] = [
    ...(author === undefined ? [] : [['author', `{${escapeTex(author)}}`] satisfies [string, string]]),
    ['title', `{${escapeTex(title)}}`],
    ['publisher', escapeTex(publisher)],
    ...dateFields(published),
    ...(citation.source === null ? [['version', citation.board.version] satisfies [string, string]] : []),
    ...(address === undefined ? [] : [['url', writeAddress(address)] satisfies [string, string]]),
    ...(retrieved === undefined ? [] : [['urldate', retrieved] satisfies [string, string]]),
    ['note', escapeTex(citationNote(citation, words))],
  ]
  return `@misc{${citation.key},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}\n`
}

/** An item of CSL-JSON, the fields of it that we have; names and meanings as in the CSL 1.0.2 specification, appendix IV. */
export interface CslItem {
  id: string
  type: 'webpage' | 'document'
  title: string
  publisher: string
  author?: { literal: string }[]
  issued?: CslDate
  accessed?: CslDate
  URL?: string
  version?: string
  note: string
}

/** A citation as an item that citation managers read. */
export function cslItem(citation: Citation, words: CitationWords): CslItem {
  const { title, publisher, author, published, retrieved, address } = citedDocument(citation)
  return {
    id: citation.key,
    type: address === undefined ? 'document' : 'webpage',
    title,
    publisher,
    ...(author === undefined ? {} : { author: [{ literal: author }] }),
    ...(published === undefined ? {} : { issued: citeDate(published) }),
    ...(retrieved === undefined ? {} : { accessed: citeDate(retrieved) }),
    ...(address === undefined ? {} : { URL: address }),
    // The document's own has none; where the case is the document, it has one.
    ...(citation.source === null ? { version: citation.board.version } : {}),
    note: citationNote(citation, words),
  }
}

/** A citation as CSL-JSON: a list of one item. */
export function writeCslCitation(citation: Citation, words: CitationWords): string {
  return `${JSON.stringify([cslItem(citation, words)], null, 2)}\n`
}

function endSentence(text: string): string {
  return /[.!?…]["”’]?$/.test(text) ? text : `${text}.`
}

function sourceSentences({ source }: Citation, words: CitationWords): string[] {
  if (source === null) return []
  const { title, author, publisher, published, retrieved, via, address } = source
  const facts = [
    author && isolate(author),
    words.quoted(isolate(title)),
    isolate(publisher),
    published && words.published(words.date(published)),
    retrieved && words.retrieved(words.date(retrieved)),
  ]
  return [
    words.document(facts.filter((fact) => fact !== undefined).join(', ')),
    ...(via === undefined ? [] : [words.via(via)]),
    ...(address === undefined ? [] : [address]),
  ]
}

/** A citation to be read: the words and whose they are, the document, where in it, and where they were read. */
export function writePlainCitation(citation: Citation, words: CitationWords): string {
  return [
    isolate(endSentence(citation.statement)),
    ...sourceSentences(citation, words),
    ...passageSentence(citation, words),
    boardSentence(citation, words),
  ].join(' ')
}
