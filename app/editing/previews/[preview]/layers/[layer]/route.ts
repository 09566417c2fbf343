import { Refusal } from '@/lib/server/control/refusal'
import { answer } from '@/lib/server/control/request-guard'
import { requireEditor } from '@/lib/server/editor/access'
import { editDesk } from '@/lib/server/editor/edit-apart'
import { editFailed } from '@/lib/server/editor/wire-schema'
import { freshBytes } from '@/lib/server/http'

export const dynamic = 'force-dynamic'

/** `GET /editing/previews/{preview}/layers/{layer}`: a layer of a case as it would be, GeoJSON. */
export function GET(
  request: Request,
  { params }: RouteContext<'/editing/previews/[preview]/layers/[layer]'>,
): Promise<Response> {
  return answer(async () => {
    requireEditor(request)
    const { preview, layer } = await params
    const found = editDesk().previewedLayer(preview, layer)
    if (found === null) throw new Refusal(404, 'No such preview', 'Of previews the last are kept: ask for a new one.')
    return freshBytes(found, 'application/geo+json; charset=utf-8')
  }, editFailed)
}
