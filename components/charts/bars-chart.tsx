'use client'
import { memo } from 'react'
import { Bar, BarChart, type BarShapeProps, XAxis, YAxis } from 'recharts'
import styles from '@/components/ui/chart.module.css'
import { barEnds, scaleFigures, shareOfScale } from '@/lib/derive/figure-scale'
import { isUnproven } from '@/lib/derive/figure-words'
import type { LinkedFigure } from '@/lib/derive/linked-case'
import type { ChartMarksProps } from './use-chart-drawing'
import { type Strip, usePlot } from './use-plot'

/** Between the ends of a range nothing may be thinner than this, px: a value is drawn from zero, a range as it is. */
const THINNEST_PX = 2

interface BarDatum {
  id: string
  ends: [number, number]
  range: boolean
  outline: boolean
  faint: boolean
}

/**
 * The bars of a chart, drawn by Recharts on one scale from zero over the strips that the labels leave free. Only
 * marks: what they say is in the buttons below them, so that the drawing is hidden from screen readers.
 */
export const BarsChart = memo(function BarsChart({ figures, outside }: ChartMarksProps) {
  const { ref, plot } = usePlot()
  const data = figures.map((figure) => toDatum(figure, outside))
  const scale = scaleFigures(figures, true)
  return (
    <div ref={ref} className={styles.marks} aria-hidden="true">
      {plot !== null && plot.width > 0 && (
        <BarChart
          width={plot.width}
          height={plot.height}
          data={data}
          layout="vertical"
          margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <XAxis type="number" domain={[...scale]} hide />
          <YAxis type="category" dataKey="id" width={0} hide />
          <Bar
            dataKey="ends"
            isAnimationActive={false}
            shape={(bar: BarShapeProps) => (
              <BarMark
                bar={bar}
                datum={data[bar.index]}
                strip={plot.strips[bar.index]}
                zero={plot.width * shareOfScale(0, scale)}
              />
            )}
          />
        </BarChart>
      )}
    </div>
  )
})

function toDatum(figure: LinkedFigure, outside: ReadonlySet<string>): BarDatum {
  const range = figure.range !== undefined
  return { id: figure.id, ends: barEnds(figure), range, outline: isUnproven(figure), faint: outside.has(figure.id) }
}

interface BarMarkProps {
  bar: BarShapeProps
  datum: BarDatum | undefined
  strip: Strip | undefined
  /** Where 0 is, px. */
  zero: number
}

/** A bar in its strip: filled, or a dashed outline where nobody has shown it; a range with a stem from zero. */
function BarMark({ bar, datum, strip, zero }: BarMarkProps) {
  if (datum === undefined || strip === undefined) return null
  // Half a pixel in, so that the outline is not cut by the drawing's edge.
  const inset = datum.outline ? 0.75 : 0
  const x = bar.x + inset
  const y = strip.top + inset
  const width = Math.max(bar.width - 2 * inset, THINNEST_PX)
  const middle = strip.top + strip.height / 2
  return (
    <g className={datum.faint ? styles.faint : undefined}>
      {datum.range && <line className={styles.stem} x1={zero} x2={bar.x} y1={middle} y2={middle} />}
      <rect
        className={datum.outline ? styles.outline : styles.solid}
        x={x}
        y={y}
        width={width}
        height={strip.height - 2 * inset}
      />
      <line
        className={styles.baseline}
        x1={zero + 0.5}
        x2={zero + 0.5}
        y1={strip.top - 3}
        y2={strip.top + strip.height + 3}
      />
    </g>
  )
}
