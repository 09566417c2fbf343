'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FigureChart } from '@/components/charts/figure-chart'
import { accentOf } from '@/components/record-text/record-colour'
import { useActorName, useAsOfText, useDateText, useStatusText } from '@/components/record-text/use-words'
import { CarriedDetails } from '@/components/records/carried-line'
import { EvidenceSection } from '@/components/records/evidence-section'
import { PassageView } from '@/components/records/passage-view'
import { FigureCards, FigureNumeral } from '@/components/records/record-cards'
import { WhatRestsSection } from '@/components/records/what-rests'
import { CiteFigure } from '@/components/share/cite'
import colours from '@/components/ui/colour.module.css'
import { Rest } from '@/components/ui/deferred-part'
import panel from '@/components/ui/panel.module.css'
import { PanelSection } from '@/components/ui/panel-section'
import { RecordLink } from '@/components/ui/record-link'
import { useCase } from '@/lib/client/case-context'
import type { LinkedFigure } from '@/lib/derive/linked-case'
import { AboutSections } from './about-sections'
import styles from './detail-panel.module.css'

/** A figure: the numeral large, who says so and how sure, how it was worked out, and who counts it otherwise. */
export function FigurePanel({ figure, corrected }: { figure: LinkedFigure; corrected: ReactNode }) {
  const index = useCase()
  const { linked } = index
  const t = useTranslations('figure')
  const charts = linked.charts.filter((chart) => chart.figures.includes(figure.id))
  const charted = new Set(charts.flatMap((chart) => chart.figures))
  // A chart has what stands in it beside each other already.
  const others = linked.figures.filter(
    ({ question, id }) => question === figure.question && id !== figure.id && !charted.has(id),
  )
  return (
    <div className={colours[accentOf(index, figure.about)]}>
      <p className={styles.headline}>
        <FigureNumeral figure={figure} size="large" /> <span className={styles.counts}>{figure.counts}</span>
      </p>
      {corrected}
      <Facts figure={figure} />
      <CarriedDetails record={figure} />
      <Rest>
        {charts.map((chart) => (
          <FigureChart key={chart.id} chart={chart} level={3} />
        ))}
        {others.length > 0 && (
          <PanelSection title={t('sameQuestion')} count={others.length}>
            <FigureCards ids={others.map(({ id }) => id)} />
          </PanelSection>
        )}
        {figure.inputs !== undefined && figure.inputs.length > 0 && (
          <PanelSection title={t('worked')}>
            {figure.formula !== undefined && <p className={styles.formula}>{figure.formula}</p>}
            <FigureCards ids={figure.inputs} />
          </PanelSection>
        )}
        {figure.passage !== undefined && <PassageView passage={figure.passage} />}
        <EvidenceSection of={{ kind: 'figure', id: figure.id }} />
        <AboutSections about={figure.about} event={figure.event} />
        <WhatRestsSection of={{ kind: 'figure', id: figure.id }} />
        <CiteFigure figure={figure} />
      </Rest>
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
        <span className={styles.sure}>{statusText(figure)}</span>
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
    <RecordLink focus={{ kind: 'speaker', id }} look="link">
      {name(id)}
    </RecordLink>
  )
}
