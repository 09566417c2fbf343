import type { Passage } from '@/lib/schema/passage'
import type { Source } from '@/lib/schema/source'
import { lastMoment } from './citation'

/** What an annotation of a quotation says, in words. */
export interface AnnotatedQuotation {
  /** Address of the quotation in Caseboard, in the version that it is cited from. */
  link: string
  /** Its address whatever the version: the annotation's identity. */
  canonical: string
  passage: Passage
  source: Source | null
  /** "Anna Lund, harbour master"; null for a term, which is nobody's. */
  speaker: string | null
  speakerLink: string | null
  side: string | null
  /** Where and when it was said, and what other records say; each a sentence. */
  facts: readonly string[]
  /** The case's state, EDTF. */
  updated: string
}

/** A hash in hex as the name of what has it (RFC 6920): the document's identity where it has no address. */
function hashName(sha256: string): string {
  const bytes = sha256.match(/../g)?.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))) ?? []
  const base64 = btoa(bytes.join(''))
  return `ni:///sha-256;${base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`
}

/** The document's own IRI as far as it has one; else what stands for it here. */
function documentIri({ source, canonical }: AnnotatedQuotation): string {
  if (source?.address !== undefined) return source.address
  return source?.sha256 === undefined ? `${canonical}#source` : hashName(source.sha256)
}

/** Both ways of finding the words; what is a note of ours stands nowhere in the document. */
function selectors({ exact, prefix, suffix, start, end, noted }: Passage): object[] {
  if (noted === true) return []
  const quote = {
    type: 'TextQuoteSelector',
    exact,
    ...(prefix === undefined || prefix === '' ? {} : { prefix }),
    ...(suffix === undefined || suffix === '' ? {} : { suffix }),
  }
  return start === undefined || end === undefined ? [quote] : [quote, { type: 'TextPositionSelector', start, end }]
}

function textBody(purpose: 'identifying' | 'describing' | 'tagging', value: string): object {
  return { type: 'TextualBody', purpose, value, format: 'text/plain', language: 'en' }
}

/** Who said it is the first body, since that is what the annotation is for; a term's is that it is one. */
function bodies({ speaker, speakerLink, side, facts }: AnnotatedQuotation): object[] {
  return [
    ...(speaker === null ? [] : [textBody('identifying', speaker)]),
    ...(speakerLink === null ? [] : [{ type: 'SpecificResource', purpose: 'identifying', source: speakerLink }]),
    ...(side === null ? [] : [textBody('tagging', side)]),
    ...facts.map((fact) => textBody('describing', fact)),
  ]
}

/**
 * A quotation as an annotation of its document, JSON-LD of the W3C Web Annotation Data Model (Recommendation of 23
 * February 2017). Positions count Unicode code points, as the model has it and as passages do.
 */
export function writeAnnotation(quotation: AnnotatedQuotation): string {
  const created = lastMoment(quotation.updated)
  const selector = selectors(quotation.passage)
  const annotation = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${quotation.link}#annotation`,
    canonical: `${quotation.canonical}#annotation`,
    type: 'Annotation',
    motivation: quotation.speaker === null ? 'describing' : 'identifying',
    creator: { type: 'Software', name: 'Caseboard' },
    ...(created === null ? {} : { created }),
    body: bodies(quotation),
    target: {
      type: 'SpecificResource',
      source: documentIri(quotation),
      ...(selector.length === 0 ? {} : { selector }),
    },
  }
  return `${JSON.stringify(annotation, null, 2)}\n`
}
