import { readTileAddress, tileHeaders } from '@/app/basemap/tile-address'
import { cached, problem } from '@/lib/server/http'
import { readStreet, streetSetting, streetTile } from '@/lib/server/street-archive'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** A vector tile of the street map, `of=<number>` of a further source of its style; none where it has nothing, since the map of the world lies below it. */
export async function GET(request: Request, context: RouteContext<'/basemap/street/[z]/[x]/[y]'>): Promise<Response> {
  const named = streetSetting()
  if (named === null) return problem(request, 404, 'No street map', 'CASEBOARD_BASEMAP names none.')
  const { z, x, y } = readTileAddress(await context.params)
  try {
    const { version } = await readStreet(named)
    const of = new URL(request.url).searchParams.get('of') ?? '0'
    const source = /^\d$/.test(of) ? Number(of) : 0
    const tile = await streetTile(named, [z, x, y], source)
    const headers = tileHeaders(request, version, 'application/vnd.mapbox-vector-tile')
    return cached(request, { gzipped: tile ?? Buffer.alloc(0) }, headers, `${version}-${source}-${z}-${x}-${y}`)
  } catch {
    return problem(
      request,
      503,
      'No street map',
      'What CASEBOARD_BASEMAP names cannot be had; the map of the world stays.',
    )
  }
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
