import { memo } from 'react'
import colours from '@/components/ui/colour.module.css'
import { useCase } from '@/lib/client/case-context'
import { useView } from '@/lib/client/view-context'
import type { TimeAxis } from '@/lib/derive/plan-axis'
import type { Focus } from '@/lib/url/view'
import { plot, type TimeMark } from './list-marks'
import styles from './timeline.module.css'

function maskOf({ start, end }: TimeMark['soft']): string | undefined {
  if (start && end) return 'url(#time-soft-both)'
  if (start) return 'url(#time-soft-start)'
  return end ? 'url(#time-soft-end)' : undefined
}

/** Ends that are not known fade out: over a third of the mark, at the end that is not. */
export const SoftEnds = memo(function SoftEnds() {
  const fades = {
    start: [
      [0, 0],
      [0.4, 1],
    ],
    end: [
      [0.6, 1],
      [1, 0],
    ],
    both: [
      [0, 0],
      [0.35, 1],
      [0.65, 1],
      [1, 0],
    ],
  } as const
  return (
    <defs>
      {Object.entries(fades).map(([name, stops]) => (
        <g key={name}>
          <linearGradient id={`time-fade-${name}`}>
            {stops.map(([offset, opacity]) => (
              <stop key={offset} offset={offset} stopColor="#fff" stopOpacity={opacity} />
            ))}
          </linearGradient>
          <mask id={`time-soft-${name}`} maskContentUnits="objectBoundingBox">
            <rect width="1" height="1" fill={`url(#time-fade-${name})`} />
          </mask>
        </g>
      ))}
    </defs>
  )
})

const Shape = memo(function Shape({ mark }: { mark: TimeMark }) {
  const { shape, x0, x1, y, height, soft } = mark
  if (shape === 'dot')
    return (
      <>
        <path className={styles.drop} d={`M${(x0 + x1) / 2} ${y + height}V${plot.base}`} />
        <circle cx={(x0 + x1) / 2} cy={y + height / 2} r={height / 2 - 0.5} />
      </>
    )
  // A fade over half of a bar's height would be no rectangle any more; the width alone is masked.
  return <rect x={x0} y={y} width={x1 - x0} height={height} rx={Math.min(2, height / 2)} mask={maskOf(soft)} />
})

interface TimeMarksProps {
  marks: readonly TimeMark[]
  /** Keys of marks that have anything that the filter lets through. */
  allowed: ReadonlySet<string>
  active: string | null
  /** What each mark says in one line, by key, and what one says that is not allowed. */
  lines: ReadonlyMap<string, string>
  outside: string
}

/** The records as marks, each an option of one list; which one is active is said by the list. */
export const TimeMarks = memo(function TimeMarks({ marks, allowed, active, lines, outside }: TimeMarksProps) {
  return marks.map((mark) => (
    <Mark
      key={mark.key}
      mark={mark}
      label={[lines.get(mark.key), ...(allowed.has(mark.key) ? [] : [outside])].join(', ')}
      off={!allowed.has(mark.key)}
      active={mark.key === active}
    />
  ))
})

interface MarkProps {
  mark: TimeMark
  label: string
  off: boolean
  active: boolean
}

const isOf = ({ kind, ids }: TimeMark, focus: Focus | null) => kind === focus?.kind && ids.includes(focus.id)

/** Of all marks only those that a selection, a pointer or a filter changes are rendered. */
const Mark = memo(function Mark({ mark, label, off, active }: MarkProps) {
  const selected = useView(({ focus }) => isOf(mark, focus))
  return (
    <g
      id={`time ${mark.key}`.replaceAll(' ', '-')}
      role="option"
      tabIndex={-1}
      aria-label={label}
      aria-selected={selected}
      className={`${styles.mark} ${colours[mark.colour]}`}
      data-kind={mark.kind}
      data-shape={mark.shape}
      data-hollow={mark.moment.basis !== 'record' || undefined}
      data-unproven={mark.unproven || undefined}
      data-off={off || undefined}
      data-active={active || undefined}
    >
      <Shape mark={mark} />
    </g>
  )
})

interface OtherTimesProps {
  marks: readonly TimeMark[]
  axis: TimeAxis
}

/** The times that other records give for the event in focus, as small strokes under the axis. */
export const OtherTimes = memo(function OtherTimes({ marks, axis }: OtherTimesProps) {
  const { moments } = useCase().linked
  const kinds = new Set<string>(marks.map(({ kind }) => kind))
  // Of a place or a speaker, which have no mark, nothing is rendered when another one is selected.
  const focus = useView((view) => (view.focus !== null && kinds.has(view.focus.kind) ? view.focus : null))
  if (focus === null) return null
  const mark = marks.find((candidate) => isOf(candidate, focus))
  const moment = moments.find(({ kind, id }) => kind === focus.kind && id === focus.id)
  if (mark === undefined || moment === undefined) return null
  return (moment.others ?? []).map(({ source, start, end, open, approximate }) => {
    const x0 = open === 'start' ? 0 : axis.toX(start)
    const x1 = open === 'end' ? axis.width : axis.toX(end)
    return (
      <rect
        key={source}
        className={`${styles.other} ${colours[mark.colour]}`}
        data-approximate={approximate || undefined}
        x={x0}
        y={plot.base - 2}
        width={Math.max(3, x1 - x0)}
        height={4}
      />
    )
  })
})
