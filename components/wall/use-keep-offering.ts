import { useEffect, useEffectEvent } from 'react'
import type { WallBoard } from '@/lib/client/wall-context'

/**
 * A display whose address asks for it shows a code as long as nothing is paired: without keyboard or touch there is no
 * other way in.
 */
export function useKeepOffering({ view, snapshot, offerPairing }: WallBoard): void {
  const wanted = view.offersPairing && snapshot !== null && snapshot.offer === null && snapshot.remotes.length === 0
  const offer = useEffectEvent(() => offerPairing(true))
  useEffect(() => {
    if (wanted) offer()
  }, [wanted])
}
