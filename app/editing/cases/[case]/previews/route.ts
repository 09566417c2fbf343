import { limits } from '@/lib/limits'
import { answer, readChangeBytes } from '@/lib/server/control/request-guard'
import { requireEditor } from '@/lib/server/editor/access'
import { editDesk } from '@/lib/server/editor/edit-apart'
import { editFailed } from '@/lib/server/editor/wire-schema'

/** `POST /editing/cases/{case}/previews`: the case as it would be, and what the edits would break; nothing is written. */
export function POST(request: Request, { params }: RouteContext<'/editing/cases/[case]/previews'>): Promise<Response> {
  return answer(async () => {
    requireEditor(request)
    const body = await readChangeBytes(request, limits.editor.bodyBytes)
    return editDesk().ask({ does: 'preview', caseId: (await params).case, body }, request.signal)
  }, editFailed)
}
