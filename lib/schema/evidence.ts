import { z } from 'zod'
import { type MediaType, mediaEndings, mediaTypes } from '@/lib/media/media-type'
import { edtfSchema } from './edtf-date'
import { placeIdSchema, recordIdSchema, wordsSchema } from './identifier'

/** A picture, a film or a document that shows what a record says: whose it is, what it shows, and to which records it belongs. */
export const evidenceSchema = z
  .strictObject({
    id: recordIdSchema,
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'must be the sha-256 of the file, 64 digits from 0 to f, as “sha256sum” prints it')
      .describe('Of the file, which is called by it: `evidence/<sha256>.jpg`.'),
    type: z.enum(mediaTypes).describe('What the file is. Its name ends in jpg, png, webp, mp4, webm or pdf.'),
    title: wordsSchema,
    shows: wordsSchema.describe('What is to be seen, for those who do not see it.'),
    source: recordIdSchema.describe('The source that it is from.'),
    credit: wordsSchema.describe('Who made it, as it is to be named.'),
    licence: wordsSchema.describe('By what right it is shown here: “CC BY 4.0”, “with permission”.'),
    taken: edtfSchema.optional().describe('When it was taken or written.'),
    place: placeIdSchema.optional().describe('The place that it belongs to.'),
    event: recordIdSchema.optional().describe('The event that it belongs to.'),
    statement: recordIdSchema.optional().describe('The statement that it belongs to.'),
    figure: recordIdSchema.optional().describe('The figure that it belongs to.'),
    sensitive: wordsSchema
      .optional()
      .describe(
        'Why not everybody may want to see it, “Shows injured people”: it is covered until a reader asks for it.',
      ),
  })
  .refine(
    ({ place, event, statement, figure }) => [place, event, statement, figure].some((named) => named !== undefined),
    { path: ['event'], message: 'belongs to nothing: name a place, an event, a statement or a figure' },
  )

export type Evidence = z.infer<typeof evidenceSchema>

/** What is known of the file itself, as it is published. */
export const evidenceFileSchema = z.strictObject({
  type: z.enum(mediaTypes),
  bytes: z.int().positive(),
  /** Of exactly the bytes that are published. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Of pictures, px, as they are shown. */
  width: z.int().positive().optional(),
  height: z.int().positive().optional(),
})

export type EvidenceFile = z.infer<typeof evidenceFileSchema>

/** A record of evidence whose file is there, and is what the record says. */
export interface KeptEvidence extends Evidence {
  file: EvidenceFile
}

/** The file of a record, relative to the case's folder. */
export function evidenceName({ sha256, type }: { sha256: string; type: MediaType }): string {
  return `evidence/${sha256}.${mediaEndings[type]}`
}

const NAME = /^evidence\/([0-9a-f]{64})\.(jpg|png|webp|mp4|webm|pdf)$/

/** The hash and the ending that a file of evidence is called by; null for any other file. */
export function readEvidenceName(name: string): { sha256: string; ending: string } | null {
  const [, sha256 = '', ending = ''] = NAME.exec(name) ?? []
  return ending === '' ? null : { sha256, ending }
}
