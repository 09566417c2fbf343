import { limits } from '@/lib/limits'
import { answer, readChangeBytes } from '@/lib/server/control/request-guard'
import { requireEditor } from '@/lib/server/editor/access'
import { editDesk } from '@/lib/server/editor/edit-apart'
import { editFailed } from '@/lib/server/editor/wire-schema'

export const dynamic = 'force-dynamic'

type Context = RouteContext<'/editing/cases/[case]'>

/** `GET /editing/cases/{case}`: its records, each with its version; a case that is not there yet has none. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return answer(async () => {
    requireEditor(request)
    return editDesk().ask({ does: 'read', caseId: (await params).case })
  }, editFailed)
}

/**
 * `POST /editing/cases/{case}`: a save. 409 where somebody else has changed a record of it, with both versions; 422 where it
 * would break something, with the check's words. Either way nothing of it is written.
 */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return answer(async () => {
    requireEditor(request)
    const body = await readChangeBytes(request, limits.editor.bodyBytes)
    return editDesk().ask({ does: 'save', caseId: (await params).case, body })
  }, editFailed)
}
