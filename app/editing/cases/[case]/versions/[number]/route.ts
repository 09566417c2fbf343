import { Refusal } from '@/lib/server/control/refusal'
import { answer, readChange } from '@/lib/server/control/request-guard'
import { requireEditor } from '@/lib/server/editor/access'
import { editDesk } from '@/lib/server/editor/edit-apart'
import { editFailed, restoreSchema } from '@/lib/server/editor/wire-schema'

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
    const { case: caseId, number } = await params
    return editDesk().ask({ does: 'compare', caseId, number: readNumber(number) })
  }, editFailed)
}

/** `POST …/versions/{number}`: brings the case back to what it was after that save, as a save of its own. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return answer(async () => {
    requireEditor(request)
    const { case: caseId, number } = await params
    const by = await readChange(request, restoreSchema)
    return editDesk().ask({ does: 'restore', caseId, number: readNumber(number), by })
  }, editFailed)
}
