'use client'
import { useTranslations } from 'next-intl'
import { FigureChart } from '@/components/charts/figure-chart'
import { CiteFigure } from '@/components/share/cite'
import { useCaseboard } from '@/lib/client/caseboard-context'
import type { LinkedFigure } from '@/lib/derive/linked-case'
import { AboutSections } from './about-sections'
import { CarriedDetails } from './carried-line'
import { ChooseButton } from './choose-button'
import { FigureNumeral } from './figure-card'
import styles from './figure-panel.module.css'
import { FigureCards } from './linked-cards'
import panel from './panel.module.css'
import { PanelSection } from './panel-section'
import { PassageView } from './passage-view'
import { accentOf } from './place-tone'
import tones from './tone.module.css'
import { useActorName, useAsOfText, useDateText, useStatusText } from './use-words'
import { WhatRestsSection } from './what-rests'

/** A figure: the numeral large, who says so and how sure, how it was worked out, and who counts it otherwise. */
export function FigurePanel({ figure }: { figure: LinkedFigure }) {
  const index = useCaseboard()
  const { linked } = index
  const t = useTranslations('figure')
  const others = linked.figures.filter(({ question, id }) => question === figure.question && id !== figure.id)
  const charts = linked.charts.filter((chart) => chart.figures.includes(figure.id))
  return (
    <div className={tones[accentOf(index, figure.about)]}>
      <p className={styles.headline}>
        <FigureNumeral figure={figure} size="large" /> <span className={styles.counts}>{figure.counts}</span>
      </p>
      <Facts figure={figure} />
      <CarriedDetails record={figure} />
      {figure.inputs !== undefined && figure.inputs.length > 0 && (
        <PanelSection title={t('worked')}>
          {figure.formula !== undefined && <p className={styles.formula}>{figure.formula}</p>}
          <FigureCards ids={figure.inputs} />
        </PanelSection>
      )}
      {figure.passage !== undefined && <PassageView passage={figure.passage} />}
      <CiteFigure figure={figure} />
      {others.length > 0 && (
        <PanelSection title={t('sameQuestion')}>
          <FigureCards ids={others.map(({ id }) => id)} />
        </PanelSection>
      )}
      {charts.map((chart) => (
        <FigureChart key={chart.id} chart={chart} level={3} />
      ))}
      <AboutSections about={figure.about} event={figure.event} />
      <WhatRestsSection of={{ kind: 'figure', id: figure.id }} />
    </div>
  )
}

function Facts({ figure }: { figure: LinkedFigure }) {
  const t = useTranslations('figure')
  const statusText = useStatusText()
  const dateText = useDateText()
  const asOfText = useAsOfText()
  return (
    <dl className={styles.facts}>
      <dt>{t('whoSays')}</dt>
      <dd>
        <Maker id={figure.by} />
        {(figure.via ?? []).map((id) => (
          <span key={id}>
            <span className={panel.quiet}>{` ${t('byWayOf')} `}</span>
            <Maker id={id} />
          </span>
        ))}
      </dd>
      <dt>{t('howSure')}</dt>
      <dd>
        <span className={styles.status}>{statusText(figure)}</span>
        <span className={panel.quiet}>{` ${t(`statusExplained.${figure.status}`)}`}</span>
        {figure.note !== undefined && <span className={styles.note}>{figure.note}</span>}
      </dd>
      <dt>{t('asOfTitle')}</dt>
      <dd>
        {asOfText(figure)}
        {figure.asOf !== undefined && figure.said !== undefined && (
          <span className={panel.quiet}>{` · ${t('dated.said', { date: dateText(figure.said) })}`}</span>
        )}
      </dd>
    </dl>
  )
}

function Maker({ id }: { id: string }) {
  const name = useActorName()
  return (
    <ChooseButton focus={{ kind: 'speaker', id }} look="link">
      {name(id)}
    </ChooseButton>
  )
}
