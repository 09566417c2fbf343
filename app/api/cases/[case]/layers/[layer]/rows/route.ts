import { findTiled, unreadable } from '@/app/api/cases/find-tiled'
import { readRowQuery } from '@/app/api/cases/row-query'
import { limits } from '@/lib/limits'
import { findRows } from '@/lib/server/find-rows'
import { noteError } from '@/lib/server/health'
import { cachedJson, problem } from '@/lib/server/http'
import { layerRows } from '@/lib/server/layer-tiles'

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
  const { case: caseId, layer: layerId } = await params
  const found = await findTiled(request, caseId, layerId)
  if (found instanceof Response) return found
  const { query, after, wrong } = readRowQuery(new URL(request.url).searchParams, found.layer.tiles)
  if (wrong !== null) return problem(request, 400, 'Not a query of rows', wrong)
  try {
    const file = await layerRows(found.address)
    return await cachedJson(request, await findRows(file, query, after, limits.tile.page))
  } catch (error) {
    noteError(`The rows of ${caseId}/${layerId} cannot be read`, error)
    return unreadable(request, 'The layer’s rows')
  }
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
