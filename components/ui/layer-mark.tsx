import type { LegendRow } from '@/lib/map/legend-marks'
import { markField } from '@/lib/map/mark-image'
import type { Thread } from '@/lib/schema/case'
import colours from './colour.module.css'

const { width, height } = markField

/** A layer's or an overlay's mark as legend, lists and headings show it; decoration beside its name. */
export function LayerMark({ strokes, colour }: LegendRow) {
  return (
    <svg
      className={`${colours.mark} ${colours[colour]}`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      {strokes.map(({ path, width: line, round, dashes, opacity, placed }) => (
        <path
          key={path}
          d={path}
          className={line === undefined ? colours.solid : undefined}
          opacity={opacity}
          transform={placed && `translate(${placed.x} ${placed.y}) scale(${placed.scale})`}
          strokeWidth={line}
          strokeLinecap={round === 'ends' ? 'round' : undefined}
          strokeLinejoin={round === 'joins' ? 'round' : undefined}
          strokeDasharray={dashes?.join(' ')}
        />
      ))}
    </svg>
  )
}

interface ThreadLabelProps {
  /** All threads of the case, by which each has its number. */
  threads: readonly Thread[] | undefined
  /** The thread that is named; nothing is shown of one that the case does not have. */
  id: string | undefined
}

/**
 * A thread's title in its hue, with its number in the case's order: the hue alone would tell nothing to those who do not
 * see it.
 */
export function ThreadLabel({ threads = [], id }: ThreadLabelProps) {
  const index = threads.findIndex((thread) => thread.id === id)
  const thread = threads[index]
  if (thread === undefined) return null
  return (
    <span className={`${colours.label} ${colours[thread.hue]}`}>
      <span className={colours.badge} aria-hidden="true">
        {index + 1}
      </span>
      <span>{thread.title}</span>
    </span>
  )
}
