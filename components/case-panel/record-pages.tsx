'use client'
import { useTranslations } from 'next-intl'
import { useId, useMemo } from 'react'
import { FigureChart } from '@/components/charts/figure-chart'
import { EventRows } from '@/components/records/event-rows'
import { QuotationCard } from '@/components/records/quotation-card'
import { FigureCard } from '@/components/records/record-cards'
import { StatementCards } from '@/components/records/statement-card'
import styles from '@/components/ui/corrections.module.css'
import panel from '@/components/ui/panel.module.css'
import { useCase } from '@/lib/client/case-context'
import { useVisible } from '@/lib/client/visible-context'
import { groupBy } from '@/lib/derive/arrays'
import { orderByDate } from '@/lib/derive/compare-dates'
import type { LinkedFigure, LinkedMoment } from '@/lib/derive/linked-case'
import { useCountWithout, VisibleList } from './visible-list'
import { VoicesSwitch } from './voices-switch'

/** Every dated event that is shown, earliest first. */
export function EventsPage() {
  const { linked } = useCase()
  const { event: ids } = useVisible()
  const t = useTranslations('panel')
  const events = useMemo(() => orderByDate(linked.events), [linked])
  return (
    <VisibleList
      kind="event"
      items={events.filter(({ id }) => ids.has(id))}
      total={events.length}
      intro={t('eventsIntro', { count: events.length })}
      count={useCountWithout('event')}
    >
      {(part) => <EventRows events={part} />}
    </VisibleList>
  )
}

/** What is said in other words than the speaker's own, and what the author judges, in the report's order. */
export function StatementsPage() {
  const { linked } = useCase()
  const { statement: ids } = useVisible()
  const t = useTranslations('panel')
  return (
    <VisibleList
      kind="statement"
      items={linked.statements.filter(({ id }) => ids.has(id))}
      total={linked.statements.length}
      intro={t('statementsIntro', { count: linked.statements.length })}
      count={useCountWithout('statement')}
    >
      {(part) => <StatementCards ids={part.map(({ id }) => id)} />}
    </VisibleList>
  )
}

const isUndated = ({ kind, basis }: LinkedMoment) => kind === 'quotation' && basis !== 'record'

/** Every passage between quotation marks that is shown, in the report's order. */
export function QuotationsPage() {
  const { linked } = useCase()
  const { quotation: ids, query } = useVisible()
  const t = useTranslations('panel')
  const undated = useMemo(
    () => new Map(linked.moments.flatMap((moment) => (isUndated(moment) ? [[moment.id, moment]] : []))),
    [linked],
  )
  return (
    <>
      <VoicesSwitch />
      <VisibleList
        kind="quotation"
        items={linked.quotations.filter(({ id }) => ids.has(id))}
        total={linked.quotations.length}
        intro={t('quotationsIntro', { count: linked.quotations.length })}
        count={useCountWithout('quotation')}
      >
        {(part) => (
          <ul className={`${panel.list} ${panel.ruled} ${panel.spaced}`}>
            {part.map((quotation) => (
              <li key={quotation.id}>
                <QuotationCard
                  quotation={quotation}
                  size="list"
                  undated={query.time === null ? undefined : undated.get(quotation.id)}
                />
              </li>
            ))}
          </ul>
        )}
      </VisibleList>
    </>
  )
}

/** The case's charts, then every figure that is shown under the question that it answers, so that two makers of one number stand together. */
export function FiguresPage() {
  const { linked } = useCase()
  const { figure: ids } = useVisible()
  const t = useTranslations('panel')
  const inOrder = useMemo(() => {
    const answers = groupBy(linked.figures, ({ question }) => question)
    return linked.questions.flatMap(({ id }) => answers.get(id) ?? [])
  }, [linked])
  return (
    <>
      {linked.charts.map((chart) => (
        <FigureChart key={chart.id} chart={chart} level={2} />
      ))}
      <VisibleList
        kind="figure"
        items={inOrder.filter(({ id }) => ids.has(id))}
        total={linked.figures.length}
        intro={t('figuresIntro', { count: linked.figures.length })}
        count={useCountWithout('figure')}
      >
        {(part) => {
          const answers = groupBy(part, ({ question }) => question)
          return linked.questions.map(({ id, title }) => {
            const figures = answers.get(id)
            return figures !== undefined && <QuestionFigures key={id} title={title} figures={figures} />
          })
        }}
      </VisibleList>
    </>
  )
}

function QuestionFigures({ title, figures }: { title: string; figures: readonly LinkedFigure[] }) {
  const id = useId()
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 id={id} className={panel.sectionTitle}>
        {title}
      </h2>
      <ul className={panel.list}>
        {figures.map((figure) => (
          <li key={figure.id}>
            <FigureCard figure={figure} size="list" />
          </li>
        ))}
      </ul>
    </section>
  )
}
