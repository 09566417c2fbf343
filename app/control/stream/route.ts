import { admission } from '@/lib/server/control/admission'
import { clientOf } from '@/lib/server/control/client-address'
import { controlInstance } from '@/lib/server/control/control-instance'
import { requireCredential } from '@/lib/server/control/credentials'
import { answer } from '@/lib/server/control/request-guard'

export const dynamic = 'force-dynamic'

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Whatever stands between must neither keep nor compress it: both would hold it back.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

/** `GET /control/stream`: snapshots of the wall as server-sent events, now, at each change and at least every ten seconds. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const { streams } = admission()
    const takePlace = (member: string) => streams.take(member, clientOf(request))
    return new Response(await controlInstance().stream(requireCredential(request), takePlace), { headers })
  })
}

/** Whoever asks for the headers alone gets no stream, which would never be read. */
export function HEAD(): Response {
  return new Response(null, { headers })
}
