import '@citation-js/plugin-bibtex'
import { plugins } from '@citation-js/core'
import { z } from 'zod'

/**
 * The fields that we write, after the CSL data schema 1.0.2 (`csl-data.json` of citation-style-language/schema): an item
 * and a date have no other keys, a date has one or two lists of one to three parts.
 */
const cslDateSchema = z.strictObject({
  'date-parts': z.array(z.array(z.int()).min(1).max(3)).min(1).max(2).optional(),
  circa: z.boolean().optional(),
  literal: z.string().optional(),
})
export const cslSchema = z.array(
  z.strictObject({
    id: z.string(),
    type: z.enum(['webpage', 'document']),
    title: z.string(),
    publisher: z.string(),
    author: z.array(z.strictObject({ literal: z.string() })).optional(),
    version: z.string().optional(),
    issued: cslDateSchema.optional(),
    accessed: cslDateSchema.optional(),
    URL: z.url().optional(),
    note: z.string(),
  }),
)

/** What we write of the W3C Web Annotation Data Model (Recommendation, 23 February 2017): sections 3.1, 3.2.5, 3.3, 4.2.4, 4.2.5. */
export const annotationSchema = z.strictObject({
  '@context': z.literal('http://www.w3.org/ns/anno.jsonld'),
  id: z.url(),
  type: z.literal('Annotation'),
  motivation: z.enum(['identifying', 'describing']),
  canonical: z.url(),
  creator: z.strictObject({ type: z.literal('Software'), name: z.string() }),
  created: z.iso.datetime(),
  body: z.array(
    z.discriminatedUnion('type', [
      z.strictObject({
        type: z.literal('TextualBody'),
        purpose: z.enum(['identifying', 'describing', 'tagging']),
        value: z.string().min(1),
        format: z.literal('text/plain'),
        language: z.literal('en'),
      }),
      z.strictObject({ type: z.literal('SpecificResource'), purpose: z.literal('identifying'), source: z.url() }),
    ]),
  ),
  target: z.strictObject({
    type: z.literal('SpecificResource'),
    source: z.url(),
    selector: z
      .tuple([
        z.strictObject({
          type: z.literal('TextQuoteSelector'),
          exact: z.string(),
          prefix: z.string().optional(),
          suffix: z.string().optional(),
        }),
        z
          .strictObject({ type: z.literal('TextPositionSelector'), start: z.int().nonnegative(), end: z.int() })
          .refine(({ start, end }) => end >= start),
      ])
      .optional(),
  }),
})

/** What an independent parser reads, of the fields that we compare. */
export function parseBibtex(text: string) {
  const item = z.record(z.string(), z.unknown()).parse(plugins.input.chain(text, { generateGraph: false })[0])
  const { title, publisher, author, issued, accessed, URL, note } = item
  return { id: item['citation-key'], title, publisher, author, issued, accessed, URL, note }
}
