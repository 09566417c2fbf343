import { findCase } from '@/lib/server/case-store'
import { cached, FOR_EVER } from '@/lib/server/http'

export const dynamic = 'force-dynamic'

/**
 * `GET /api/cases/{case}`: the linked case, with what was set aside; `?part=map`: what of it a map alone shows. With the
 * `?version=` that it has it may be kept for ever.
 */
export async function GET(request: Request, { params }: RouteContext<'/api/cases/[case]'>): Promise<Response> {
  const asked = new URL(request.url).searchParams
  const version = asked.get('version') ?? undefined
  const found = await findCase(request, (await params).case, version)
  if (found instanceof Response) return found
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': version === found.version ? FOR_EVER : 'no-cache',
  }
  const forMap = asked.get('part') === 'map'
  return forMap
    ? cached(request, found.mapBody, headers, `${found.version}-map`)
    : cached(request, found.body, headers, found.version)
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
