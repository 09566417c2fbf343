import type { Feature, FeatureCollection } from 'geojson'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { formatMeasuredArea } from '@/lib/client/format-figure'
import { formatLength } from '@/lib/client/measure/format-length'
import { useLiveDrawing } from '@/lib/client/measure/live-drawing'
import { cornersOf, isClosed, standsOn } from '@/lib/client/measure/measured-line'
import { useSnapTargets } from '@/lib/client/measure/use-snap-targets'
import { densifyLine } from '@/lib/geo/densify-line'
import { measureLineKm } from '@/lib/geo/measure-line-km'
import { measureRingKm2 } from '@/lib/geo/measure-ring-km2'
import { sphereCentre } from '@/lib/geo/sphere-centre'
import { emptyCollection } from '@/lib/map/overlays'
import type { LngLat } from '@/lib/schema/geometry'

/** A great circle bends on the map: at this step it is drawn smooth. */
const STEP_KM = 25

function feature(part: string, geometry: Feature['geometry'], properties: object = {}): Feature {
  return { type: 'Feature', geometry, properties: { part, ...properties } }
}

/** A leg's length, in the middle of what is drawn of it. */
function legLabel(leg: readonly LngLat[], text: string): Feature {
  const middle = leg[Math.floor(leg.length / 2)] ?? leg[0] ?? [0, 0]
  const next = leg[Math.floor(leg.length / 2) - 1] ?? middle
  const at = leg.length % 2 === 0 ? [(middle[0] + next[0]) / 2, (middle[1] + next[1]) / 2] : middle
  return feature('label', { type: 'Point', coordinates: at }, { text })
}

/** The measured line and its numbers. */
export function useMeasureOverlay(): FeatureCollection {
  const locale = useLocale()
  const words = useTranslations('measure')
  const { view } = useCaseboard()
  const live = useLiveDrawing()
  const points = live.measure ?? view.measure
  const targets = useSnapTargets(points !== null)
  return useMemo(() => {
    if (points === null || points.length === 0) return emptyCollection
    const drawn = densifyLine(points, STEP_KM)
    const legs = points.slice(1).map((to, index) => {
      const from = points[index] ?? to
      return legLabel(
        densifyLine([from, to], STEP_KM),
        words('km', { number: formatLength(measureLineKm([from, to]), locale).km }),
      )
    })
    const area = isClosed(points)
      ? [
          feature('area', { type: 'Polygon', coordinates: [drawn] }),
          feature(
            'label',
            { type: 'Point', coordinates: sphereCentre({ type: 'Polygon', coordinates: [drawn] }) },
            { text: words('km2', { number: formatMeasuredArea(measureRingKm2(points), locale) }) },
          ),
        ]
      : []
    const marks = cornersOf(points).map((at) =>
      feature('point', { type: 'Point', coordinates: at }, { snapped: standsOn(at, targets) !== null }),
    )
    const line = points.length < 2 ? [] : [feature('line', { type: 'LineString', coordinates: drawn })]
    return { type: 'FeatureCollection', features: [...area, ...line, ...marks, ...legs] }
  }, [points, targets, locale, words])
}
