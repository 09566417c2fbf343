import { archiveCase } from '@/lib/server/case-archive'
import { findCase } from '@/lib/server/case-store'
import { drawInTurn, unlessBusy } from '@/lib/server/drawing-turns'
import { cached } from '@/lib/server/http'

export const dynamic = 'force-dynamic'

/** `GET /api/cases/{case}/archive.zip`: the case's folder as one file, which `npm run case -- check` accepts once unpacked. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/cases/[case]/archive.zip'>,
): Promise<Response> {
  const found = await findCase(request, (await params).case)
  if (found instanceof Response) return found
  const { id } = found.linked
  return unlessBusy(request, async () => {
    const { body, version } = await drawInTurn(async () => archiveCase(id, found.files))
    const headers = {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${id}.zip"`,
      'cache-control': 'no-cache',
    }
    return cached(request, body, headers, version)
  })
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
