import { evidenceName } from '@/lib/schema/evidence'
import { caseFolder } from './case-folder'
import { readPublished } from './evidence-files'
import type { ValidTexts } from './last-valid-store'
import { parseFiles } from './parse-files'

/** A file of evidence as it is given away. */
export interface PublishedEvidence {
  /** The hash that the case has it by. */
  sha256: string
  /** Relative to the case's folder: by the hash of these bytes, which are others where metadata were taken out. */
  name: string
  publishedSha256: string
  bytes: Buffer
}

/** The evidence that records of a case name, as it is published; what cannot be read is left out. */
export async function readPublishedEvidence(caseId: string, files: ValidTexts): Promise<PublishedEvidence[]> {
  const { records } = parseFiles(caseId, files)
  if (records === null || records.evidence.length === 0) return []
  const folder = await caseFolder(caseId)
  const read = await Promise.allSettled(
    records.evidence.map(async (evidence): Promise<PublishedEvidence> => {
      const { sha256, type, file } = evidence
      const name = evidenceName({ type, sha256: file.sha256 })
      return { sha256, name, publishedSha256: file.sha256, bytes: await readPublished(folder, evidence) }
    }),
  )
  return read.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
}
