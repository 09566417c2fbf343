import { Refusal } from '@/lib/server/control/refusal'
import { answer, freshJson, readChange } from '@/lib/server/control/request-guard'
import { requireEditor } from '@/lib/server/editor/access'
import { editorInstance } from '@/lib/server/editor/editor'
import { answerSave, editFailed, restoreSchema } from '@/lib/server/editor/wire-schema'

export const dynamic = 'force-dynamic'

type Context = RouteContext<'/editing/cases/[case]/versions/[number]'>

function readNumber(text: string): number {
  if (/^\d{1,8}$/.test(text)) return Number(text)
  throw new Refusal(400, 'Not a version', 'The saves of a case are numbered from 1; 0 is the case before the first.')
}

/** `GET …/versions/{number}`: what has changed since that save, record by record. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return answer(async () => {
    requireEditor(request)
    const asked = await params
    return freshJson(await editorInstance().changesSince(asked.case, readNumber(asked.number)))
  }, editFailed)
}

/** `POST …/versions/{number}`: brings the case back to what it was after that save, as a save of its own. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return answer(async () => {
    requireEditor(request)
    const asked = await params
    const by = await readChange(request, restoreSchema)
    return answerSave(await editorInstance().restore(asked.case, readNumber(asked.number), by))
  }, editFailed)
}
