import { answer, freshJson } from '@/lib/server/control/request-guard'
import { requireEditor } from '@/lib/server/editor/access'
import { findNamedPlaces } from '@/lib/server/editor/draft-for-editor'
import { editFailed } from '@/lib/server/editor/wire-schema'

export const dynamic = 'force-dynamic'

/** `GET /editing/places?name=`: places that a name may mean. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    requireEditor(request)
    return freshJson(await findNamedPlaces((new URL(request.url).searchParams.get('name') ?? '').slice(0, 100)))
  }, editFailed)
}
