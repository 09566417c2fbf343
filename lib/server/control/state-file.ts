import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { noteError } from '@/lib/server/last-error'
import { isMissing, replaceFile } from '@/lib/server/state-folder'

/** A document with how much longer it is kept, ms: what a clock says may differ from one start to the next. */
const fileSchema = z.record(z.string(), z.strictObject({ text: z.string(), keepMs: z.number().positive() }))
type KeptDocuments = z.infer<typeof fileSchema>

export interface StateFile {
  /** What was written last; empty where there is nothing, or nothing readable. Never throws. */
  read(): KeptDocuments
  /** Replaces the file as one step. Never throws: without a place to write, all goes on in memory. */
  write(documents: KeptDocuments): void
}

/** The state of a control plane without Valkey, in a file that only the server's user can read. */
export function createStateFile(folder: string): StateFile {
  const file = path.join(folder, 'walls.json')
  let writable = true

  return {
    read() {
      try {
        return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
      } catch (error) {
        if (!isMissing(error)) noteError('The pairings kept from the last run cannot be read', error)
        return {}
      }
    },
    write(documents) {
      try {
        replaceFile(file, JSON.stringify(documents))
        writable = true
      } catch (error) {
        if (writable) noteError('Pairings cannot be written and will end with this server', error)
        writable = false
      }
    },
  }
}
