import { readTileAddress, tileHeaders } from '@/app/basemap/tile-address'
import { archiveTile, basemapVersion } from '@/lib/server/basemap-archive'
import { cachedPicture, plainProblem } from '@/lib/server/http'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** A tile of the shaded relief under the map. */
export async function GET(request: Request, context: RouteContext<'/basemap/relief/[z]/[x]/[y]'>): Promise<Response> {
  const address = await context.params
  const { z, x, y } = readTileAddress(address)
  const tile = await archiveTile('relief', z, x, y)
  if (tile === null)
    return plainProblem(
      404,
      'No such tile',
      `The relief has tiles of zoom 0 to 4, and none at ${Object.values(address).join('/')}.`,
    )
  const version = await basemapVersion()
  return cachedPicture(request, tile, tileHeaders(request, version, 'image/webp'), `${version}-${z}-${x}-${y}`)
}

export {
  plainReadOnly as DELETE,
  plainReadOnly as PATCH,
  plainReadOnly as POST,
  plainReadOnly as PUT,
} from '@/lib/server/http'
