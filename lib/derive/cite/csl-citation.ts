import { type Citation, type CitationWords, citationNote, citedDocument } from './citation'
import { type CslDate, citeDate } from './cite-date'

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
