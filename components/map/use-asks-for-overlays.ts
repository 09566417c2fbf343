import { useEffect, useState } from 'react'
import { useHasBrought } from '@/lib/client/bring/brought-store'
import { useFocus, useView } from '@/lib/client/view-context'
import { unitCodeOf } from '@/lib/derive/record-filter'

/** Whether anything is drawn over the case, or has been. */
export function useAsksForOverlays(): boolean {
  const asked = useView(
    ({ voices, measure, laidOver, filter }) =>
      voices !== null || measure !== null || laidOver !== null || unitCodeOf(filter.within) !== null,
  )
  const focus = useFocus()
  const isSaid = focus?.kind === 'quotation' || focus?.kind === 'speaker'
  const isBrought = useHasBrought()
  const [isAsked, setAsked] = useState(false)
  useEffect(() => {
    if (asked || isSaid || isBrought) setAsked(true)
  }, [asked, isSaid, isBrought])
  return isAsked
}
