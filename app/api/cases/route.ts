import { listCases } from '@/lib/server/case-store'
import { cachedJson } from '@/lib/server/http'

export const dynamic = 'force-dynamic'

/** `GET /api/cases`: the cases that can be read, as `listCases` has them. */
export async function GET(request: Request): Promise<Response> {
  return cachedJson(request, { cases: await listCases() })
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
