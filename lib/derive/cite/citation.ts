import { writeSecond } from '@/lib/derive/calendar'
import { isolate } from '@/lib/derive/isolate'
import { isHedged } from '@/lib/derive/local-time'
import type { Passage } from '@/lib/schema/passage'
import { readDateParts, utcTime } from '@/lib/schema/plain-dates'
import type { Source } from '@/lib/schema/source'

/** A date in CSL-JSON: one date or the two ends of a range; `circa` for what is approximate or uncertain. */
export interface CslDate {
  'date-parts'?: number[][]
  circa?: true
  /** As written, where parts cannot say it. */
  literal?: string
}

/** Year, month and day as far as they are known; null for what has no plain year. CSL has no year 0: its −44 is our −43. */
function knownParts(text: string): number[] | null {
  const parts = readDateParts(text)
  const known = [parts?.year, parts?.month, parts?.day].filter((part) => part !== undefined)
  const isPlain = known.length > 0 && known.every((part) => /^\d+$/.test(part)) && Number(known[0]) > 0
  return isPlain ? known.map(Number) : null
}

/**
 * An EDTF date for a citation. CSL knows no hour and no open end: the day stands for a moment, and what parts cannot say
 * is kept as it is written. A moment with a zone is on the day of that zone's clocks.
 */
export function citeDate(edtf: string): CslDate {
  const ends = edtf.split('/').map(knownParts)
  const parts = ends.filter((end) => end !== null)
  if (parts.length !== ends.length) return { literal: edtf }
  return { 'date-parts': parts, ...(isHedged(edtf) ? { circa: true } : {}) }
}

/** First moment of the last day, month or year that a date names, as `xsd:dateTime` in UTC; null where it names no year. */
export function lastMoment(edtf: string): string | null {
  const last = citeDate(edtf)['date-parts']?.at(-1)
  if (last === undefined) return null
  const [year = 0, month = 1, day = 1] = last
  return writeSecond(utcTime(year, month - 1, day)).replace(/^Y/, '')
}

/** What every form of a citation is written from; dates in EDTF, the rest in the reader's words. */
export interface Citation {
  /** A key that no other record of any case has: the case, the kind of record and its id, with hyphens between. */
  key: string
  /** The words or the figure, and whose they are: "“forever”. Anna Lund, harbour master, 30 September 2022." */
  statement: string
  /** The document that it stands in; null for what this case worked out itself. */
  source: Source | null
  passage: Passage | null
  /** Where it was read, and in which version: `2026-11-28.29`. */
  board: { title: string; updated: string; version: string; link: string }
}

/** The words that hold a citation together, each a whole phrase. */
export interface CitationWords {
  date(edtf: string): string
  quoted(words: string): string
  published(date: string): string
  retrieved(date: string): string
  /** The document: who wrote it, its title, who brought it out, when. */
  document(facts: string): string
  via(how: string): string
  passage(words: string): string
  noted(words: string): string
  position(start: number, end: number): string
  board(title: string, updated: string, version: string): string
}

/** The sentence that says where the words stand in the document; nothing where the statement is the passage itself. */
export function passageSentence({ passage, statement }: Citation, words: CitationWords): string[] {
  if (passage === null) return []
  const { exact, start, end, noted } = passage
  if (noted === true) return [words.noted(exact.replace(/\.$/, ''))]
  const quoted = statement.includes(exact) ? [] : [words.passage(exact)]
  return start === undefined || end === undefined ? quoted : [...quoted, words.position(start, end)]
}

/** The sentence that says in which state of which case it was read, and its address. */
export function boardSentence({ board }: Citation, words: CitationWords): string {
  return `${words.board(isolate(board.title), words.date(board.updated), board.version)} ${board.link}`
}

/** What a citation manager has no field of its own for: whose words they are, where they stand, where they were read. */
export function citationNote(citation: Citation, words: CitationWords): string {
  const via = citation.source?.via === undefined ? [] : [words.via(citation.source.via)]
  return [citation.statement, ...passageSentence(citation, words), ...via, boardSentence(citation, words)].join(' ')
}

/** What the document is called, who brought it out and when: of the source, or of the case where it is the source. */
export function citedDocument({ source, board }: Citation): Pick<Source, 'title' | 'publisher'> & Partial<Source> {
  return source ?? { title: board.title, publisher: 'Caseboard', published: board.updated, address: board.link }
}
