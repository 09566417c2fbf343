import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  useAnnotateQuotation,
  useCitationWords,
  useCiteFigure,
  useCiteQuotation,
} from '@/components/share/use-citation'
import { writeAnnotation } from '@/lib/derive/cite/annotation'
import { type Citation, type CitationWords, citationNote } from '@/lib/derive/cite/citation'
import { writeBibtexCitation, writeCslCitation, writePlainCitation } from '@/lib/derive/cite/cite-formats'
import { createCaseStore } from '@/lib/server/case-store'
import { askBoard } from '../ask-board'
import { annotationSchema, cslSchema, parseBibtex } from './citation-schemas'

let citations: Citation[]
let annotations: string[]
let words: CitationWords

beforeAll(async () => {
  const found = await createCaseStore('data').loadCase('2022-10-annexation')
  if (found === null) throw new Error('the committed case is gone')
  const { linked } = found
  const asked = askBoard(linked, '', () => {
    const [quoted, counted, annotated] = [useCiteQuotation(), useCiteFigure(), useAnnotateQuotation()]
    return {
      citations: [...linked.quotations.map(quoted), ...linked.figures.map(counted)],
      annotations: linked.quotations.map((quotation) => writeAnnotation(annotated(quotation))),
      words: useCitationWords(),
    }
  })
  citations = asked.citations
  annotations = asked.annotations
  words = asked.words
})

afterAll(() => vi.unstubAllGlobals())

/** As a reader of BibTeX gives text back: runs of blanks are one. */
const plain = (text: string) => text.replace(/\s+/g, ' ')

describe('every quotation and figure of the committed case', () => {
  it('has a key of its own', () => {
    expect(citations.length).toBeGreaterThan(70)
    expect(new Set(citations.map(({ key }) => key)).size).toBe(citations.length)
  })

  it('is cited as CSL-JSON as its schema asks', () => {
    for (const citation of citations) {
      const [item] = cslSchema.parse(JSON.parse(writeCslCitation(citation, words)))
      expect(item).toMatchObject({ id: citation.key, note: citationNote(citation, words) })
    }
  })

  it('is cited as BibTeX that an independent parser reads back', () => {
    for (const citation of citations) {
      const read = parseBibtex(writeBibtexCitation(citation, words))
      expect(read).toMatchObject({ id: citation.key, note: plain(citationNote(citation, words)) })
      expect(read.title).toBe(citation.source?.title ?? citation.board.title)
    }
  })

  it('is cited in words, with whose they are and where they were read', () => {
    for (const citation of citations) {
      const text = writePlainCitation(citation, words)
      expect(text).toContain(citation.statement)
      expect(text.endsWith(citation.board.link)).toBe(true)
    }
  })

  it('is annotated, where it is a quotation, as the Web Annotation model asks', () => {
    const ids = annotations.map((text) => annotationSchema.parse(JSON.parse(text)).id)
    expect(new Set(ids).size).toBe(25)
  })
})
