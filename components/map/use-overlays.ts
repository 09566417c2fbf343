import { useMemo } from 'react'
import type { Overlays } from '@/lib/map/overlays'
import { useLaidOverOverlay } from './use-laid-over-overlay'
import { useMeasureOverlay } from './use-measure-overlay'
import { useVoicesOverlay } from './use-voices-overlay'

/** What is drawn over the case on the reader's wish. */
export function useOverlays(): Overlays {
  const laidOver = useLaidOverOverlay()
  const voices = useVoicesOverlay()
  const measure = useMeasureOverlay()
  return useMemo(() => ({ 'laid-over': laidOver, voices, measure }), [laidOver, voices, measure])
}
