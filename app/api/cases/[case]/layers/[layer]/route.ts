import { recordIdPattern } from '@/lib/schema/plain-values'
import { findCase } from '@/lib/server/case-store'
import { cached, FOR_EVER, problem } from '@/lib/server/http'

export const dynamic = 'force-dynamic'

/** `GET /api/cases/{case}/layers/{layer}`: the layer as drawn, GeoJSON. With `?v=<version>` it may be kept for ever. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/cases/[case]/layers/[layer]'>,
): Promise<Response> {
  const { case: caseId, layer: layerId } = await params
  const found = await findCase(request, caseId)
  if (found instanceof Response) return found
  if (!recordIdPattern.test(layerId))
    return problem(request, 400, 'Not a layer id', 'A layer id is lower case letters, digits and hyphens.')
  const layer = found.layers.get(layerId)
  if (layer === undefined) return problem(request, 404, 'No such layer', `The case has no layer “${layerId}”.`)
  if (found.linked.layers.some(({ id, tiles }) => id === layerId && tiles !== undefined))
    return problem(
      request,
      404,
      'The layer is on tiles',
      `Its places come as tiles, below ${layerId}/<z>/<x>/<y>, and as rows from ${layerId}/rows.`,
    )
  const asked = new URL(request.url).searchParams.get('v')
  const headers = {
    'content-type': 'application/geo+json; charset=utf-8',
    'cache-control': asked === layer.version ? FOR_EVER : 'no-cache',
  }
  return cached(request, layer.body, headers, layer.version)
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
