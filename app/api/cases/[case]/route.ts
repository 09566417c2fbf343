import { findCase } from '@/lib/server/find-case'
import { cached } from '@/lib/server/http'

export const dynamic = 'force-dynamic'

/** `GET /api/cases/{case}`: the linked case, with what was set aside. */
export async function GET(request: Request, { params }: RouteContext<'/api/cases/[case]'>): Promise<Response> {
  const found = await findCase(request, (await params).case)
  if (found instanceof Response) return found
  return cached(
    request,
    found.body,
    { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' },
    found.version,
  )
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
