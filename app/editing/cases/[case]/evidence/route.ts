import { limits } from '@/lib/limits'
import { answer, freshJson, readSentFile } from '@/lib/server/control/request-guard'
import { requireEditor } from '@/lib/server/editor/access'
import { editorInstance } from '@/lib/server/editor/editor'
import { editFailed } from '@/lib/server/editor/wire-schema'

/** `POST /editing/cases/{case}/evidence`: a file, kept beside the case by its hash; what it is and what its metadata tell. */
export function POST(request: Request, { params }: RouteContext<'/editing/cases/[case]/evidence'>): Promise<Response> {
  return answer(async () => {
    requireEditor(request)
    const bytes = await readSentFile(request, limits.evidence.fileBytes)
    return freshJson(await editorInstance().keepEvidence((await params).case, bytes))
  }, editFailed)
}
