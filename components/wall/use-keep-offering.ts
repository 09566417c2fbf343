import { useEffect, useEffectEvent, useState } from 'react'
import { OfferKeeper } from '@/lib/client/wall/offer-keeper'
import type { WallBoard } from '@/lib/client/wall-context'

/**
 * A display whose address asks for it shows a code as long as nothing is connected: without keyboard or touch there is
 * no other way in.
 */
export function useKeepOffering({ view, snapshot, offerPairing }: WallBoard): void {
  const [keeper] = useState(() => new OfferKeeper())
  const keep = useEffectEvent((on: boolean) => offerPairing(on))
  useEffect(() => {
    if (!view.offersPairing || snapshot === null) return
    const wanted = keeper.hear(snapshot, performance.now())
    if (wanted !== null) keep(wanted)
  }, [view.offersPairing, snapshot, keeper])
}
