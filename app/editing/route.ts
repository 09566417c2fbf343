import { dataFolder } from '@/lib/server/case-folder'
import { answer, freshJson } from '@/lib/server/control/request-guard'
import { editorAccess, requireEditorOn } from '@/lib/server/editor/access'
import { listEditable } from '@/lib/server/editor/list-editable'
import { editFailed } from '@/lib/server/editor/wire-schema'

export const dynamic = 'force-dynamic'

/** `GET /editing`: by what this browser may edit and, if it may, the cases. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    requireEditorOn()
    const access = editorAccess(request)
    return freshJson({ access, cases: access === 'locked' ? [] : await listEditable(dataFolder()) })
  }, editFailed)
}
