'use client'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { accentOf } from '@/components/record-text/record-colour'
import {
  useActorName,
  useAsOfText,
  useFigureText,
  useReporterName,
  useStatusText,
} from '@/components/record-text/use-words'
import styles from '@/components/records/claim-story.module.css'
import { OneOriginNote } from '@/components/records/one-origin'
import { PassageButton } from '@/components/records/passage-view'
import chart from '@/components/ui/chart.module.css'
import colours from '@/components/ui/colour.module.css'
import pages from '@/components/ui/corrections.module.css'
import { LIST_PART, MoreButton } from '@/components/ui/more-button'
import panel from '@/components/ui/panel.module.css'
import { SelectButton } from '@/components/ui/record-link'
import { useActions } from '@/lib/client/board-actions'
import { useCase } from '@/lib/client/case-context'
import { useVisible } from '@/lib/client/visible-context'
import { type FigureScale, shareOfScale } from '@/lib/derive/figure-scale'
import { isUnproven } from '@/lib/derive/figure-words'
import type { Difference, Distance, ScaledFigure } from '@/lib/derive/find-differences'

/** Half of the strip's height, px: dots and bars stand on its middle. */
const MIDDLE_PX = 7

interface ScaleMarkProps {
  scaled: ScaledFigure
  scale: FigureScale
  /** Not among what is asked for. */
  faint: boolean
}

/**
 * A figure on its question's scale: a value as a dot at the end of a line from zero, a range as a bar between its ends;
 * in outline where nobody has shown it. Places are shares of the strip's width, so that it needs no measuring and stands
 * in the page's first HTML. What it says is written beside it.
 */
function ScaleMark({ scaled: { figure, low, high }, scale, faint }: ScaleMarkProps) {
  const [start, end] = scale
  const percent = (value: number) => 100 * shareOfScale(value, scale)
  const at = (value: number) => `${percent(value)}%`
  const fromZero = start <= 0 && end >= 0
  const outline = isUnproven(figure)
  const isRange = low !== high
  const origin = fromZero ? at(0) : '0%'
  return (
    <svg
      className={`${styles.strip} ${faint ? chart.faint : ''}`}
      height={2 * MIDDLE_PX}
      aria-hidden="true"
      focusable="false"
    >
      {fromZero && <line className={chart.baseline} x1={origin} x2={origin} y1={0} y2={2 * MIDDLE_PX} />}
      {!fromZero && <line className={chart.baseline} x1="0%" x2="100%" y1={MIDDLE_PX} y2={MIDDLE_PX} />}
      {fromZero && <line className={chart.stem} x1={origin} x2={at(low)} y1={MIDDLE_PX} y2={MIDDLE_PX} />}
      {isRange ? (
        <rect
          className={outline ? chart.outline : chart.solid}
          x={at(low)}
          y={2}
          width={`${percent(high) - percent(low)}%`}
          height={2 * MIDDLE_PX - 4}
        />
      ) : (
        <circle className={outline ? styles.openDot : chart.dot} cx={at(low)} cy={MIDDLE_PX} r={5} />
      )}
    </svg>
  )
}

/**
 * One question and every answer to it on one scale: who says so, for when, how sure, and the way to the sentence. Those
 * that filter, time or layers leave out stay, faint.
 */
export function DifferenceQuestion({ difference }: { difference: Difference }) {
  const index = useCase()
  const shown = useVisible()
  const t = useTranslations('filter')
  const id = useId()
  const { kind, title, figures, scale, distance } = difference
  const name = useActorName()
  // One question may have a conflict and several series: whose a series is tells them apart.
  const reporter = kind === 'series' ? figures[0]?.figure.by : undefined
  const distanceText = useDistanceText()
  const outside = new Set(figures.map(({ figure }) => figure.id).filter((figure) => !shown.figure.has(figure)))
  const about = figures.flatMap(({ figure }) => figure.about)
  const [part, setPart] = useState(LIST_PART)
  const rest = Math.max(0, figures.length - part)
  return (
    <section className={`${pages.group} ${colours[accentOf(index, about)]}`} aria-labelledby={id}>
      <h2 className={panel.sectionTitle}>
        <span id={id}>
          {title}
          {reporter !== undefined && <span className={panel.quiet}> {name(reporter)}</span>}
        </span>
        {distance !== null && distance.amount > 0 && (
          <span className={`${panel.count} ${styles.spread}`}>{distanceText(distance)}</span>
        )}
      </h2>
      <ol className={panel.list}>
        {figures.slice(0, part).map((scaled) => (
          <li key={scaled.figure.id}>
            <Answer scaled={scaled} scale={scale} outside={outside.has(scaled.figure.id)} />
          </li>
        ))}
      </ol>
      {rest > 0 && <MoreButton rest={rest} onMore={() => setPart(part + LIST_PART)} />}
      {outside.size > 0 && <p className={chart.note}>{t('outsideNote', { count: outside.size })}</p>}
    </section>
  )
}

/** How far apart, in the scale of what is measured: "15% apart", "0.5 magnitudes apart", "4 percentage points apart". */
function useDistanceText(): (distance: Distance) => string {
  const t = useTranslations('differences')
  return ({ amount, unit, measures, relative }) => {
    if (measures === 'magnitude' || measures === 'share') return t(`apart.${measures}`, { amount })
    return relative === null ? t('apart.amount', { amount, unit }) : t('apart.relative', { relative, amount, unit })
  }
}

interface AnswerProps {
  scaled: ScaledFigure
  scale: FigureScale | null
  outside: boolean
}

function Answer({ scaled, scale, outside }: AnswerProps) {
  const { figure } = scaled
  const { choose } = useActions()
  const t = useTranslations('filter')
  const reporterName = useReporterName()
  const statusText = useStatusText()
  const asOfText = useAsOfText()
  const { qualifier, lead, numeral, unit } = useFigureText()(figure)
  const focus = { kind: 'figure', id: figure.id } as const
  const reporter = reporterName(figure)
  return (
    <div className={styles.answer}>
      <SelectButton
        of={focus}
        className={chart.row}
        data-outside={outside ? '' : undefined}
        onClick={() => choose(focus)}
      >
        <span className={chart.label}>
          <span className={chart.name}>{reporter}</span>{' '}
          <span className={chart.value}>
            {qualifier !== '' && <span className={panel.quiet}>{qualifier} </span>}
            {lead !== '' && <span className={panel.quiet}>{lead} </span>}
            {numeral}
            <span className={panel.quiet}> {unit}</span>
          </span>
        </span>
        {scale !== null && <ScaleMark scaled={scaled} scale={scale} faint={outside} />}
        <span className={chart.detail}>{figure.counts}</span>
        {outside && <span className="visually-hidden">, {t('outside')}</span>}
      </SelectButton>
      <p className={styles.meta}>
        {statusText(figure)}
        {'\u00a0· '}
        {asOfText(figure)}
        {figure.origins === 1 && '\u00a0· '}
        <OneOriginNote carried={figure} />
        {figure.passage !== undefined && '\u00a0· '}
        <PassageButton focus={focus} passage={figure.passage} of={`${numeral} ${unit}, ${reporter}`} />
      </p>
    </div>
  )
}
