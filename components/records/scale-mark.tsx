import chart from '@/components/ui/chart.module.css'
import { isUnproven } from '@/lib/derive/figure-words'
import type { Difference, ScaledFigure } from '@/lib/derive/find-differences'
import styles from './difference-question.module.css'

/** Half of the strip's height, px: dots and bars stand on its middle. */
const MIDDLE_PX = 7

interface ScaleMarkProps {
  scaled: ScaledFigure
  scale: NonNullable<Difference['scale']>
  /** Not among what is asked for. */
  faint: boolean
}

/**
 * A figure on its question's scale: a value as a dot at the end of a line from nought, a range as a bar between its ends;
 * in outline where nobody has shown it. Places are shares of the strip's width, so that it needs no measuring and stands
 * in the page's first HTML. What it says is written beside it.
 */
export function ScaleMark({ scaled: { figure, low, high }, scale: [start, end], faint }: ScaleMarkProps) {
  const at = (value: number) => `${end === start ? 50 : (100 * (value - start)) / (end - start)}%`
  const fromNought = start <= 0 && end >= 0
  const outline = isUnproven(figure)
  const isRange = low !== high
  const origin = fromNought ? at(0) : '0%'
  return (
    <svg
      className={`${styles.strip} ${faint ? chart.faint : ''}`}
      height={2 * MIDDLE_PX}
      aria-hidden="true"
      focusable="false"
    >
      {fromNought && <line className={chart.baseline} x1={origin} x2={origin} y1={0} y2={2 * MIDDLE_PX} />}
      {!fromNought && <line className={chart.baseline} x1="0%" x2="100%" y1={MIDDLE_PX} y2={MIDDLE_PX} />}
      {fromNought && <line className={chart.stem} x1={origin} x2={at(low)} y1={MIDDLE_PX} y2={MIDDLE_PX} />}
      {isRange ? (
        <rect
          className={outline ? chart.outline : chart.solid}
          x={at(low)}
          y={2}
          width={`${(100 * (high - low)) / (end - start)}%`}
          height={2 * MIDDLE_PX - 4}
        />
      ) : (
        <circle className={outline ? styles.openDot : chart.dot} cx={at(low)} cy={MIDDLE_PX} r={5} />
      )}
    </svg>
  )
}
