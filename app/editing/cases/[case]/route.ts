import { limits } from '@/lib/limits'
import { answer, freshJson, readChange } from '@/lib/server/control/request-guard'
import { requireEditor } from '@/lib/server/editor/access'
import { editorInstance } from '@/lib/server/editor/editor'
import { answerSave, editFailed, saveSchema } from '@/lib/server/editor/wire-schema'

export const dynamic = 'force-dynamic'

type Context = RouteContext<'/editing/cases/[case]'>

/** `GET /editing/cases/{case}`: its records, each with its version; a case that is not there yet has none. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return answer(async () => {
    requireEditor(request)
    return freshJson(await editorInstance().read((await params).case))
  }, editFailed)
}

/**
 * `POST /editing/cases/{case}`: a save. 409 where somebody else has changed a record of it, with both versions; 422 where it
 * would break something, with the check's words. Either way nothing of it is written.
 */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return answer(async () => {
    requireEditor(request)
    const save = await readChange(request, saveSchema, limits.editor.bodyBytes)
    return answerSave(await editorInstance().save((await params).case, save))
  }, editFailed)
}
