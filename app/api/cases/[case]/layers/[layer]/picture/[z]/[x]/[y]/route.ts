import { readTileAddress, tileHeaders } from '@/app/basemap/tile-address'
import { pictureVersion } from '@/lib/schema/plain-values'
import { findCase } from '@/lib/server/case-store'
import { noteError } from '@/lib/server/health'
import { cached, problem } from '@/lib/server/http'
import { readTileWithin } from '@/lib/server/picture-edge'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** A tile of a layer's picture; with `?v=<version>` it may be kept for ever. Where there is none, the map stretches a farther one. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/cases/[case]/layers/[layer]/picture/[z]/[x]/[y]'>,
): Promise<Response> {
  const { case: caseId, layer: layerId, ...address } = await params
  const found = await findCase(request, caseId)
  if (found instanceof Response) return found
  const { picture, pictureFile } = found.linked.layers.find(({ id }) => id === layerId) ?? {}
  if (picture === undefined || pictureFile?.tiles === undefined)
    return problem(request, 404, 'No such tiles', `The case has no layer “${layerId}” whose picture is on tiles.`)
  const { tiles } = pictureFile
  const version = pictureVersion(picture, pictureFile)
  const { z, x, y } = readTileAddress(address)
  const isTile = z >= tiles.minZoom && z <= tiles.maxZoom && x < 2 ** z && y < 2 ** z
  try {
    const tile = isTile ? await readTileWithin(caseId, picture, pictureFile, [z, x, y]) : null
    const name = `${z}/${x}/${y}`
    if (tile === null) {
      const range = `of zoom ${tiles.minZoom} to ${tiles.maxZoom}`
      return problem(request, 404, 'No such tile', `The picture has tiles ${range}, and none at ${name}.`)
    }
    if ('reason' in tile) {
      const told = `${picture.file}: its tile ${name} ${tile.reason}`
      noteError(`A tile of ${caseId}/${layerId} is not shown`, new Error(told))
      return problem(request, 404, 'No such tile', `${told}.`)
    }
    const headers = { ...tileHeaders(request, version, tile.type), 'x-content-type-options': 'nosniff' }
    return await cached(request, tile.bytes, headers, `${version}-${z}-${x}-${y}`)
  } catch (error) {
    noteError(`A tile of the picture of ${caseId}/${layerId} cannot be read`, error)
    return problem(
      request,
      503,
      'Cannot be read now',
      'The tile of the picture cannot be read now. The rest of the case is not affected.',
    )
  }
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
