import { findCase } from '@/lib/server/find-case'
import { cached } from '@/lib/server/http'

export const dynamic = 'force-dynamic'

/** `GET /api/cases/{case}`: the linked case, with what was set aside; `?part=map`: what of it a map alone shows. */
export async function GET(request: Request, { params }: RouteContext<'/api/cases/[case]'>): Promise<Response> {
  const found = await findCase(request, (await params).case)
  if (found instanceof Response) return found
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' }
  const forMap = new URL(request.url).searchParams.get('part') === 'map'
  return forMap
    ? cached(request, found.forMap.body, headers, `${found.version}-map`)
    : cached(request, found.body, headers, found.version)
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
