import { findCase } from '@/lib/server/case-store'
import { feedStore } from '@/lib/server/feeds/feed-store'
import { reportFeeds } from '@/lib/server/feeds/report-feeds'
import { cachedJson } from '@/lib/server/http'

export const dynamic = 'force-dynamic'

/** `GET /api/cases/{case}/feeds`: how old the places of layers that are fetched are, and what is wrong with their feeds. */
export async function GET(request: Request, { params }: RouteContext<'/api/cases/[case]/feeds'>): Promise<Response> {
  const found = await findCase(request, (await params).case)
  if (found instanceof Response) return found
  const { id, layers } = found.linked
  return cachedJson(request, await reportFeeds(id, layers, feedStore()))
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
