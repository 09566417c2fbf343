import { memo } from 'react'
import { axisTicks } from '@/lib/derive/axis-ticks'
import type { TimeAxis } from '@/lib/derive/plan-axis'
import styles from './plot.module.css'
import { useShortDates } from './use-short-date'

/** One tooth of a torn edge, px. */
const TOOTH_PX = 6

/** A torn edge from the top down: what lies beyond is not to scale. */
function tornPath(x: number, height: number): string {
  const teeth = Array.from(
    { length: Math.ceil(height / TOOTH_PX) },
    (_, nth) => `l${nth % 2 === 0 ? 3 : -3} ${TOOTH_PX}`,
  )
  return `M${x - 1.5} 0${teeth.join('')}`
}

interface AxisScaleProps {
  axis: TimeAxis
  /** Px: of the whole plot, and of the axis at its top. */
  height: number
  axisPx: number
  slim: boolean
}

/** Days, months or years with their lines, and the ground of the folds, which begin at a torn edge. */
export const AxisScale = memo(function AxisScale({ axis, height, axisPx, slim }: AxisScaleProps) {
  const dates = useShortDates()
  return (
    <g className={styles.scale}>
      {axis.pieces.map(({ kind, folded, x0, x1 }) => {
        if (kind === 'core') return null
        const edge = kind === 'before' ? x1 : x0
        return (
          <g key={kind}>
            {folded && <rect className={styles.foldGround} x={x0} y={0} width={x1 - x0} height={height} />}
            <path className={styles.torn} d={tornPath(edge, height)} />
          </g>
        )
      })}
      {axisTicks(axis).map((tick) => {
        const { lead, text } = dates.tick(tick)
        return (
          <g key={tick.at}>
            <path className={styles.tick} d={`M${tick.x} ${axisPx - 4}V${height}`} />
            {tick.parts.length > 0 && (
              <text x={tick.textX} y={axisPx - (slim ? 7 : 10)} textAnchor={tick.centred ? 'middle' : 'start'}>
                {lead}
                <tspan className={styles.tickDay}>{text}</tspan>
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
})
