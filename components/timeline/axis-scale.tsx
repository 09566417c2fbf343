import { useLocale } from 'next-intl'
import { memo } from 'react'
import { type AxisTick, axisTicks, type TimeAxis } from '@/lib/derive/plan-axis'
import { plot } from './list-marks'
import styles from './timeline.module.css'

const tickPx = { year: 7, month: 5, day: 3 } as const

function useTickText(): (tick: AxisTick) => string {
  const month = new Intl.DateTimeFormat(useLocale(), { month: 'short', timeZone: 'UTC' })
  return ({ at, unit }) => {
    const date = new Date(at)
    if (unit === 'year') return String(date.getUTCFullYear())
    return unit === 'month' ? month.format(date) : String(date.getUTCDate())
  }
}

/** Where a break begins and ends the line is torn; what lies between is not to scale. */
function Break({ x0, x1 }: { x0: number; x1: number }) {
  const middle = (x0 + x1) / 2
  const y = plot.base
  return (
    <g>
      <rect x={x0} y={0} width={x1 - x0} height={y} fill="url(#time-nothing)" />
      <path className={styles.line} d={`M${x0} ${y}H${middle - 5}l3 -4l4 8l3 -4H${x1}`} />
    </g>
  )
}

/** The axis with its ticks; where the scale changes stands a double stroke. */
export const AxisScale = memo(function AxisScale({ axis }: { axis: TimeAxis }) {
  const tickText = useTickText()
  const y = plot.base
  return (
    <g className={styles.scale}>
      <defs>
        <pattern id="time-nothing" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className={styles.nothing} d="M0 0V5" />
        </pattern>
      </defs>
      {axis.pieces.map((piece, index) => {
        const before = axis.pieces[index - 1]
        const changes = before !== undefined && before.kind !== 'break' && piece.kind !== 'break'
        return (
          <g key={piece.start}>
            {piece.kind === 'break' ? (
              <Break x0={piece.x0} x1={piece.x1} />
            ) : (
              <path className={styles.line} d={`M${piece.x0} ${y}H${piece.x1}`} />
            )}
            {piece.kind === 'busy' && (
              <rect className={styles.busy} x={piece.x0} y={0} width={piece.x1 - piece.x0} height={y} />
            )}
            {changes && <path className={styles.change} d={`M${piece.x0 - 3} ${y + 4}l3 -8m1 8l3 -8`} />}
          </g>
        )
      })}
      {axisTicks(axis).map((tick) => (
        <g key={tick.at}>
          <path className={styles.line} d={`M${tick.x} ${y}v${tickPx[tick.unit]}`} />
          {tick.labelled && (
            <text x={tick.x + 3} y={y + 14} data-unit={tick.unit}>
              {tickText(tick)}
            </text>
          )}
        </g>
      ))}
    </g>
  )
})
