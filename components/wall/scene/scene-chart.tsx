'use client'
import { useTranslations } from 'next-intl'
import { sharedUnit } from '@/components/charts/bar-rows'
import { useActorName, useAsOfText, useFigureText, useStatusText } from '@/components/record-text/use-words'
import { OneOrigin, OneOriginKey } from '@/components/records/one-origin'
import colours from '@/components/ui/colour.module.css'
import { barEnds, type FigureScale, scaleFigures, shareOfScale } from '@/lib/derive/figure-scale'
import { figurePeriod, isUnproven, shortName } from '@/lib/derive/figure-words'
import type { LinkedFigure } from '@/lib/derive/linked-case'
import type { Chart } from '@/lib/schema/case'
import type { Hue } from '@/lib/schema/plain-values'
import styles from './scene-chart.module.css'
import { ScenePairs } from './scene-pairs'

interface SceneChartProps {
  chart: Chart
  figures: readonly LinkedFigure[]
  colour: Hue
}

/** A chart's numbers for reading across a room: every mark with its name and value written at it. */
export function SceneChart({ chart, figures, colour }: SceneChartProps) {
  const t = useTranslations('chart')
  const unit = sharedUnit(figures)
  return (
    <figure className={`${styles.chart} ${colours[colour]}`} data-part="numbers">
      <figcaption className={styles.title}>
        {chart.title}
        {unit !== null && <span className={styles.unit}>, {unit}</span>}
      </figcaption>
      {chart.form === 'pairs' ? (
        <ScenePairs figures={figures} />
      ) : (
        <Bars figures={figures} scaled={chart.form === 'bars'} />
      )}
      {chart.form !== 'numbers' && figures.some(isUnproven) && <p className={styles.note}>{t('outline')}</p>}
      {figures.some((figure) => figure.origins === 1) && (
        <p className={styles.note}>
          <OneOriginKey of={figures} />
        </p>
      )}
      {chart.note !== undefined && (
        <p className={styles.note} data-part="extras">
          {chart.note}
        </p>
      )}
    </figure>
  )
}

/** Length of the longest bar in the drawing's own units. */
const FULL_LENGTH = 1000

function Bars({ figures, scaled }: { figures: readonly LinkedFigure[]; scaled: boolean }) {
  const t = useTranslations('wall.scene')
  const figureText = useFigureText()
  const statusText = useStatusText()
  const asOfText = useAsOfText()
  const undated = useTranslations('statement')('undated')
  // Whose date stands in for one that nobody gives is for the panel to say: here there is room for one line.
  const daysText = (figure: LinkedFigure) => {
    if (figure.dated.basis === 'record') return figurePeriod(figure)
    return figure.dated.basis === 'said' ? asOfText(figure) : undated
  }
  const actorName = useActorName()
  const hasOneUnit = sharedUnit(figures) !== null
  // Where each has a maker of its own, the short name says it; what each counts comes with it where there is room.
  const reporters = new Set(figures.map((figure) => figure.by)).size
  const byReporter = reporters === figures.length
  const scale = scaleFigures(figures, true)
  const reporterName = (figure: LinkedFigure) => {
    const name = shortName(actorName(figure.by))
    return figure.status === 'derived' ? t('derivedBy', { name }) : name
  }
  return (
    <ol className={styles.rows}>
      {figures.map((figure) => {
        const { qualifier, numeral, unit } = figureText(figure)
        return (
          <li key={figure.id} className={styles.row}>
            <p>
              {byReporter ? reporterName(figure) : figure.counts} <OneOrigin carried={figure} />
              {!scaled && (
                <span className={styles.maker}>{`\u00a0· ${daysText(figure)}\u00a0· ${statusText(figure)}`}</span>
              )}
              {scaled && reporters > 1 && (
                <span className={styles.maker} data-part="extras">
                  {'\u00a0· '}
                  {byReporter ? figure.counts : actorName(figure.by)}
                </span>
              )}
              {scaled && <span className="visually-hidden">, {statusText(figure)}: </span>}
            </p>
            <p className={styles.value}>
              {qualifier !== '' && <span className={styles.beside}>{qualifier} </span>}
              <span className={styles.numeral}>{numeral}</span>
              {!hasOneUnit && unit !== '' && <span className={styles.beside}> {unit}</span>}
            </p>
            {scaled && <Bar figure={figure} scale={scale} />}
          </li>
        )
      })}
    </ol>
  )
}

/** From zero to the value, or between the ends of a range; in outline where nobody has shown it. */
function Bar({ figure, scale }: { figure: LinkedFigure; scale: FigureScale }) {
  const at = (value: number) => FULL_LENGTH * shareOfScale(value, scale)
  const [low, high] = barEnds(figure)
  return (
    <svg className={styles.bar} viewBox={`0 0 ${FULL_LENGTH} 10`} preserveAspectRatio="none" aria-hidden="true">
      <path className={styles.baseline} d={`M${at(0)} 0V10`} />
      <rect
        className={isUnproven(figure) ? styles.outline : styles.solid}
        x={at(low)}
        y="0"
        width={Math.max(1, at(high) - at(low))}
        height="10"
      />
    </svg>
  )
}
