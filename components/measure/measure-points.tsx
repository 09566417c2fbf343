'use client'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { useCase } from '@/lib/client/case-context'
import { formatLength } from '@/lib/client/measure/format-length'
import { formatPosition } from '@/lib/client/measure/format-position'
import { cornersOf, isClosed, standsOn } from '@/lib/client/measure/measured-line'
import { measureLegsKm } from '@/lib/geo/measure-line-km'
import type { SnapTarget } from '@/lib/geo/snap-point'
import type { LngLat } from '@/lib/schema/geometry'
import styles from './measure.module.css'

interface MeasurePointsProps {
  points: readonly LngLat[]
  targets: readonly SnapTarget[]
  onCoast(at: LngLat): void
  onRemove(index: number): void
}

/** The points of the measured line, each with the way to it. */
export function MeasurePoints({ points, targets, onCoast, onRemove }: MeasurePointsProps) {
  const locale = useLocale()
  const words = useTranslations('measure')
  const { place } = useCase()
  const legs = measureLegsKm(points)
  const nameOf = (at: LngLat) => {
    const stands = standsOn(at, targets)
    return (stands && place(stands.place)?.name) ?? formatPosition(at, locale)
  }
  const leg = (index: number) => {
    const km = legs[index]
    return km === undefined ? null : (
      <span className={styles.kind}>{words('leg', { number: formatLength(km, locale).km })}</span>
    )
  }
  return (
    <ol aria-label={words('points')} className={styles.points}>
      {cornersOf(points).map((at, index) => {
        const name = nameOf(at)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two points may be at one position
          <li key={index} className={styles.point}>
            <span>
              {name} {index > 0 && leg(index - 1)}
            </span>
            <span className={styles.pointButtons}>
              <Button className={styles.link} aria-label={words('coastFrom', { name })} onClick={() => onCoast(at)}>
                {words('coast')}
              </Button>
              <Button className={styles.link} aria-label={words('remove', { name })} onClick={() => onRemove(index)}>
                ×
              </Button>
            </span>
          </li>
        )
      })}
      {isClosed(points) && <li className={styles.back}>{leg(legs.length - 1)}</li>}
    </ol>
  )
}
