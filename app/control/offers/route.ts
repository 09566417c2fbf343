import { controlInstance } from '@/lib/server/control/control-instance'
import { requireCredential } from '@/lib/server/control/credentials'
import { lanAddress, roomAddress } from '@/lib/server/control/lan-address'
import { answer, configuredOrigin, freshJson, ownOrigin, requireChange } from '@/lib/server/control/request-guard'
import { addressBelow } from '@/lib/url/base-path'

export const dynamic = 'force-dynamic'

/** `POST /control/offers`: shows a code to pair with on the wall's displays. */
export function POST(request: Request): Promise<Response> {
  return answer(async () => {
    requireChange(request)
    const address = roomAddress(addressBelow('/remote'), ownOrigin(request), configuredOrigin(), lanAddress())
    return freshJson(await controlInstance().offer(requireCredential(request), address))
  })
}

/** `DELETE /control/offers`: takes the code away. */
export function DELETE(request: Request): Promise<Response> {
  return answer(async () => {
    requireChange(request)
    return freshJson(await controlInstance().withdraw(requireCredential(request)))
  })
}
