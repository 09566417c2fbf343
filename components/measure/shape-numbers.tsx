'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useActorName, useFigureText, useStatusText } from '@/components/record-text/use-words'
import { useCase } from '@/lib/client/case-context'
import { formatLength, formatMeasuredArea } from '@/lib/client/format-figure'
import type { Spot } from '@/lib/client/measure/find-spots'
import type { CaseShape } from '@/lib/derive/case-shapes'
import { linesOf } from '@/lib/geo/geometry-parts'
import { measureExtentKm, measureLineKm, measureShapeKm2 } from '@/lib/geo/measure-shape'
import styles from './measure.module.css'

/** The shape's size, what an office says of it, and how it compares with the country that it lies over. */
export function ShapeNumbers({ shape, over }: { shape: CaseShape; over: Spot | undefined }) {
  const locale = useLocale()
  const t = useTranslations('layOver')
  const { areaKm2, lengthKm, extent } = useMemo(
    () => ({
      areaKm2: measureShapeKm2(shape.geometry),
      lengthKm: linesOf(shape.geometry).reduce((sum, line) => sum + measureLineKm(line), 0),
      extent: measureExtentKm(shape.geometry),
    }),
    [shape],
  )
  const isLine = shape.kind === 'line'
  const length = (km: number) => formatLength(km, locale).km
  return (
    <div>
      <p className={styles.kind}>{t(isLine ? 'length' : 'area')}</p>
      <p>
        <span className={styles.numeral}>{isLine ? length(lengthKm) : formatMeasuredArea(areaKm2, locale)}</span>{' '}
        {isLine ? 'km' : 'km²'} <span className={styles.note}>{t('measured')}</span>
      </p>
      <OfficialArea shape={shape} />
      <p className={styles.kind}>{t('extent', { width: length(extent.widthKm), height: length(extent.heightKm) })}</p>
      {!isLine && over?.areaKm2 !== undefined && (
        <p>
          {t('compared', {
            ratio: formatRatio(areaKm2 / over.areaKm2, locale),
            name: over.name,
            number: formatMeasuredArea(over.areaKm2, locale),
          })}
        </p>
      )}
    </div>
  )
}

function formatRatio(ratio: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(ratio)
}

/** A figure of the case in km² that is about the shape's places and no others. */
function OfficialArea({ shape }: { shape: CaseShape }) {
  const t = useTranslations('layOver')
  const { linked } = useCase()
  const text = useFigureText()
  const status = useStatusText()
  const actor = useActorName()
  const ids = shape.places.map(({ id }) => id)
  const figure =
    shape.kind === 'ring'
      ? undefined
      : linked.figures.find(
          ({ unit, about }) => unit === 'km²' && about.length === ids.length && about.every((id) => ids.includes(id)),
        )
  if (figure === undefined) return null
  return (
    <p className={styles.kind}>
      {t('official', { line: `${text(figure).line}`, maker: actor(figure.by), status: status(figure) })}
    </p>
  )
}
