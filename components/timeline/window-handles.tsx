import { useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import { useInstantText } from '@/components/record-text/use-filter-text'
import type { TimeAxis } from '@/lib/derive/plan-axis'
import type { TimeWindow } from '@/lib/derive/record-filter'
import { stepMoment, type TimeStep } from '@/lib/derive/step-time'
import { plot } from './list-marks'
import styles from './timeline.module.css'

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
  /** Px left and right of the axis that are the plot's as well. */
  margin: number
  window: TimeWindow
  onMove(window: TimeWindow): void
}

/** The window's two ends, each a slider; what lies outside of them is veiled. */
export function WindowHandles({ axis, margin, window, onMove }: WindowHandlesProps) {
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
      <rect className={styles.veil} x={-margin} y={0} width={margin + x.start} height={plot.height} />
      <rect className={styles.veil} x={x.end} y={0} width={axis.width + margin - x.end} height={plot.height} />
      <path className={styles.span} d={`M${x.start} 1H${x.end}`} />
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
          <rect className={styles.reach} x={side === 'start' ? -24 : 0} y={0} width={24} height={plot.base} />
          <path className={styles.edge} d={`M0 0V${plot.base}`} />
          <rect
            className={styles.grip}
            x={side === 'start' ? -9 : 0}
            y={plot.base / 2 - 13}
            width={9}
            height={26}
            rx={3}
          />
        </g>
      ))}
    </>
  )
}
