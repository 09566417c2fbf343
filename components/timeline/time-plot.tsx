import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import { useCase } from '@/lib/client/case-context'
import { setHovered } from '@/lib/client/map-commands'
import { useOpenPassage } from '@/lib/client/reveal-requests'
import { useOfVisible } from '@/lib/client/visible-context'
import { plotPx } from '@/lib/derive/lay-out-time'
import type { FoldSide } from '@/lib/derive/plan-axis'
import type { TimeWindow } from '@/lib/derive/record-filter'
import type { TimeMark } from '@/lib/derive/time-mark'
import { clamp } from '@/lib/geo/clamp'
import { AxisScale } from './axis-scale'
import { LaneNames, PlotButtons } from './lane-names'
import { MarkLabel, useMarkLine } from './mark-label'
import { SoftEnds } from './mark-shape'
import { nearestMark } from './nearest-mark'
import { PlayHead } from './play-head'
import styles from './plot.module.css'
import names from './plot-names.module.css'
import { HoveredMarks, OtherThreads, OtherTimes } from './plot-overlays'
import { markId, TimeMarks } from './time-marks'
import { usePlotPointer } from './use-plot-pointer'
import type { PlotBox, TimePlan } from './use-time-plan'
import { WindowHandles } from './window-handles'

interface TimePlotProps {
  plan: TimePlan
  box: PlotBox
  slim: boolean
  time: TimeWindow | null
  playing: boolean
  /** What passes the filter whatever the time, as "kind id". */
  passing: ReadonlySet<string>
  /** The event or the row that a step has led to. */
  stepped: string | null
  openFold: FoldSide | null
  onFold(side: FoldSide): void
  onMove(window: TimeWindow | null): void
  /** A mark of several records: asks for their time and their list. */
  onOpen(window: TimeWindow, page: string): void
  /** Shows what nobody dates. */
  onUndated(): void
  /** What a press does where marks are too small to be hit. */
  onPress: (() => void) | null
}

const keyStep: Partial<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Records on the axis, and the window over them. */
export function TimePlot(props: TimePlotProps) {
  const { plan, box, slim, time, playing, passing, stepped, openFold, onFold, onMove, onOpen, onUndated, onPress } =
    props
  const { axis, gutter, layout } = plan
  const { marks } = layout
  const { event, figure, quotation, statement, place } = useCase()
  const openPassage = useOpenPassage()
  const records = useOfVisible((shown) => shown.records)
  const t = useTranslations('timeline')
  const tFilter = useTranslations('filter')
  const markLine = useMarkLine()
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
    looked === null
      ? stepped !== null && (kind === 'event' || kind === 'place') && ids.includes(stepped)
      : key === looked,
  )

  const pointAt = (mark: TimeMark | undefined) => {
    if ((mark?.key ?? null) === pointed) return
    setPointed(mark?.key ?? null)
    const about =
      mark?.ids.length === 1 ? records.find(({ kind, id }) => kind === mark.kind && id === mark.ids[0]) : undefined
    setHovered(about?.places.find((id) => place(id)?.anchor !== null) ?? null)
  }
  // What the plot has pointed at on the map is left when it goes.
  useEffect(() => () => setHovered(null), [])

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
  const press = (x: number, y: number) => {
    if (onPress !== null) return onPress()
    const mark = nearestMark(marks, x, y)
    const piece = axis.pieces.find(({ x0, x1 }) => x >= x0 && x < x1)
    if (mark === undefined && !slim && piece?.folded === true && piece.kind !== 'core') onFold(piece.kind)
    else open(mark)
  }
  const pointer = usePlotPointer({
    axis,
    margin: gutter,
    time,
    onMove: (window) => {
      pointAt(undefined)
      onMove(window)
    },
    onPoint: (x, y) => pointAt(nearestMark(marks, x, y)),
    onClick: press,
  })
  const onKeyDown = (pressed: KeyboardEvent) => {
    const at = marks.findIndex(({ key }) => key === active)
    const by = keyStep[pressed.key]
    if (by !== undefined) setActive(marks[clamp(at + by, 0, marks.length - 1)]?.key ?? null)
    else if (pressed.key === 'Home') setActive(marks[0]?.key ?? null)
    else if (pressed.key === 'End') setActive(marks.at(-1)?.key ?? null)
    else if (pressed.key === 'Enter') open(marks[at])
    else return
    pressed.preventDefault()
  }
  const axisPx = plotPx[slim ? 'slim' : 'open'].axis
  const size = { height: box.height, axisPx }
  return (
    <>
      <LaneNames plan={plan} slim={slim} />
      <svg
        className={styles.plot}
        width={box.width}
        height={box.height}
        data-time-plot=""
        {...pointer}
        onPointerLeave={() => pointAt(undefined)}
        onDoubleClick={() => onMove(null)}
      >
        <title>{t('name')}</title>
        <SoftEnds />
        <g transform={`translate(${gutter})`}>
          <AxisScale axis={axis} {...size} slim={slim} />
          {!slim && <LaneLines plan={plan} width={box.width} />}
          <g
            role="listbox"
            tabIndex={0}
            className={styles.marks}
            aria-label={t('records')}
            aria-activedescendant={active === null ? undefined : markId(active)}
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
          {layout.more.map(({ side, lane, text, x, y }) => (
            <text key={`${side} ${lane}`} className={styles.more} x={x} y={y + 12.5} textAnchor="end">
              {text}
            </text>
          ))}
          <OtherThreads plan={plan} />
          <OtherTimes marks={marks} axis={axis} axisPx={axisPx} />
          <HoveredMarks marks={marks} records={records} />
          <WindowHandles axis={axis} {...size} window={time ?? axis} onMove={onMove} />
          {playing && time !== null && <PlayHead axis={axis} {...size} at={time.end} />}
        </g>
      </svg>
      {!slim && <PlotButtons {...{ plan, openFold, playing, onFold, onUndated }} />}
      {shownLabel !== undefined && (
        <LabelAt mark={shownLabel} plan={plan} box={box}>
          <MarkLabel mark={shownLabel} />
        </LabelAt>
      )}
    </>
  )
}

/** A hair between lanes. */
function LaneLines({ plan: { layout, gutter }, width }: { plan: TimePlan; width: number }) {
  return layout.lanes.map(({ top, height }, lane) => {
    const next = layout.lanes[lane + 1]?.top ?? layout.statements?.top
    if (next === undefined) return null
    return (
      <path key={top} className={styles.laneLine} d={`M${4 - gutter} ${(top + height + next) / 2}H${width - gutter}`} />
    )
  })
}

/** Half of the widest label, px, as the style sheet has it. */
const LABEL_HALF_PX = 170

interface LabelAtProps {
  mark: TimeMark
  plan: TimePlan
  box: PlotBox
  children: React.ReactNode
}

/** Over its mark, and within the strip's width. */
function LabelAt({ mark, plan: { axis, gutter }, box, children }: LabelAtProps) {
  const x = gutter + (Math.max(0, mark.x0) + Math.min(axis.width, mark.x1)) / 2
  const left = clamp(x, LABEL_HALF_PX, Math.max(LABEL_HALF_PX, box.width - LABEL_HALF_PX))
  return (
    <div className={names.labelAt} style={{ left, bottom: box.height - mark.y + 6 }}>
      {children}
    </div>
  )
}
