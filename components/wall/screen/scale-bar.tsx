'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useLayoutEffect, useRef } from 'react'
import type { MapScale } from '@/lib/wall/map-scale'
import styles from './wall-notes.module.css'

const METRES = 1000

/** A round length on the map, with the latitude at which it is that long; nothing but its place while the map moves. */
export function ScaleBar({ scale }: { scale: MapScale | null }) {
  return <div className={styles.scale}>{scale !== null && <TrueScale {...scale} />}</div>
}

function TrueScale({ km, px, latitude }: MapScale) {
  const t = useTranslations('wall.notes')
  const locale = useLocale()
  const bar = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    if (bar.current !== null) bar.current.style.width = `${px}px`
  }, [px])
  const unit = km < 1 ? 'meter' : 'kilometer'
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 0 })
  const length = format.format(km < 1 ? km * METRES : km)
  return (
    <>
      <span ref={bar} className={styles.scaleBar} aria-hidden="true" />
      <p>
        {latitude === 0
          ? t('scaleEquator', { length })
          : t('scale', { length, latitude: Math.abs(latitude), side: latitude > 0 ? 'north' : 'south' })}
      </p>
    </>
  )
}
