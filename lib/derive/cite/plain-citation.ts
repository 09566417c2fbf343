import { boardSentence, type Citation, type CitationWords, passageSentence } from './citation'

function endSentence(text: string): string {
  return /[.!?…]["”’]?$/.test(text) ? text : `${text}.`
}

function sourceSentences({ source }: Citation, words: CitationWords): string[] {
  if (source === null) return []
  const { title, author, publisher, published, retrieved, via, address } = source
  const facts = [
    author,
    words.quoted(title),
    publisher,
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
    endSentence(citation.statement),
    ...sourceSentences(citation, words),
    ...passageSentence(citation, words),
    boardSentence(citation, words),
  ].join(' ')
}
