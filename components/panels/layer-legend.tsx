'use client'
import { unstable_Provider as SwitchProvider, unstable_Trigger as SwitchTrigger, Thumb } from '@radix-ui/react-switch'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { type LayerRow, layerTable } from '@/lib/map/layer-table'
import styles from './layer-legend.module.css'
import { LayerMark } from './layer-mark'
import panel from './panel.module.css'

type TableRow = (typeof layerTable)[number]

/** Every layer of the table: its mark, name, how many places, and the switch that is named as the layer is. */
export function LayerLegend() {
  const t = useTranslations('panel')
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={panel.sectionTitle}>
        {t('layersTitle')}
      </h2>
      <ul className={panel.list}>
        {layerTable.map((row) => (
          <LegendRow key={row.id} row={row} />
        ))}
      </ul>
      <LegendKey />
    </section>
  )
}

/** What a mark's size, line or position says, which its picture cannot. */
function LegendKey() {
  const t = useTranslations('panel')
  const layerWords = useTranslations('layers')
  return (
    <details className={styles.key}>
      <summary className={panel.summary}>{t('layersKey')}</summary>
      <dl className={panel.small}>
        {layerTable.map(({ id, mark, colour }) => (
          <div key={id} className={styles.keyRow}>
            <dt>
              <LayerMark mark={mark} colour={colour} />
              {layerWords(`${id}.name`)}
            </dt>
            <dd>{layerWords(`${id}.key`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function LegendRow({ row }: { row: TableRow & LayerRow }) {
  const { linked, visibleLayers, toggleLayer } = useCaseboard()
  const t = useTranslations('panel')
  const layerWords = useTranslations('layers')
  const id = useId()
  const count = linked.layers.find((layer) => layer.id === row.id)?.count
  return (
    <li className={styles.row}>
      <label className={styles.label} htmlFor={id}>
        <LayerMark mark={row.mark} colour={row.colour} />
        {layerWords(`${row.id}.name`)}
      </label>
      <span className={panel.quiet}>
        {/* A layer whose file was not readable has no count, which is not the same as none. */}
        <span aria-hidden="true">{count ?? t('layerMissing')}</span>
        <span className="visually-hidden">{count === undefined ? t('layerMissing') : t('layerCount', { count })}</span>
      </span>
      {/* Only provider and trigger: the whole Switch renders a form input with a style attribute, which the policy bars. */}
      <SwitchProvider checked={visibleLayers.includes(row.id)} onCheckedChange={() => toggleLayer(row.id)}>
        <SwitchTrigger id={id} className={styles.switch}>
          <Thumb className={styles.thumb} />
        </SwitchTrigger>
      </SwitchProvider>
    </li>
  )
}
