'use client'
import { useTranslations } from 'next-intl'
import { sharedUnit } from '@/components/charts/bar-rows'
import { useActorName, useAsOfText, useFigureText, useStatusText } from '@/components/record-text/use-words'
import { OneOrigin, OneOriginKey } from '@/components/records/one-origin'
import colours from '@/components/ui/colour.module.css'
import { useWall } from '@/lib/client/wall-context'
import { barEnds, type FigureScale, scaleFigures, shareOfScale } from '@/lib/derive/figure-scale'
import { figurePeriod, isUnproven, shortName } from '@/lib/derive/figure-words'
import type { LinkedFigure, LinkedPlace } from '@/lib/derive/linked-case'
import type { Chart } from '@/lib/schema/case'
import type { Hue } from '@/lib/schema/plain-values'
import type { Scene } from '@/lib/schema/scene'
import styles from './scene-chart.module.css'
import { ScenePairs } from './scene-pairs'
import { SceneFigure } from './scene-records'

interface SceneChartProps {
  scene: Scene
  chart: Chart
  figures: readonly LinkedFigure[]
  colour: Hue
}

/** A chart's numbers for reading across a room: every mark with its name and value written at it. */
export function SceneChart({ scene, chart, figures, colour }: SceneChartProps) {
  const t = useTranslations('chart')
  const { index, view } = useWall()
  const unit = sharedUnit(figures)
  const isNumbers = chart.form === 'numbers'
  // What stands at its place on the map as well needs less room here.
  const drawn = view.role === 'mirror' && isNumbers ? drawnFigures(scene, index.linked.places) : new Set<string>()
  const [atPlace, others] = [figures.filter(({ id }) => drawn.has(id)), figures.filter(({ id }) => !drawn.has(id))]
  return (
    <>
      {isNumbers && others.map((figure) => <SceneFigure key={figure.id} figure={figure} colour={colour} />)}
      <figure className={`${styles.chart} ${isNumbers ? styles.numbers : ''} ${colours[colour]}`} data-part="numbers">
        {chart.title !== scene.title && !isNumbers && (
          <figcaption className={styles.title}>
            {chart.title}
            {unit !== null && <span className={styles.unit}>, {unit}</span>}
          </figcaption>
        )}
        {chart.form === 'pairs' && <ScenePairs figures={figures} />}
        {chart.form === 'bars' && <Bars figures={figures} scaled />}
        {isNumbers && atPlace.length > 0 && <Bars figures={atPlace} scaled={false} />}
        {!isNumbers && figures.some(isUnproven) && <p className={styles.note}>{t('outline')}</p>}
        {figures.some((figure) => figure.origins === 1) && (
          <p className={styles.note}>
            <OneOriginKey of={figures} />
          </p>
        )}
        {chart.note !== undefined && <p className={styles.note}>{chart.note}</p>}
      </figure>
    </>
  )
}

/** The figures that size a mark on a layer that the scene shows: they are written beside it, where they were counted. */
export function drawnFigures(scene: Pick<Scene, 'layers'>, places: readonly LinkedPlace[]): ReadonlySet<string> {
  const shown = places.filter(({ layer }) => scene.layers.includes(layer))
  return new Set(shown.flatMap(({ sizedBy = [] }) => sizedBy))
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
              {byReporter ? reporterName(figure) : figure.counts}
              {figure.origins === 1 && ' '}
              <OneOrigin carried={figure} />
              {!scaled && (
                <span className={styles.maker}>{`\u00a0· ${daysText(figure)}\u00a0· ${statusText(figure)}`}</span>
              )}
              {scaled && reporters > 1 && (
                <span className={styles.maker}>
                  {'\u00a0· '}
                  {byReporter ? figure.counts : actorName(figure.by)}
                </span>
              )}
              {scaled && <span className="visually-hidden">, {statusText(figure)}: </span>}
            </p>
            <p className={styles.value}>
              {qualifier !== '' && <span className={styles.beside}>{qualifier} </span>}
              <span className={`${styles.numeral} ${scaled && isUnproven(figure) ? styles.open : ''}`}>{numeral}</span>
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
