import { readTileAddress, tileHeaders } from '@/app/basemap/tile-address'
import { basemapTile, basemapVersion } from '@/lib/server/basemap-archive'
import { cached, problem } from '@/lib/server/http'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** A vector tile of the basemap. */
export async function GET(request: Request, context: RouteContext<'/basemap/[z]/[x]/[y]'>): Promise<Response> {
  const address = await context.params
  const { z, x, y } = readTileAddress(address)
  const tile = await basemapTile(z, x, y)
  if (tile === null)
    return problem(
      request,
      404,
      'No such tile',
      `The basemap has tiles of zoom 0 to 8, and none at ${Object.values(address).join('/')}.`,
    )
  const version = await basemapVersion()
  const headers = tileHeaders(request, version, 'application/vnd.mapbox-vector-tile')
  return cached(request, { gzipped: tile }, headers, `${version}-${z}-${x}-${y}`)
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
