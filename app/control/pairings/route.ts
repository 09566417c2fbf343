import { admission } from '@/lib/server/control/admission'
import { clientOf } from '@/lib/server/control/client-address'
import type { Control } from '@/lib/server/control/control'
import { controlInstance } from '@/lib/server/control/control-instance'
import { type Holder, heldCredential, requireCredential, tokenCookie } from '@/lib/server/control/credentials'
import type { Paired } from '@/lib/server/control/pairing'
import { Refusal } from '@/lib/server/control/refusal'
import { answer, freshJson, readChange } from '@/lib/server/control/request-guard'
import { type PairingWish, pairingSchema } from '@/lib/server/control/wire-schema'
import { metrics } from '@/lib/server/metrics'

export const dynamic = 'force-dynamic'

function resultOf(error: unknown): string {
  if (!(error instanceof Refusal)) return 'failed'
  return error.status === 429 ? 'locked' : 'wrong'
}

async function pair(control: Control, request: Request, wish: PairingWish): Promise<Paired> {
  if (!('code' in wish))
    return control.pairOwn(requireCredential(request, { as: 'screen', caseId: wish.case }), wish.name)
  const { pairings } = metrics()
  try {
    const paired = await admission().tryCode(clientOf(request), () => control.pair(wish.code, wish.as, wish.name))
    pairings.inc({ result: 'paired' })
    return paired
  } catch (error) {
    pairings.inc({ result: resultOf(error) })
    throw error
  }
}

/** `POST /control/pairings`: pairs this browser by a code, or as a remote of the wall that it shows itself. */
export function POST(request: Request): Promise<Response> {
  return answer(async () => {
    const control = controlInstance()
    const { token, ...paired } = await pair(control, request, await readChange(request, pairingSchema))
    const holder: Holder = paired.kind === 'remote' ? { as: 'remote' } : { as: 'screen', caseId: paired.caseId }
    const before = heldCredential(request, holder)
    if (before !== null) await control.forget(before)
    const told = paired.kind === 'remote' ? paired : { kind: paired.kind, case: paired.caseId, role: paired.role }
    return freshJson(told, [tokenCookie(request, holder, token)])
  })
}
