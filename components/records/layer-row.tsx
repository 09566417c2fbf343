'use client'
import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { useDateText } from '@/components/record-text/use-words'
import panel from '@/components/ui/panel.module.css'
import type { LayerRow } from '@/lib/client/layer-rows'
import { isWebLink } from '@/lib/derive/field-values'
import type { LinkedLayer } from '@/lib/derive/linked-case'
import styles from './record-cards.module.css'
import { WebLink } from './source-line'

/** When a row was, where it says so. */
function RowDate({ row: { date } }: { row: LayerRow }) {
  const dateText = useDateText()
  return date === undefined ? null : <span className={panel.small}>{dateText(date)}</span>
}

/** What a row of a layer of tiles says, as its layer lists it. */
export function RowFields({ row: { date, properties }, layer }: { row: LayerRow; layer: LinkedLayer | undefined }) {
  const t = useTranslations('rows')
  const dateText = useDateText()
  const { name: _, ...others } = properties
  const listed =
    layer?.fields?.map(({ property, label }) => [label, others[property] ?? null] as const) ?? Object.entries(others)
  return (
    <dl className={styles.fields}>
      <dt>{t('date')}</dt>
      <dd>{date === undefined ? t('undated') : dateText(date)}</dd>
      {listed.map(([label, value]) =>
        value === null ? null : (
          <Fragment key={label}>
            <dt>
              <bdi>{label}</bdi>
            </dt>
            <dd>
              {isWebLink(value) ? (
                <WebLink address={value}>{value}</WebLink>
              ) : (
                <bdi>{typeof value === 'boolean' ? t('answer', { answer: String(value) }) : String(value)}</bdi>
              )}
            </dd>
          </Fragment>
        ),
      )}
    </dl>
  )
}

/** Rows by name and date, each of which opens to what it says. */
export function RowList({ rows, layer }: { rows: readonly LayerRow[]; layer: LinkedLayer | undefined }) {
  return (
    <ul className={panel.list}>
      {rows.map((row) => (
        <li key={row.row}>
          <details>
            <summary>
              <bdi>{String(row.properties.name)}</bdi> <RowDate row={row} />
            </summary>
            <RowFields row={row} layer={layer} />
          </details>
        </li>
      ))}
    </ul>
  )
}
