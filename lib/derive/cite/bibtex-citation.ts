import { type Citation, type CitationWords, citationNote, citedDocument } from './citation'
import { citeDate } from './cite-date'

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
