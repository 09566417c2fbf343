import { memo, useMemo } from 'react'
import { threadOf } from '@/components/record-text/record-colour'
import colours from '@/components/ui/colour.module.css'
import { useCase } from '@/lib/client/case-context'
import { useHovered } from '@/lib/client/map-commands'
import { useView } from '@/lib/client/view-context'
import type { CaseRecord } from '@/lib/derive/case-records'
import type { TimeAxis } from '@/lib/derive/plan-axis'
import type { TimeMark } from '@/lib/derive/time-mark'
import styles from './plot.module.css'
import { isOf } from './time-marks'
import type { TimePlan } from './use-time-plan'

interface MarksProps {
  marks: readonly TimeMark[]
  records: readonly CaseRecord[]
}

/**
 * An outline around the marks that speak of the place that is hovered, here or on the map. Laid over them, since the
 * pointer moves all the time and the marks need not be rendered.
 */
export const HoveredMarks = memo(function HoveredMarks({ marks, records }: MarksProps) {
  const hovered = useHovered()
  const placesOf = useMemo(() => new Map(records.map(({ kind, id, places }) => [`${kind} ${id}`, places])), [records])
  if (hovered === null) return null
  return marks
    .filter(({ kind, ids }) => ids.some((id) => placesOf.get(`${kind} ${id}`)?.includes(hovered)))
    .map(({ key, shape, x0, x1, y, height }) =>
      shape === 'quote' || shape === 'number' ? (
        <path key={key} className={styles.lit} data-time-lit="" d={`M${x0} ${y + height + 1}H${x1}`} />
      ) : (
        <rect
          key={key}
          className={styles.lit}
          data-time-lit=""
          x={x0 - 2}
          y={y - 2}
          width={x1 - x0 + 4}
          height={height + 4}
          rx={3}
        />
      ),
    )
})

/** How far marks without room reach under their lane, px. */
const UNDER_PX = 3

/** What is in focus belongs to one thread, or one stands out by itself: the lanes of the others step back behind a veil. */
export const OtherThreads = memo(function OtherThreads({ plan }: { plan: TimePlan }) {
  const index = useCase()
  const thread = useView((view) => (view.focus === null ? (view.thread ?? undefined) : threadOf(index, view.focus)?.id))
  const { lanes, layout, axis } = plan
  if (!lanes.some(({ kind, id }) => kind === 'thread' && id === thread)) return null
  return layout.lanes.map(({ top, height }, lane) => {
    const { id = '' } = lanes[lane] ?? {}
    if (id === thread) return null
    return <rect key={id} className={styles.back} x={0} y={top} width={axis.width} height={height + UNDER_PX} />
  })
})

interface OtherTimesProps {
  marks: readonly TimeMark[]
  axis: TimeAxis
  /** Px of the axis at the plot's top. */
  axisPx: number
}

/** The times that other records give for the event in focus, as small strokes under the axis. */
export const OtherTimes = memo(function OtherTimes({ marks, axis, axisPx }: OtherTimesProps) {
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
        className={`${styles.other} ${colours[mark.hue]}`}
        data-approximate={approximate || undefined}
        x={x0}
        y={axisPx + 1}
        width={Math.max(3, x1 - x0)}
        height={4}
      />
    )
  })
})
