import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { useCase } from '@/lib/client/case-context'
import { useOpenPassage } from '@/lib/client/reveal-requests'
import { useVisible } from '@/lib/client/visible-context'
import type { TimeAxis } from '@/lib/derive/plan-axis'
import type { TimeWindow } from '@/lib/derive/record-filter'
import { clamp } from '@/lib/geo/clamp'
import { AxisScale } from './axis-scale'
import { isInLanes, listMarks, nearestMark, plot, type TimeMark } from './list-marks'
import { MarkLabel, useMarkLine } from './mark-label'
import { OtherTimes, SoftEnds, TimeMarks } from './time-marks'
import styles from './timeline.module.css'
import { usePlotPointer } from './use-plot-pointer'
import { WindowHandles } from './window-handles'

/** Room beside the axis for the ends of the window, px. */
export const MARGIN = 24

interface TimePlotProps {
  axis: TimeAxis
  time: TimeWindow | null
  /** What passes the filter whatever the time, as "kind id". */
  passing: ReadonlySet<string>
  /** The event or the row that a step has led to. */
  stepped: string | null
  onMove(window: TimeWindow | null): void
  /** A mark of several records: asks for their time and their list. */
  onOpen(window: TimeWindow, page: string): void
}

/** Records on the axis, and the window over them. */
export function TimePlot({ axis, time, passing, stepped, onMove, onOpen }: TimePlotProps) {
  const { linked, event, figure, quotation, statement } = useCase()
  const openPassage = useOpenPassage()
  const { layers, moments, threads } = linked
  const { records } = useVisible()
  const t = useTranslations('timeline')
  const tFilter = useTranslations('filter')
  const markLine = useMarkLine()
  const marks = useMemo(
    () => listMarks(moments, records, layers, axis, threads),
    [moments, records, layers, axis, threads],
  )
  const allowed = useMemo(
    () =>
      new Set(marks.filter(({ kind, ids }) => ids.some((id) => passing.has(`${kind} ${id}`))).map(({ key }) => key)),
    [marks, passing],
  )
  /** Where the keyboard is, and where the pointer is: neither moves the other. */
  const [active, setActive] = useState<string | null>(null)
  const [pointed, setPointed] = useState<string | null>(null)
  const lines = useMemo(() => new Map(marks.map((mark) => [mark.key, markLine(mark)])), [marks, markLine])
  const looked = pointed ?? active
  const shownLabel = marks.find(({ key, kind, ids }) =>
    looked === null ? stepped !== null && isInLanes(kind) && ids.includes(stepped) : key === looked,
  )

  const open = (mark: TimeMark | undefined) => {
    const [id, ...more] = mark?.ids ?? []
    if (mark === undefined || id === undefined) return
    const { kind } = mark
    if (more.length === 0) {
      const passage = kind === 'place' ? undefined : { event, figure, quotation, statement }[kind](id)?.passage
      return openPassage({ kind, id }, passage)
    }
    const { start, end } = mark.moment
    onOpen({ start, end }, `${kind}s`)
  }
  const pointer = usePlotPointer({
    axis,
    margin: MARGIN,
    time,
    onMove: (window) => {
      setPointed(null)
      onMove(window)
    },
    onPoint: (x, y) => setPointed(nearestMark(marks, x, y)?.key ?? null),
    onClick: (x, y) => open(nearestMark(marks, x, y)),
  })
  const onKeyDown = (pressed: KeyboardEvent) => {
    const at = marks.findIndex(({ key }) => key === active)
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[pressed.key]
    if (by !== undefined) setActive(marks[clamp(at + by, 0, marks.length - 1)]?.key ?? null)
    else if (pressed.key === 'Home') setActive(marks[0]?.key ?? null)
    else if (pressed.key === 'End') setActive(marks.at(-1)?.key ?? null)
    else if (pressed.key === 'Enter') open(marks[at])
    else return
    pressed.preventDefault()
  }
  const width = axis.width + 2 * MARGIN
  return (
    <>
      <svg
        className={styles.plot}
        width={width}
        height={plot.height}
        data-time-plot=""
        {...pointer}
        onPointerLeave={() => setPointed(null)}
        onDoubleClick={() => onMove(null)}
      >
        <title>{t('name')}</title>
        <SoftEnds />
        <g transform={`translate(${MARGIN})`}>
          <AxisScale axis={axis} />
          <g
            role="listbox"
            tabIndex={0}
            className={styles.marks}
            aria-label={t('records')}
            aria-activedescendant={active === null ? undefined : `time ${active}`.replaceAll(' ', '-')}
            onKeyDown={onKeyDown}
            onFocus={() => setActive((was) => was ?? marks[0]?.key ?? null)}
            onBlur={() => setActive(null)}
          >
            <TimeMarks
              marks={marks}
              allowed={allowed}
              active={pointed ?? active}
              lines={lines}
              outside={tFilter('outside')}
            />
          </g>
          <OtherTimes marks={marks} axis={axis} />
          <WindowHandles axis={axis} margin={MARGIN} window={time ?? axis} onMove={onMove} />
        </g>
      </svg>
      {shownLabel !== undefined && (
        <LabelAt x={MARGIN + (Math.max(0, shownLabel.x0) + Math.min(axis.width, shownLabel.x1)) / 2} width={width}>
          <MarkLabel mark={shownLabel} />
        </LabelAt>
      )}
    </>
  )
}

/** Half of the widest label, px, as the style sheet has it. */
const LABEL_HALF_PX = 150

function LabelAt({ x, width, children }: { x: number; width: number; children: React.ReactNode }) {
  const left = clamp(x, LABEL_HALF_PX, Math.max(LABEL_HALF_PX, width - LABEL_HALF_PX))
  return (
    <div className={styles.labelAt} style={{ left }}>
      {children}
    </div>
  )
}
