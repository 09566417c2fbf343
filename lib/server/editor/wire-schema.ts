import { z } from 'zod'
import { recordKey } from '@/lib/edit/record-edit'
import { limits } from '@/lib/limits'
import { recordIdSchema } from '@/lib/schema/identifier'
import type { Failure } from '../control/request-guard'

const { edits: mostEdits, reasonCharacters, authorCharacters } = limits.editor

const editsSchema = z
  .array(
    z.strictObject({
      file: z.string().max(100),
      id: z.string().min(1).max(64),
      base: z.string().max(64).nullable(),
      value: z.record(z.string(), z.unknown()).nullable(),
    }),
  )
  .max(mostEdits)
  .refine((edits) => new Set(edits.map(recordKey)).size === edits.length, 'names a record twice')
  .refine(
    (edits) => edits.every(({ file, id, value }) => value === null || file === 'case.json' || value.id === id),
    'gives a record another id: take it out and add it anew',
  )

const by = {
  reason: z.string().trim().max(reasonCharacters).default(''),
  author: z.string().trim().max(authorCharacters).default(''),
}

export const saveSchema = z.strictObject({ edits: editsSchema, ...by, texts: z.array(z.string()).max(20).optional() })
export const previewSchema = z.strictObject({ edits: editsSchema })
export const waitingSchema = z.strictObject({
  does: z.enum(['read', 'sign', 'take-back']),
  at: z.string().max(40),
  author: by.author,
})
export const restoreSchema = z.strictObject(by)
export const tokenSchema = z.strictObject({ token: z.string().max(200) })

const line = z.string().trim().min(1).max(300).optional()

export const draftSchema = z.strictObject({
  caseId: recordIdSchema,
  name: z.string().min(1).max(200),
  base64: z.base64(),
  reported: z.iso.date().optional(),
  title: line,
  publisher: line,
  address: line,
})

/** What is answered where editing fails in a way that nobody expected. */
export const editFailed: Failure = {
  log: 'An edit failed',
  status: 500,
  title: 'This could not be done',
  detail: 'Nothing was saved, and what you have is still in your browser. The server’s log says why.',
}
