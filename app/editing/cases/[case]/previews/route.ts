import { limits } from '@/lib/limits'
import { answer, freshJson, readChange } from '@/lib/server/control/request-guard'
import { requireEditor } from '@/lib/server/editor/access'
import { previewCase } from '@/lib/server/editor/previews'
import { editFailed, previewSchema } from '@/lib/server/editor/wire-schema'

/** `POST /editing/cases/{case}/previews`: the case as it would be, and what the edits would break; nothing is written. */
export function POST(request: Request, { params }: RouteContext<'/editing/cases/[case]/previews'>): Promise<Response> {
  return answer(async () => {
    requireEditor(request)
    const { edits } = await readChange(request, previewSchema, limits.editor.bodyBytes)
    return freshJson(await previewCase((await params).case, edits))
  }, editFailed)
}
