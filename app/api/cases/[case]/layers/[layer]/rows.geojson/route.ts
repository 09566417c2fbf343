import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { findTiled, unreadable } from '@/app/api/cases/find-tiled'
import { readRowQuery } from '@/app/api/cases/row-query'
import { exportRows } from '@/lib/server/find-rows'
import { noteError } from '@/lib/server/health'
import { problem } from '@/lib/server/http'
import { layerRows } from '@/lib/server/layer-tiles'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** The same rows as `rows` as one GeoJSON collection, up to the limit; `next` in it says where to go on by `after=`. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/cases/[case]/layers/[layer]/rows.geojson'>,
): Promise<Response> {
  const { case: caseId, layer: layerId } = await params
  const found = await findTiled(request, caseId, layerId)
  if (found instanceof Response) return found
  const { query, after, wrong } = readRowQuery(new URL(request.url).searchParams, found.layer.tiles)
  if (wrong !== null) return problem(request, 400, 'Not a query of rows', wrong)
  try {
    const file = await layerRows(found.address)
    const text = Readable.from(exportRows(file, query, after))
    // As lib/server/http.ts has it: what is below /api is gzipped where that is accepted.
    const isPacked = request.headers.get('accept-encoding')?.includes('gzip') ?? false
    const body = Readable.toWeb(isPacked ? text.pipe(createGzip()) : text) as ReadableStream
    return new Response(body, {
      headers: {
        'content-type': 'application/geo+json; charset=utf-8',
        'content-disposition': `attachment; filename="${layerId}.geojson"`,
        'cache-control': 'no-cache',
      },
    })
  } catch (error) {
    noteError(`The rows of ${caseId}/${layerId} cannot be read`, error)
    return unreadable(request, 'The layer’s rows')
  }
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
