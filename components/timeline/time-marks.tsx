import { memo } from 'react'
import colours from '@/components/ui/colour.module.css'
import { useView } from '@/lib/client/view-context'
import type { TimeMark } from '@/lib/derive/time-mark'
import type { Focus } from '@/lib/url/view'
import { MarkShape } from './mark-shape'
import styles from './plot.module.css'

/** A mark's id in the document, by its key. */
export const markId = (key: string) => `time-${key.replaceAll(' ', '-')}`

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

/** Whether a record in focus is of a mark. */
export const isOf = ({ kind, ids }: TimeMark, focus: Focus | null) => kind === focus?.kind && ids.includes(focus.id)

/** Of all marks only those that a selection, a pointer or a filter changes are rendered. */
const Mark = memo(function Mark({ mark, label, off, active }: MarkProps) {
  const selected = useView(({ focus }) => isOf(mark, focus))
  return (
    <g
      id={markId(mark.key)}
      role="option"
      tabIndex={-1}
      aria-label={label}
      aria-selected={selected}
      className={`${styles.mark} ${colours[mark.hue]}`}
      data-kind={mark.kind}
      data-shape={mark.shape}
      data-thin={mark.thin || undefined}
      data-unproven={mark.unproven || undefined}
      data-off={off || undefined}
      data-active={active || undefined}
    >
      <MarkShape mark={mark} />
    </g>
  )
})
