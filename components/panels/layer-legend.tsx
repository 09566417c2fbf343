'use client'
import { unstable_Provider as SwitchProvider, unstable_Trigger as SwitchTrigger, Thumb } from '@radix-ui/react-switch'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useActions } from '@/lib/client/board-actions'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { useShown } from '@/lib/client/shown-context'
import { useView } from '@/lib/client/view-context'
import { type LayerId, type LayerRow, layerTable } from '@/lib/map/layer-table'
import { doubtMarks } from '@/lib/map/legend-marks'
import styles from './layer-legend.module.css'
import { LayerMark } from './layer-mark'
import panel from './panel.module.css'

type TableRow = (typeof layerTable)[number]

/** Every layer of the table: its mark, name, how many places, and the switch that is named as the layer is. */
export function LayerLegend() {
  const t = useTranslations('panel')
  const borderWords = useTranslations('borders')
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
      <p className={`${styles.ground} ${panel.small}`}>
        <LayerMark mark="disputed-border" colour="border" />
        {borderWords('legend')}
      </p>
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
      <h3 className={panel.small}>{t('doubtTitle')}</h3>
      <dl className={panel.small}>
        {doubtMarks.map((mark) => (
          <div key={mark} className={styles.keyRow}>
            <dt>
              <LayerMark mark={mark} colour="places" />
              {t(`doubt.${mark}.name`)}
            </dt>
            <dd>{t(`doubt.${mark}.key`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function LegendRow({ row }: { row: TableRow & LayerRow }) {
  const { toggleLayer } = useActions()
  const checked = useView(({ visibleLayers }) => visibleLayers.includes(row.id))
  const layerWords = useTranslations('layers')
  const id = useId()
  return (
    <li className={styles.row}>
      <label className={styles.label} htmlFor={id}>
        <LayerMark mark={row.mark} colour={row.colour} />
        {layerWords(`${row.id}.name`)}
      </label>
      <LegendCount layer={row.id} />
      {/* Only provider and trigger: the whole Switch renders a form input with a style attribute, which the policy bars. */}
      <SwitchProvider checked={checked} onCheckedChange={() => toggleLayer(row.id)}>
        <SwitchTrigger id={id} className={styles.switch}>
          <Thumb className={styles.thumb} />
        </SwitchTrigger>
      </SwitchProvider>
    </li>
  )
}

/** How many places a layer has; while fewer are shown, how many of them. One that is off shows none, and says what it has. */
function LegendCount({ layer }: { layer: LayerId }) {
  const { linked } = useCaseboard()
  const isVisible = useView(({ visibleLayers }) => visibleLayers.includes(layer))
  const { place: ids } = useShown()
  const t = useTranslations('panel')
  const filterWords = useTranslations('filter')
  const count = linked.layers.find(({ id }) => id === layer)?.count
  const shown = linked.places.filter((place) => place.layer === layer && ids.has(place.id)).length
  if (count !== undefined && shown < count && isVisible)
    return (
      <span className={panel.quiet}>
        <span aria-hidden="true">{filterWords('legendCount', { shown, count })}</span>
        <span className="visually-hidden">{filterWords('some.place', { shown, count })}</span>
      </span>
    )
  return (
    <span className={panel.quiet}>
      {/* A layer whose file was not readable has no count, which is not the same as none. */}
      <span aria-hidden="true">{count ?? t('layerMissing')}</span>
      <span className="visually-hidden">{count === undefined ? t('layerMissing') : t('layerCount', { count })}</span>
    </span>
  )
}
