'use client'
import { useLocale, useTranslations } from 'next-intl'
import { formatMeasuredArea } from '@/lib/client/format-figure'
import { formatLength } from '@/lib/client/measure/format-length'
import { isClosed } from '@/lib/client/measure/measured-line'
import { crossesItself } from '@/lib/geo/crosses-itself'
import { measureLineKm } from '@/lib/geo/measure-line-km'
import { measureRingKm2 } from '@/lib/geo/measure-ring-km2'
import type { LngLat } from '@/lib/schema/geometry'
import styles from './measure.module.css'

/** What was measured: a distance, or an area with its perimeter. */
export function MeasureResults({ points }: { points: readonly LngLat[] }) {
  const locale = useLocale()
  const words = useTranslations('measure')
  const { km, nauticalMiles, miles } = formatLength(measureLineKm(points), locale)
  const closed = isClosed(points)
  const number = closed ? formatMeasuredArea(measureRingKm2(points), locale) : km
  return (
    <div role="status" className={styles.results}>
      {points.length > 1 && (
        <>
          <p className={styles.kind}>{words(closed ? 'area' : 'total')}</p>
          <p>
            <span className={styles.numeral}>{number}</span> {closed ? 'km²' : 'km'}
          </p>
          {closed && crossesItself(points) && <p className={styles.warning}>{words('crossed')}</p>}
          {closed && <p>{words('perimeter', { number: km })}</p>}
          <p className={styles.kind}>{words('other', { nauticalMiles, miles })}</p>
        </>
      )}
    </div>
  )
}
