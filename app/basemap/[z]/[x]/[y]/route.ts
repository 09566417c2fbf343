import { basemapTile, basemapVersion } from '@/lib/server/basemap-tiles'
import { cached, problem } from '@/lib/server/http'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** A whole number as it stands in an address; NaN, which no tile has, for anything else. */
function tileNumber(text: string): number {
  return /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN
}

/** A vector tile of the basemap. Kept for ever under its version, asked for anew without one. */
export async function GET(request: Request, context: RouteContext<'/basemap/[z]/[x]/[y]'>): Promise<Response> {
  const { z, x, y } = await context.params
  const tile = await basemapTile(tileNumber(z), tileNumber(x), tileNumber(y))
  if (tile === null)
    return problem(request, 404, 'No such tile', `The basemap has tiles of zoom 0 to 8, and none at ${z}/${x}/${y}.`)
  const version = await basemapVersion()
  const current = new URL(request.url).searchParams.get('v') === version
  const headers = {
    'content-type': 'application/vnd.mapbox-vector-tile',
    'cache-control': current ? 'public, max-age=31536000, immutable' : 'no-cache',
  }
  return cached(request, { gzipped: tile }, headers, `${version}-${z}-${x}-${y}`)
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
