import { controlInstance } from '@/lib/server/control/control-instance'
import { endedCookie, readHolder, requireCredential } from '@/lib/server/control/credentials'
import { answer, freshJson, requireChange } from '@/lib/server/control/request-guard'

export const dynamic = 'force-dynamic'

/** `DELETE /control/pairings/{id}`: ends the pairing of a remote, or takes a screen off the wall. */
export function DELETE(request: Request, { params }: RouteContext<'/control/pairings/[id]'>): Promise<Response> {
  return answer(async () => {
    requireChange(request)
    const holder = readHolder(request)
    const snapshot = await controlInstance().revoke(requireCredential(request, holder), (await params).id)
    if (snapshot !== null) return freshJson(snapshot)
    return new Response(null, { status: 204, headers: { 'set-cookie': endedCookie(request, holder) } })
  })
}
