import { readGazetteer } from '@/lib/server/gazetteer'
import { cachedJson } from '@/lib/server/http'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** `GET /api/names`: the basemap's names of countries, cities, seas and islands, and where they stand. */
export async function GET(request: Request): Promise<Response> {
  return cachedJson(request, await readGazetteer())
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
