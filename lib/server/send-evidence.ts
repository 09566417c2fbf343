import { type FileHandle, open, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { keepLatest } from '@/lib/derive/once'
import { limits } from '@/lib/limits'
import { mediaEndings } from '@/lib/media/media-type'
import { isStripped } from '@/lib/media/metadata'
import { evidenceName, type KeptEvidence } from '@/lib/schema/evidence'
import { type CaseFolder, isInside } from './case-bytes'
import { caseFolder } from './case-folder'
import { readPublishedApart } from './evidence-apart'
import { cached, cachedPicture, FOR_EVER, isCurrent } from './http'
import { sendRange } from './send-range'

const keepPublished = keepLatest<Buffer>(limits.evidence.files, ({ length }) => length, limits.evidence.keptBytes)

/** Opens a file that is published as it is. Throws an Error where it is another by now. */
async function openPublished(folder: CaseFolder, evidence: KeptEvidence): Promise<FileHandle> {
  const leadsTo = await realpath(path.join(folder.path, evidenceName(evidence)))
  if (!isInside(folder.path, leadsTo)) throw new Error('the file leads out of its folder')
  // What is no plain file is never opened: it might never answer.
  const about = await stat(leadsTo)
  if (!about.isFile() || about.size !== evidence.file.bytes) throw new Error('the file is another by now')
  return open(leadsTo)
}

/**
 * Answers with evidence: pictures without their metadata, films and documents as they are and by ranges. With
 * `?v=<version>` it may be kept for ever. Rejects where its file is not there now, or another.
 */
export async function sendEvidence(request: Request, caseId: string, evidence: KeptEvidence): Promise<Response> {
  const folder = await caseFolder(caseId)
  const { type, sha256 } = evidence.file
  // As lib/url/evidence-address names it.
  const version = sha256.slice(0, 12)
  const asked = new URL(request.url).searchParams.get('v')
  const headers = {
    'content-type': type,
    // Programs that show a document in a page are many, and what they run is not ours to say.
    'content-disposition': `${type === 'application/pdf' ? 'attachment' : 'inline'}; filename="${evidence.id}.${mediaEndings[type]}"`,
    'cache-control': asked === version ? FOR_EVER : 'no-cache',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  }
  if (isStripped(type)) {
    const bytes = await keepPublished(`${caseId} ${sha256}`, () => readPublishedApart({ folder, evidence }))
    return cachedPicture(request, bytes, headers, version)
  }
  if (isCurrent(request, version)) return cached(request, Buffer.alloc(1), headers, version)
  return sendRange(request, await openPublished(folder, evidence), version, headers)
}
