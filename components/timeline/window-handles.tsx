import { useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import { useInstantText } from '@/components/record-text/use-filter-text'
import type { TimeAxis } from '@/lib/derive/plan-axis'
import type { TimeWindow } from '@/lib/derive/record-filter'
import { stepMoment, type TimeStep } from '@/lib/derive/step-time'
import styles from './plot.module.css'

const arrows: Partial<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  PageUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageDown: -1,
}

function moved(axis: TimeAxis, at: number, event: KeyboardEvent): number | null {
  if (event.key === 'Home') return axis.start
  if (event.key === 'End') return axis.end
  const by = arrows[event.key]
  if (by === undefined) return null
  const step: TimeStep = event.key.startsWith('Page') ? 'week' : event.shiftKey ? 'hour' : 'day'
  return stepMoment(axis, at, step, by)
}

interface WindowHandlesProps {
  axis: TimeAxis
  /** Px: of the whole plot, and of the axis at its top. */
  height: number
  axisPx: number
  window: TimeWindow
  onMove(window: TimeWindow): void
}

/** From the foot of the axis up to the rule between the two ends, and the size of a grip, px. */
const RULE_PX = 2.5
const GRIP_PX = { width: 6, height: 13 } as const
/** As wide as a finger needs. */
const REACH_PX = 24

/** The window's two ends, each a slider, and the rule between them; what lies outside is covered, never emptied. */
export function WindowHandles({ axis, height, axisPx, window, onMove }: WindowHandlesProps) {
  const t = useTranslations('timeline')
  const instantText = useInstantText()
  const x = { start: axis.toX(window.start), end: axis.toX(window.end) }
  const onKey = (side: 'start' | 'end') => (event: KeyboardEvent) => {
    const at = moved(axis, window[side], event)
    if (at === null) return
    event.preventDefault()
    const { start, end } = window
    onMove(side === 'start' ? { start: Math.min(at, end - 1000), end } : { start, end: Math.max(at, start + 1000) })
  }
  return (
    <>
      <rect className={styles.veil} x={0} y={axisPx} width={x.start} height={height - axisPx} />
      <rect className={styles.veil} x={x.end} y={axisPx} width={axis.width - x.end} height={height - axisPx} />
      <path className={styles.span} d={`M${x.start} ${axisPx - RULE_PX}H${x.end}`} />
      {(['start', 'end'] as const).map((side) => (
        <g
          key={side}
          className={styles.handle}
          data-handle={side}
          transform={`translate(${x[side]})`}
          role="slider"
          tabIndex={0}
          aria-label={t(side)}
          aria-valuemin={axis.start}
          aria-valuemax={axis.end}
          aria-valuenow={window[side]}
          aria-valuetext={side === 'end' ? t('before', { moment: instantText(window.end) }) : instantText(window.start)}
          onKeyDown={onKey(side)}
        >
          <rect
            className={styles.reach}
            x={side === 'start' ? 3 - REACH_PX : -3}
            y={0}
            width={REACH_PX}
            height={Math.max(REACH_PX, axisPx)}
          />
          <rect
            className={styles.grip}
            x={-GRIP_PX.width / 2}
            y={axisPx - RULE_PX - GRIP_PX.height / 2}
            width={GRIP_PX.width}
            height={GRIP_PX.height}
            rx={2}
          />
        </g>
      ))}
    </>
  )
}
