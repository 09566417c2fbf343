import { answer, readChange } from '@/lib/server/control/request-guard'
import { requireEditor } from '@/lib/server/editor/access'
import { editDesk } from '@/lib/server/editor/edit-apart'
import { editFailed, waitingSchema } from '@/lib/server/editor/wire-schema'

export const dynamic = 'force-dynamic'

type Context = RouteContext<'/editing/cases/[case]/waiting/[number]'>

/** `POST …/waiting/{number}`: signs a save that waits for a second person, or takes it back, or reads the reports that it was made from; `at` is when it was made, as it was seen. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return answer(async () => {
    requireEditor(request)
    const { case: caseId, number } = await params
    const { does, at, author } = await readChange(request, waitingSchema)
    const seen = { number: Number(number), at }
    return editDesk().ask(
      does === 'sign'
        ? { does, caseId, seen, signer: author }
        : { does: does === 'read' ? 'read-waiting' : does, caseId, seen },
    )
  }, editFailed)
}
