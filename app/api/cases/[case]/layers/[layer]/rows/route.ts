import { answerRows } from '@/app/api/cases/row-query'
import { limits } from '@/lib/limits'
import { cachedJson } from '@/lib/server/http'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/**
 * Rows of a layer whose places are on tiles, a page at a time: `time=<start>/<end>` and `categories=0,2` as on the map,
 * `bbox=<west>,<south>,<east>,<north>`, `words=`, `first=` and `count=` for the rows of a circle; `after=` goes on where the
 * page before ended (its `next`).
 */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/cases/[case]/layers/[layer]/rows'>,
): Promise<Response> {
  return answerRows(request, await params, async (find, { query, after }) => {
    const { rows, ...page } = await find(query, after, limits.tile.page)
    // What a line or an area looks like the map has on its tiles, and a download in full.
    return cachedJson(request, { rows: rows.map(({ geometry: _, ...row }) => row), ...page })
  })
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
