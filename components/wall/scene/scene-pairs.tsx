'use client'
import { groupPairs } from '@/components/charts/pair-groups'
import { useActorName, useDateText, useFigureText, useStatusText } from '@/components/record-text/use-words'
import { OneOrigin } from '@/components/records/one-origin'
import { useCase } from '@/lib/client/case-context'
import { extentOf } from '@/lib/derive/arrays'
import { scaleFigures, shareOfScale } from '@/lib/derive/figure-scale'
import { figureSize, shortName } from '@/lib/derive/figure-words'
import type { LinkedFigure } from '@/lib/derive/linked-case'
import styles from './scene-chart.module.css'

/** Length of the scale in the drawing's own units, and the room at its ends. */
const SCALE_LENGTH = 1000
const SCALE_MARGIN = 60

/** One row an event: the readings as dots on a common scale, each with its value and maker beside it. */
export function ScenePairs({ figures }: { figures: readonly LinkedFigure[] }) {
  const { event } = useCase()
  const dateText = useDateText()
  const scale = scaleFigures(figures, false)
  const at = (figure: LinkedFigure) =>
    SCALE_MARGIN + shareOfScale(figureSize(figure), scale) * (SCALE_LENGTH - 2 * SCALE_MARGIN)
  return (
    <ol className={styles.rows}>
      {groupPairs(figures).map((group) => {
        const found = group.event === null ? undefined : event(group.event)
        const [lowest, ...rest] = group.figures
        const highest = rest.pop()
        return (
          <li key={group.event ?? ''}>
            {found !== undefined && (
              <p>
                {found.title} <span className={styles.maker}>{dateText(found.date)}</span>
              </p>
            )}
            <div className={styles.pair}>
              {lowest !== undefined && <Reading figure={lowest} />}
              <Dots positions={group.figures.map(at)} />
              {highest !== undefined && <Reading figure={highest} />}
            </div>
            {rest.map((figure) => (
              <Reading key={figure.id} figure={figure} />
            ))}
          </li>
        )
      })}
    </ol>
  )
}

function Reading({ figure }: { figure: LinkedFigure }) {
  const name = shortName(useActorName()(figure.by))
  const { qualifier, numeral, unit } = useFigureText()(figure)
  const statusText = useStatusText()
  return (
    <p className={styles.reading}>
      {qualifier !== '' && <span className={styles.beside}>{qualifier} </span>}
      <span className={styles.readingValue}>{numeral}</span> <span className={styles.maker}>{name}</span>{' '}
      <OneOrigin carried={figure} />
      <span className="visually-hidden">{`, ${unit}, ${statusText(figure)}`}</span>
    </p>
  )
}

/** Points of no length with round ends: they stay round however far the drawing is stretched. */
function Dots({ positions }: { positions: readonly number[] }) {
  const [from, to] = extentOf(positions)
  return (
    <svg className={styles.scale} viewBox={`0 0 ${SCALE_LENGTH} 10`} preserveAspectRatio="none" aria-hidden="true">
      <path className={styles.axis} d={`M0 5H${SCALE_LENGTH}`} />
      <path className={styles.span} d={`M${from} 5H${to}`} />
      <path className={styles.dots} d={positions.map((position) => `M${position} 5h0.01`).join('')} />
    </svg>
  )
}
