import type { LegendRow } from '@/lib/map/legend-marks'
import { markField } from '@/lib/map/mark-stroke'
import colours from './colour.module.css'
import styles from './layer-mark.module.css'

const { width, height } = markField

/** A layer's or an overlay's mark as legend, lists and headings show it; decoration beside its name. */
export function LayerMark({ strokes, colour }: LegendRow) {
  return (
    <svg
      className={`${styles.mark} ${colours[colour]}`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      {strokes.map(({ path, width: line, round, dashes, opacity, placed }) => (
        <path
          key={path}
          d={path}
          className={line === undefined ? styles.solid : undefined}
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
