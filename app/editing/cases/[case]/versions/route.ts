import { answer } from '@/lib/server/control/request-guard'
import { requireEditor } from '@/lib/server/editor/access'
import { editDesk } from '@/lib/server/editor/edit-apart'
import { editFailed } from '@/lib/server/editor/wire-schema'

export const dynamic = 'force-dynamic'

/** `GET /editing/cases/{case}/versions`: its last saves, the newest first. */
export function GET(request: Request, { params }: RouteContext<'/editing/cases/[case]/versions'>): Promise<Response> {
  return answer(async () => {
    requireEditor(request)
    return editDesk().ask({ does: 'list-versions', caseId: (await params).case })
  }, editFailed)
}
