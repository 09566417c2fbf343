'use client'
import { useTranslations } from 'next-intl'
import { useId, useRef } from 'react'
import { RowFields, RowList } from '@/components/records/layer-row'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { LayerMark } from '@/components/ui/layer-mark'
import panel from '@/components/ui/panel.module.css'
import { useCase } from '@/lib/client/case-context'
import { useLayerRows, useTileQuery } from '@/lib/client/use-layer-rows'
import { legendRow } from '@/lib/map/legend-marks'
import styles from './map-cards.module.css'
import type { PickedRows } from './map-contract'
import { useStandBeside } from './use-stand-beside'

interface RowsCardProps {
  rows: PickedRows
  /** Where the click was, px within the map. */
  point: { x: number; y: number }
  onClose(): void
}

/** What a click on a layer of tiles tells, beside the click: one row, or the list of those that no zoom parts. */
export function RowsCard({ rows, point, onClose }: RowsCardProps) {
  const t = useTranslations('rows')
  const titleId = useId()
  const card = useRef<HTMLElement>(null)
  const { layer: layerOf } = useCase()
  const layer = layerOf(rows.layer)
  const query = useTileQuery(layer)
  const { told, goOn } = useLayerRows(layer, query, { range: { first: rows.first, count: rows.count } })
  useStandBeside(card, point, onClose, told)
  const listed = typeof told === 'string' ? [] : told.rows
  const [only] = listed
  const isOne = rows.count === 1
  return (
    <section ref={card} aria-labelledby={titleId} className={`${styles.card} grows`} data-rows-card="">
      <header className={styles.head}>
        <h2 id={titleId}>
          {isOne ? (
            <bdi>{only === undefined ? layer?.name : String(only.properties.name)}</bdi>
          ) : (
            t('together', { count: rows.count })
          )}
        </h2>
        <Button className={styles.close} aria-label={t('close')} onClick={onClose}>
          <Icon name="closeCard" size={16} />
        </Button>
      </header>
      {layer !== undefined && (
        <p className={panel.small}>
          <LayerMark {...legendRow(layer)} /> {layer.name}
        </p>
      )}
      <div aria-live="polite">
        {typeof told === 'string' && <p>{t(told)}</p>}
        {isOne ? only !== undefined && <RowFields row={only} layer={layer} /> : <RowList rows={listed} layer={layer} />}
        {typeof told !== 'string' && told.next !== null && (
          <Button className={panel.link} onClick={goOn}>
            {t('more')}
          </Button>
        )}
      </div>
    </section>
  )
}
