import type { TimeAxis } from '@/lib/derive/plan-axis'
import { beatUnit } from '@/lib/derive/step-time'
import { textWidth } from '@/lib/derive/text-width'
import { clamp } from '@/lib/geo/clamp'
import styles from './plot.module.css'
import { useShortDates } from './use-short-date'

const TEXT_PX = 12

interface PlayHeadProps {
  axis: TimeAxis
  at: number
  height: number
  axisPx: number
}

/** The moment that is played, as a line across the lanes with its words at the axis. */
export function PlayHead({ axis, at, height, axisPx }: PlayHeadProps) {
  const { clock } = useShortDates()
  const x = axis.toX(at)
  const piece = axis.pieceAt(at)
  const text = clock(at, piece.folded || beatUnit(piece) !== 'day')
  const width = textWidth(text, TEXT_PX, true) + 14
  const middle = clamp(x, width / 2, axis.width - width / 2)
  return (
    <g className={styles.playHead}>
      <path d={`M${x} ${axisPx - 4}V${height}`} />
      <rect className={styles.playPill} x={middle - width / 2} y={0} width={width} height={17} rx={3} />
      <text className={styles.playWords} x={middle} y={12.5} textAnchor="middle">
        {text}
      </text>
    </g>
  )
}
