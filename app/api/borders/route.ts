import { cachedJson } from '@/lib/server/http'
import { readDisputes } from '@/lib/server/read-borders'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** `GET /api/borders`: the disputed lines and areas of the basemap: who administers, who claims, as of when, and the sources. */
export async function GET(request: Request): Promise<Response> {
  return cachedJson(request, await readDisputes())
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
