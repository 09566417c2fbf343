'use client'
import { unstable_Provider as SwitchProvider, unstable_Trigger as SwitchTrigger, Thumb } from '@radix-ui/react-switch'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { FigureChart } from '@/components/charts/figure-chart'
import { useKeyText } from '@/components/record-text/use-names'
import { LayerMark } from '@/components/ui/layer-mark'
import panel from '@/components/ui/panel.module.css'
import { useActions } from '@/lib/client/board-actions'
import { useCase } from '@/lib/client/case-context'
import { useView } from '@/lib/client/view-context'
import { useVisible } from '@/lib/client/visible-context'
import { groupByThread } from '@/lib/derive/find-thread'
import type { LinkedLayer } from '@/lib/derive/linked-case'
import { doubtMarks, legendKeys, legendMarks, legendRow } from '@/lib/map/legend-marks'
import { neutralHue } from '@/lib/schema/plain-values'
import styles from './layer-legend.module.css'
import { LayerThread } from './layer-thread'
import threads from './layer-thread.module.css'

/**
 * Every layer of the case: its mark, name, how many places, and the switch that is named as the layer is; under the
 * threads of the story, where the case has any.
 */
function LayerLegend() {
  const t = useTranslations('panel')
  const tBorders = useTranslations('borders')
  const { linked } = useCase()
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={panel.sectionTitle}>
        {t('layersTitle')}
      </h2>
      {(linked.threads ?? []).length === 0 ? <LegendRows layers={linked.layers} /> : <LegendThreads />}
      <p className={`${styles.ground} ${panel.small}`}>
        <LayerMark strokes={legendMarks['disputed-border']} colour="border" />
        {tBorders('legend')}
      </p>
      <LegendKey />
    </section>
  )
}

function LegendRows({ layers }: { layers: readonly LinkedLayer[] }) {
  return (
    <ul className={panel.list}>
      {layers.map((layer) => (
        <LegendRow key={layer.id} layer={layer} />
      ))}
    </ul>
  )
}

/** The layers of each thread under its heading, last those that are in none. */
function LegendThreads() {
  const t = useTranslations('threads')
  const { linked } = useCase()
  return (
    <ul className={`${panel.list} ${threads.threads}`}>
      {groupByThread(linked.threads, linked.layers).map(({ thread, layers }, index) =>
        thread === null ? (
          <li key="">
            <h3 className={threads.others}>{t('others')}</h3>
            <LegendRows layers={layers} />
          </li>
        ) : (
          <LayerThread key={thread.id} thread={thread} number={index + 1} layers={layers}>
            <LegendRows layers={layers} />
          </LayerThread>
        ),
      )}
    </ul>
  )
}

/** What a mark's size, line or position says, which its picture cannot. */
function LegendKey() {
  const t = useTranslations('panel')
  const { linked } = useCase()
  return (
    <details className={styles.key}>
      <summary className={panel.summary}>{t('layersKey')}</summary>
      <dl className={panel.small}>
        {linked.layers.map((layer) => (
          <div key={layer.id} className={styles.keyRow}>
            <dt>
              <LayerMark {...legendRow(layer)} />
              {layer.name}
            </dt>
            {layer.key !== undefined && <dd>{layer.key}</dd>}
          </div>
        ))}
      </dl>
      <h3 className={panel.small}>{t('doubtTitle')}</h3>
      <dl className={panel.small}>
        {doubtMarks.map((mark) => (
          <div key={mark} className={styles.keyRow}>
            <dt>
              <LayerMark strokes={legendMarks[mark]} colour={neutralHue} />
              {t(`doubt.${mark}.name`)}
            </dt>
            <dd>{t(`doubt.${mark}.key`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function LegendRow({ layer }: { layer: LinkedLayer }) {
  const { toggleLayer } = useActions()
  const checked = useView(({ visibleLayers }) => visibleLayers.includes(layer.id))
  const id = useId()
  return (
    <li className={styles.row}>
      <label className={styles.label} htmlFor={id}>
        <LayerMark {...legendRow(layer)} />
        {layer.name}
      </label>
      <LegendCount layer={layer} />
      {/* Only provider and trigger: the whole Switch renders a form input with a style attribute, which the policy bars. */}
      <SwitchProvider checked={checked} onCheckedChange={() => toggleLayer(layer.id)}>
        <SwitchTrigger id={id} className={styles.switch}>
          <Thumb className={styles.thumb} />
        </SwitchTrigger>
      </SwitchProvider>
      <MarkKeys layer={layer} />
    </li>
  )
}

/** A layer's categories, steps or ends, each with its mark. */
function MarkKeys({ layer }: { layer: LinkedLayer }) {
  const keyText = useKeyText()
  const keys = legendKeys(layer)
  if (keys.length === 0) return null
  return (
    <ul className={`${styles.markKeys} ${panel.small}`}>
      {keys.map(({ id, says, ...row }) => (
        <li key={id} className={styles.markKey}>
          <LayerMark {...row} />
          {keyText(says)}
        </li>
      ))}
    </ul>
  )
}

/** How many places a layer has; while fewer are shown, how many of them. One that is off shows none, and says what it has. */
function LegendCount({ layer: { id, count } }: { layer: LinkedLayer }) {
  const { linked } = useCase()
  const isVisible = useView(({ visibleLayers }) => visibleLayers.includes(id))
  const { place: ids } = useVisible()
  const t = useTranslations('panel')
  const tFilter = useTranslations('filter')
  const shown = linked.places.filter((place) => place.layer === id && ids.has(place.id)).length
  const isPart = shown < count && isVisible
  return (
    <span className={panel.quiet}>
      <span aria-hidden="true">{isPart ? tFilter('legendCount', { shown, count }) : count}</span>
      <span className="visually-hidden">
        {isPart ? tFilter('some.place', { shown, count }) : t('layerCount', { count })}
      </span>
    </span>
  )
}

/** The legend with its switches, then the case's charts. */
export function OverviewPage() {
  const { linked } = useCase()
  return (
    <>
      <LayerLegend />
      {linked.charts.map((chart) => (
        <FigureChart key={chart.id} chart={chart} level={2} />
      ))}
    </>
  )
}
