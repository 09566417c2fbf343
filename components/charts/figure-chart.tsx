'use client'
import { useTranslations } from 'next-intl'
import { memo, type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react'
import { accentOf } from '@/components/record-text/record-colour'
import { usePublisher } from '@/components/record-text/record-refs'
import { useActorName, useAsOfText, useFigureText, useStatusText } from '@/components/record-text/use-words'
import { CorrectedLine } from '@/components/records/corrected-line'
import { OneOrigin, OneOriginKey } from '@/components/records/one-origin'
import { PassageButton } from '@/components/records/passage-view'
import styles from '@/components/ui/chart.module.css'
import colours from '@/components/ui/colour.module.css'
import panel from '@/components/ui/panel.module.css'
import { RecordLink } from '@/components/ui/record-link'
import { whenSettled } from '@/lib/client/after-paint'
import { useCase } from '@/lib/client/case-context'
import { useOfVisible } from '@/lib/client/visible-context'
import { figureEnds, isUnproven } from '@/lib/derive/figure-words'
import type { LinkedFigure } from '@/lib/derive/linked-case'
import type { Chart } from '@/lib/schema/case'
import { BarRows, sharedUnit } from './bar-rows'
import { PairRows } from './pair-rows'
import { type ChartMarksProps, useChartDrawing } from './use-chart-drawing'

/** The table behind a chart: the same figures, each leading to its evidence. */
const ChartTable = memo(function ChartTable({ figures, outside }: ChartMarksProps) {
  const tFilter = useTranslations('filter')
  const t = useTranslations('chart')
  const actorName = useActorName()
  const figureText = useFigureText()
  const statusText = useStatusText()
  const asOfText = useAsOfText()
  return (
    <details>
      <summary className={panel.summary}>{t('table')}</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('value')}</th>
            <th scope="col">{t('who')}</th>
            <th scope="col">{t('sure')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.id}>
              <th scope="row">
                <RecordLink focus={{ kind: 'figure', id: figure.id }} look="link">
                  {figureText(figure).line}
                </RecordLink>
                <span className={styles.cellNote}>{figure.counts}</span>
                <PassageButton focus={{ kind: 'figure', id: figure.id }} passage={figure.passage} of={figure.counts} />
                {outside.has(figure.id) && <span className={styles.cellNote}>{tFilter('outside')}</span>}
              </th>
              <td>{actorName(figure.by)}</td>
              <td>
                {statusText(figure)} <OneOrigin carried={figure} />
                <span className={styles.cellNote}>{asOfText(figure)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
})

/** Whether it is time to draw a chart: it has come near the view, and the map has settled. */
function useChartReady(ref: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false)
  const [ready, setReady] = useState(false)

  useEffect(() => {
    const element = ref.current
    if (element === null) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting !== true) return
        setNear(true)
        observer.disconnect()
      },
      { rootMargin: '200px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])

  useEffect(() => (near ? whenSettled(() => setReady(true)) : undefined), [near])

  return ready
}

interface FigureChartProps {
  chart: Chart
  /** Of its heading. */
  level: 2 | 3
  /** As a scene of the story shows it: whole, whichever layers and days that scene has on the map. */
  whole?: boolean
}

const nothing: ReadonlySet<string> = new Set()

/**
 * A chart of figures: its labels are buttons in the page's first HTML, the marks are drawn between them afterwards, and
 * the same figures stand in a table behind it.
 */
export function FigureChart({ chart, level, whole = false }: FigureChartProps) {
  const index = useCase()
  const publisher = usePublisher()
  const t = useTranslations('chart')
  const tFilter = useTranslations('filter')
  const ref = useRef<HTMLElement>(null)
  const id = useId()
  // Recharts is 93 kB gzipped: it comes when a chart is seen and the map has settled. The labels do not wait for it.
  const Drawing = useChartDrawing(chart.form, useChartReady(ref))
  const { figure } = index
  const figures = useMemo(() => chart.figures.map(figure).filter((found) => found !== undefined), [chart, figure])
  const excluded = useOutside(figures)
  const outside = whole ? nothing : excluded
  if (figures.length === 0) return null
  const unit = sharedUnit(figures)
  const Heading = `h${level}` as const
  const colour =
    colours[
      accentOf(
        index,
        figures.flatMap((figure) => figure.about),
      )
    ]
  return (
    <figure ref={ref} className={`${panel.section} ${colour}`} aria-labelledby={id}>
      <Heading className={panel.sectionTitle}>
        <span id={id}>{chart.title}</span>
        {unit !== null && <span className={panel.count}>{unit}</span>}
      </Heading>
      <div className={styles.plot}>
        {chart.form === 'pairs' ? (
          <PairRows figures={figures} outside={outside} />
        ) : (
          <BarRows figures={figures} outside={outside} scaled={chart.form === 'bars'} />
        )}
        {Drawing !== null && <Drawing figures={figures} outside={outside} />}
      </div>
      {outside.size > 0 && <p className={styles.note}>{tFilter('outsideNote', { count: outside.size })}</p>}
      {chart.note !== undefined && <p className={styles.note}>{chart.note}</p>}
      <p className={styles.note}>
        <KeyLine figures={figures} scaled={chart.form !== 'numbers'} />{' '}
        {t('source', { names: sourceNames(figures, publisher) })}
      </p>
      <CorrectedLine record={{ kind: 'chart', id: chart.id }} />
      <ChartTable figures={figures} outside={outside} />
    </figure>
  )
}

/**
 * Those of a chart's figures that filter, time or layers leave out. They stay in it, faint, on the scale of all: a
 * comparison that lost a row, or was stretched, would say something else. The same set until it changes, since a step
 * through time seldom changes it.
 */
function useOutside(figures: readonly LinkedFigure[]): ReadonlySet<string> {
  const key = useOfVisible(({ figure: shown }) =>
    figures
      .map(({ id }) => id)
      .filter((id) => !shown.has(id))
      .join(' '),
  )
  return useMemo(() => new Set(key === '' ? [] : key.split(' ')), [key])
}

/** Says only what this chart uses: an outline, a range. */
function KeyLine({ figures, scaled }: { scaled: boolean; figures: readonly LinkedFigure[] }) {
  const t = useTranslations('chart')
  const outline = figures.some(isUnproven)
  const ranges = figures.some((figure) => figureEnds(figure)[0] !== figureEnds(figure)[1])
  return (
    <>
      {!scaled && t('unscaled')} {scaled && outline && t('outline')} {scaled && ranges && t('range')}{' '}
      <OneOriginKey of={figures} />
    </>
  )
}

function sourceNames(figures: readonly LinkedFigure[], publisher: (id: string) => string): string {
  const ids = figures.map((figure) => figure.passage?.source).filter((id) => id !== undefined)
  return [...new Set(ids.map(publisher))].join('; ')
}
