import { useMemo } from 'react'
import { useLaidOverOverlay } from '@/components/measure/use-laid-over-overlay'
import { useMeasureOverlay } from '@/components/measure/use-measure-overlay'
import { useVoicesOverlay } from '@/components/voices/use-voices-overlay'
import type { Overlays } from '@/lib/map/overlays'

/** What is drawn over the case on the reader's wish. */
export function useOverlays(): Overlays {
  const laidOver = useLaidOverOverlay()
  const voices = useVoicesOverlay()
  const measure = useMeasureOverlay()
  return useMemo(() => ({ 'laid-over': laidOver, voices, measure }), [laidOver, voices, measure])
}
