import { findTiled, unreadable } from '@/app/api/cases/find-tiled'
import { readTileAddress, tileHeaders } from '@/app/basemap/tile-address'
import { cached, problem } from '@/lib/server/http'
import { layerTile, NotAllowed } from '@/lib/server/layer-tiles'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** A vector tile of a layer; with `?v=<version>` it may be kept for ever. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/cases/[case]/layers/[layer]/[z]/[x]/[y]'>,
): Promise<Response> {
  const { case: caseId, layer: layerId, ...address } = await params
  const found = await findTiled(request, caseId, layerId)
  if (found instanceof Response) return found
  const { maxZoom, version } = found.layer.tiles
  const { z, x, y } = readTileAddress(address)
  const isTile = z <= maxZoom && x < 2 ** z && y < 2 ** z
  if (!isTile) return problem(request, 404, 'No such tile', `The layer has tiles of zoom 0 to ${maxZoom}.`)
  try {
    const tile = await layerTile(found.address, z, x, y)
    const headers = tileHeaders(request, version, 'application/vnd.mapbox-vector-tile')
    return await cached(request, { gzipped: tile ?? Buffer.alloc(0) }, headers, `${version}-${z}-${x}-${y}`)
  } catch (error) {
    if (error instanceof NotAllowed)
      return problem(
        request,
        403,
        'Tiles from there are not allowed',
        `The layer’s tiles are at ${error.message}; the operator of this server allows an origin by CASEBOARD_TILES.`,
      )
    return unreadable(request, 'tiles', found, error)
  }
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
