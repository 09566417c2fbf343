import { createHash } from 'node:crypto'
import { drawApart } from '@/app/drawing/draw-apart'
import { limits } from '@/lib/limits'
import { findCase } from '@/lib/server/case-store'
import { unlessBusy } from '@/lib/server/drawing-turns'
import { cached } from '@/lib/server/http'
import type { ValidTexts } from '@/lib/server/last-valid-store'

export const dynamic = 'force-dynamic'

/** The bytes, and a short hash of exactly these. */
interface Archive {
  body: Buffer
  version: string
}

const archives = new WeakMap<ValidTexts, Promise<Archive>>()

async function makeArchive(caseId: string, files: ValidTexts): Promise<Archive> {
  const body = await drawApart({ kind: 'archive', caseId, files })
  return { body, version: createHash('sha256').update(body).digest('hex').slice(0, 12) }
}

/** Made once for as long as the texts themselves are kept. */
function archiveOf(caseId: string, files: ValidTexts): Promise<Archive> {
  const known = archives.get(files)
  if (known !== undefined) return known
  const made = makeArchive(caseId, files)
  archives.set(files, made)
  made.then(
    // One of many pictures is made anew for the next who asks, rather than kept in memory.
    ({ body }) => body.length > limits.archive.keptBytes && archives.delete(files),
    () => archives.delete(files),
  )
  return made
}

/** `GET /api/cases/{case}/archive.zip`: the case's folder as one file, which `npm run case -- check` accepts once unpacked. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/cases/[case]/archive.zip'>,
): Promise<Response> {
  const found = await findCase(request, (await params).case)
  if (found instanceof Response) return found
  const { id } = found.linked
  return unlessBusy(request, async () => {
    const { body, version } = await archiveOf(id, found.files)
    const headers = {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${id}.zip"`,
      'cache-control': 'no-cache',
    }
    return cached(request, body, headers, version)
  })
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
