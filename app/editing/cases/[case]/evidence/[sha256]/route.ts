import { answer } from '@/lib/server/control/request-guard'
import { requireEditor } from '@/lib/server/editor/access'
import { editDesk } from '@/lib/server/editor/edit-apart'
import { editFailed } from '@/lib/server/editor/wire-schema'

export const dynamic = 'force-dynamic'

type Context = RouteContext<'/editing/cases/[case]/evidence/[sha256]'>

/** `GET /editing/cases/{case}/evidence/{sha256}`: what a file is, and what its metadata tell. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return answer(async () => {
    requireEditor(request)
    const { case: caseId, sha256 } = await params
    return editDesk().ask({ does: 'describe-evidence', caseId, sha256 })
  }, editFailed)
}
