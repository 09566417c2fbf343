import { answer, freshJson } from '@/lib/server/control/request-guard'
import { requireEditor } from '@/lib/server/editor/access'
import { findSymbols } from '@/lib/server/editor/find-symbols'
import { editFailed } from '@/lib/server/editor/wire-schema'

export const dynamic = 'force-dynamic'

/** `GET /editing/symbols?q=`: the symbols of such a name, as they are drawn. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    requireEditor(request)
    return freshJson(findSymbols(new URL(request.url).searchParams.get('q') ?? ''))
  }, editFailed)
}
