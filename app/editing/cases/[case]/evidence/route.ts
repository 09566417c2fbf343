import { limits } from '@/lib/limits'
import { answer, readSentFile } from '@/lib/server/control/request-guard'
import { requireEditor } from '@/lib/server/editor/access'
import { editDesk } from '@/lib/server/editor/edit-apart'
import { editFailed } from '@/lib/server/editor/wire-schema'

/** `POST /editing/cases/{case}/evidence`: a file, kept beside the case by its hash; what it is and what its metadata tell. */
export function POST(request: Request, { params }: RouteContext<'/editing/cases/[case]/evidence'>): Promise<Response> {
  return answer(async () => {
    requireEditor(request)
    const body = await readSentFile(request, limits.evidence.fileBytes)
    return editDesk().ask({ does: 'keep-evidence', caseId: (await params).case, body })
  }, editFailed)
}
