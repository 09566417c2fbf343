import { findCase } from '@/lib/server/case-store'
import { cached } from '@/lib/server/http'

export const dynamic = 'force-dynamic'

/** `GET /api/cases/{case}/places.geojson`: every place's own geometry, where the layers have it as drawn. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/cases/[case]/places.geojson'>,
): Promise<Response> {
  const found = await findCase(request, (await params).case)
  if (found instanceof Response) return found
  const headers = { 'content-type': 'application/geo+json; charset=utf-8', 'cache-control': 'no-cache' }
  return cached(request, found.shapes.body, headers, found.shapes.version)
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
