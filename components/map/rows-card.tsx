'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { useDateText } from '@/components/record-text/use-words'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { LayerMark } from '@/components/ui/layer-mark'
import panel from '@/components/ui/panel.module.css'
import { useCase } from '@/lib/client/case-context'
import { fetchRows, type LayerRow, type RowPage } from '@/lib/client/layer-rows'
import type { LinkedLayer } from '@/lib/derive/linked-case'
import { everyTile, type TileQuery } from '@/lib/derive/time-bins'
import { legendRow } from '@/lib/map/legend-marks'
import styles from './map-cards.module.css'
import type { PickedRows } from './map-contract'
import { useTileQueries } from './use-map-style'
import { useStandBeside } from './use-stand-beside'

interface RowsCardProps {
  rows: PickedRows
  /** Where the click was, px within the map. */
  point: { x: number; y: number }
  onClose(): void
}

type Told = RowPage | 'loading' | 'failed'

/** The rows of what was clicked on a layer of tiles, a page at a time, as far as they pass what is asked for. */
function useRows({ layer: id, first, count }: PickedRows): { told: Told; goOn(after: number): void } {
  const { linked, layer } = useCase()
  const query = useTileQueries().get(id) ?? everyTile
  const [known, setKnown] = useState<{ of: TileQuery; told: Told } | null>(null)
  const load = useEffectEvent((after: number) => {
    const { tiles } = layer(id) ?? {}
    if (tiles === undefined) return
    fetchRows({ caseId: linked.id, layer: { id, tiles }, query, range: { first, count } }, after).then(
      (page) =>
        setKnown((before) => {
          // What was asked for meanwhile may be something else: the answer to that comes too.
          const earlier = before?.of === query && typeof before.told !== 'string' ? before.told.rows : []
          return { of: query, told: { ...page, rows: after === 0 ? page.rows : [...earlier, ...page.rows] } }
        }),
      () => setKnown({ of: query, told: 'failed' }),
    )
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks anew when something else is asked of the layer
  useEffect(() => load(0), [query])
  const [more, setMore] = useState(0)
  useEffect(() => {
    if (more > 0) load(more)
  }, [more])
  return { told: known?.of === query ? known.told : 'loading', goOn: setMore }
}

/** What a click on a layer of tiles tells, beside the click: one row, or the list of those that no zoom parts. */
export function RowsCard({ rows, point, onClose }: RowsCardProps) {
  const t = useTranslations('rows')
  const titleId = useId()
  const card = useRef<HTMLElement>(null)
  const { layer: layerOf } = useCase()
  const layer = layerOf(rows.layer)
  const { told, goOn } = useRows(rows)
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
        {isOne ? (
          only !== undefined && <RowFields row={only} layer={layer} />
        ) : (
          <ul className={panel.list}>
            {listed.map((row) => (
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
        )}
        {typeof told !== 'string' && told.next !== null && (
          <Button className={panel.link} onClick={() => told.next !== null && goOn(told.next)}>
            {t('more')}
          </Button>
        )}
      </div>
    </section>
  )
}

function RowDate({ row: { date } }: { row: LayerRow }) {
  const dateText = useDateText()
  return date === undefined ? null : <span className={panel.small}>{dateText(date)}</span>
}

/** What a row says, as its layer lists it. */
function RowFields({ row: { date, properties }, layer }: { row: LayerRow; layer: LinkedLayer | undefined }) {
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
          <div key={label}>
            <dt>
              <bdi>{label}</bdi>
            </dt>
            <dd>
              <bdi>{typeof value === 'boolean' ? t('answer', { answer: String(value) }) : String(value)}</bdi>
            </dd>
          </div>
        ),
      )}
    </dl>
  )
}
