import { admission } from '@/lib/server/control/admission'
import { clientOf } from '@/lib/server/control/client-address'
import { controlInstance } from '@/lib/server/control/control-instance'
import { heldCredential, tokenCookie } from '@/lib/server/control/credentials'
import { answer, freshJson, readChange } from '@/lib/server/control/request-guard'
import { screenSchema } from '@/lib/server/control/wire-schema'

export const dynamic = 'force-dynamic'

/** `POST /control/screens`: makes this browser a display of a wall of the case, or confirms that it is one. */
export function POST(request: Request): Promise<Response> {
  return answer(async () => {
    const wish = await readChange(request, screenSchema)
    const holder = { as: 'screen', caseId: wish.case } as const
    const held = heldCredential(request, holder)?.token ?? null
    const beginning = () => admission().beginWall(clientOf(request))
    const { snapshot, token } = await controlInstance().register(wish, held, beginning)
    return freshJson(snapshot, token === null ? [] : [tokenCookie(request, holder, token)])
  })
}
