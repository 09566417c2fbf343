'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { useDateText } from '@/components/record-text/use-words'
import panel from '@/components/ui/panel.module.css'
import { useCase } from '@/lib/client/case-context'
import { formatFigure } from '@/lib/client/format-figure'
import { isRow, isWebLink, type ShownField, shownFields } from '@/lib/derive/field-values'
import type { LinkedPlace } from '@/lib/derive/linked-case'
import { useMomentText, usePrecisionText } from './moment-text'
import styles from './record-cards.module.css'
import { WebLink } from './source-line'

/** Text that is a number, as tables made from spreadsheets have it. */
const NUMBER = /^-?\d+(\.\d+)?$/

/** What a field holds, in words, with its unit. */
export function useFieldText(): (field: ShownField) => string {
  const locale = useLocale()
  const t = useTranslations('place')
  const dateText = useDateText()
  return useCallback(
    ({ value, unit = '', format }) => {
      if (typeof value === 'boolean') return t('answer', { answer: String(value) })
      if (format === 'date') return dateText(String(value))
      const isNumber =
        format === 'number' ? NUMBER.test(String(value)) : format === undefined && typeof value === 'number'
      if (!isNumber) return unit === '' ? String(value) : `${value} ${unit}`
      const { numeral, unit: beside, unitFirst } = formatFigure({ value: Number(value), unit }, locale)
      return (unitFirst === true ? [beside, numeral] : [numeral, beside]).filter((part) => part !== '').join(' ')
    },
    [locale, t, dateText],
  )
}

/** What a place's row holds: when it was, or that nobody says, and its fields as its layer lists them. */
export function PlaceFields({ place }: { place: LinkedPlace }) {
  const { layer } = useCase()
  const fields = shownFields(place, layer(place.layer))
  const dated = isRow(place)
  if (!dated && fields.length === 0) return null
  return (
    <dl className={styles.fields} data-place-fields="">
      {dated && <When place={place} />}
      {fields.map((field) => (
        <Field key={field.property} field={field} />
      ))}
    </dl>
  )
}

function When({ place: { id, date } }: { place: LinkedPlace }) {
  const t = useTranslations('place')
  const momentText = useMomentText()
  const precisionText = usePrecisionText()
  return (
    <>
      <dt>{t('date')}</dt>
      {date === undefined ? (
        <dd className={panel.quiet}>{t('undated')}</dd>
      ) : (
        <dd>
          {momentText(date, [id])} <span className={panel.small}>{precisionText(date)}</span>
        </dd>
      )}
    </>
  )
}

function Field({ field }: { field: ShownField }) {
  const fieldText = useFieldText()
  const { label, value, format } = field
  const isLink = (format === undefined || format === 'link') && isWebLink(value)
  return (
    <>
      <dt>
        <bdi>{label}</bdi>
      </dt>
      <dd>{isLink ? <WebLink address={value}>{value}</WebLink> : <bdi>{fieldText(field)}</bdi>}</dd>
    </>
  )
}
