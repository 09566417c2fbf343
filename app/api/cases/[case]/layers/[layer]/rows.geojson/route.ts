import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { answerRows } from '@/app/api/cases/row-query'
import { exportRows } from '@/lib/server/find-rows'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** The same rows as `rows` as one GeoJSON collection, up to the limit; `next` in it says where to go on by `after=`. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/cases/[case]/layers/[layer]/rows.geojson'>,
): Promise<Response> {
  const address = await params
  return answerRows(request, address, (find, { query, after }) => {
    const text = Readable.from(exportRows(find, query, after))
    // As lib/server/http.ts has it: what is below /api is gzipped where that is accepted.
    const isPacked = request.headers.get('accept-encoding')?.includes('gzip') ?? false
    const body = Readable.toWeb(isPacked ? text.pipe(createGzip()) : text) as ReadableStream
    return new Response(body, {
      headers: {
        'content-type': 'application/geo+json; charset=utf-8',
        'content-disposition': `attachment; filename="${address.layer}.geojson"`,
        'cache-control': 'no-cache',
      },
    })
  })
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
