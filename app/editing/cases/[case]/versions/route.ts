import { answer, freshJson } from '@/lib/server/control/request-guard'
import { requireEditor } from '@/lib/server/editor/access'
import { editorInstance } from '@/lib/server/editor/editor'
import { editFailed } from '@/lib/server/editor/wire-schema'

export const dynamic = 'force-dynamic'

/** `GET /editing/cases/{case}/versions`: its last saves, the newest first. */
export function GET(request: Request, { params }: RouteContext<'/editing/cases/[case]/versions'>): Promise<Response> {
  return answer(async () => {
    requireEditor(request)
    return freshJson(await editorInstance().versions((await params).case))
  }, editFailed)
}
