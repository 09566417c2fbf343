import { admission } from '@/lib/server/control/admission'
import { clientOf } from '@/lib/server/control/client-address'
import { controlInstance } from '@/lib/server/control/control-instance'
import { requireCredential } from '@/lib/server/control/credentials'
import { streamHeaders } from '@/lib/server/control/event-stream'
import { answer } from '@/lib/server/control/request-guard'

export const dynamic = 'force-dynamic'

/** `GET /control/stream`: snapshots of the wall as server-sent events, now, at each change and at least every ten seconds. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const { streams } = admission()
    const takePlace = (member: string) => streams.take(member, clientOf(request))
    return new Response(await controlInstance().stream(requireCredential(request), takePlace), {
      headers: streamHeaders,
    })
  })
}

/** Whoever asks for the headers alone gets no stream, which would never be read. */
export function HEAD(): Response {
  return new Response(null, { headers: streamHeaders })
}
