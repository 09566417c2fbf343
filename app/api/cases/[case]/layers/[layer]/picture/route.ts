import { keepLatest } from '@/lib/derive/once'
import { limits } from '@/lib/limits'
import { findCase } from '@/lib/server/case-store'
import { noteError } from '@/lib/server/health'
import { cached, FOR_EVER, problem } from '@/lib/server/http'
import { readPictureFile, type ShownPicture } from '@/lib/server/picture-file'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** Pictures of late: of each version the file is read, and packed, once. */
const keepPicture = keepLatest<ShownPicture>(limits.drawing.kept, ({ bytes }) => bytes.length, limits.picture.keptBytes)

/** `GET /api/cases/{case}/layers/{layer}/picture`: the picture that the layer is. With `?v=<version>` it may be kept for ever. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/cases/[case]/layers/[layer]/picture'>,
): Promise<Response> {
  const { case: caseId, layer: layerId } = await params
  const found = await findCase(request, caseId)
  if (found instanceof Response) return found
  const { picture, pictureFile } = found.linked.layers.find(({ id }) => id === layerId) ?? {}
  if (picture === undefined || pictureFile === undefined || pictureFile.tiles !== undefined)
    return problem(request, 404, 'No such picture', `The case has no layer “${layerId}” that is one picture.`)
  try {
    const key = `${caseId}/${picture.file} ${pictureFile.version}`
    const { bytes, type, version } = await keepPicture(key, () => readPictureFile(caseId, picture.file))
    const asked = new URL(request.url).searchParams.get('v')
    const headers = { 'content-type': type, 'cache-control': asked === version ? FOR_EVER : 'no-cache' }
    return await cached(request, bytes, { ...headers, 'x-content-type-options': 'nosniff' }, version)
  } catch (error) {
    noteError(`The picture of ${caseId}/${layerId} cannot be read`, error)
    return problem(
      request,
      503,
      'Cannot be read now',
      'The picture cannot be read now. The rest of the case is not affected.',
    )
  }
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
