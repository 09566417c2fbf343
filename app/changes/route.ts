import { caseChanges } from '@/lib/server/case-changes'
import { clientOf } from '@/lib/server/control/client-address'
import { streamHeaders } from '@/lib/server/control/event-stream'
import { answer } from '@/lib/server/control/request-guard'

export const dynamic = 'force-dynamic'

/** `GET /changes`: which cases have another version, as server-sent events. Anyone may follow; nobody is told who else does. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const { changes, slots } = caseChanges()
    const client = clientOf(request)
    const release = slots.take(client, client)
    return new Response(changes.open(release), { headers: streamHeaders })
  })
}

/** Whoever asks for the headers alone gets no stream, which would never be read. */
export function HEAD(): Response {
  return new Response(null, { headers: streamHeaders })
}
