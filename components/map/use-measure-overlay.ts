import type { FeatureCollection } from 'geojson'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { formatMeasuredArea } from '@/lib/client/format-figure'
import { drawMeasuredLine } from '@/lib/client/measure/draw-measured-line'
import { formatLength } from '@/lib/client/measure/format-length'
import { useLiveDrawing } from '@/lib/client/measure/live-drawing'
import { useSnapTargets } from '@/lib/client/measure/use-snap-targets'
import { useView } from '@/lib/client/view-context'
import { emptyCollection } from '@/lib/map/overlays'

/** The measured line and its numbers. */
export function useMeasureOverlay(): FeatureCollection {
  const locale = useLocale()
  const words = useTranslations('measure')
  const measured = useView(({ measure }) => measure)
  const live = useLiveDrawing()
  const points = live.measure ?? measured
  const targets = useSnapTargets(points !== null)
  return useMemo(() => {
    if (points === null) return emptyCollection
    return drawMeasuredLine(points, targets, {
      km: (length) => words('km', { number: formatLength(length, locale).km }),
      km2: (area) => words('km2', { number: formatMeasuredArea(area, locale) }),
    })
  }, [points, targets, locale, words])
}
