import { Refusal } from '@/lib/server/control/refusal'
import { answer } from '@/lib/server/control/request-guard'
import { requireEditor } from '@/lib/server/editor/access'
import { previewedLayer } from '@/lib/server/editor/previews'
import { editFailed } from '@/lib/server/editor/wire-schema'

export const dynamic = 'force-dynamic'

/** `GET /editing/previews/{preview}/layers/{layer}`: a layer of a case as it would be, GeoJSON. */
export function GET(
  request: Request,
  { params }: RouteContext<'/editing/previews/[preview]/layers/[layer]'>,
): Promise<Response> {
  return answer(async () => {
    requireEditor(request)
    const { preview, layer } = await params
    const found = previewedLayer(preview, layer)
    if (found === null) throw new Refusal(404, 'No such preview', 'Of previews the last are kept: ask for a new one.')
    const headers = { 'content-type': 'application/geo+json; charset=utf-8', 'cache-control': 'no-store' }
    return new Response(new Uint8Array(found.body), { headers })
  }, editFailed)
}
