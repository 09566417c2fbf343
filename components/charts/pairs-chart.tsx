'use client'
import { memo } from 'react'
import { Scatter, ScatterChart, type ScatterShapeProps, XAxis, YAxis } from 'recharts'
import styles from '@/components/ui/chart.module.css'
import { type FigureScale, scaleFigures, shareOfScale } from '@/lib/derive/figure-scale'
import { figureSize } from '@/lib/derive/figure-words'
import { firstReporter, groupPairs } from './pair-groups'
import type { ChartMarksProps } from './use-chart-drawing'
import { type Strip, usePlot } from './use-plot'

const DOT_RADIUS_PX = 5.5

interface PairDatum {
  row: number
  middle: number
  values: { id: string; value: number; filled: boolean; faint: boolean }[]
}

/**
 * Readings of one event by several agencies as dots on a line between them: how far they disagree. All rows share one
 * scale, from the lowest reading of the chart to the highest; magnitudes have no zero to start from.
 */
export const PairsChart = memo(function PairsChart({ figures, outside }: ChartMarksProps) {
  const { ref, plot } = usePlot()
  const first = firstReporter(figures)
  const data: PairDatum[] = groupPairs(figures).map((group, row) => {
    const values = group.figures.map((figure) => ({
      id: figure.id,
      value: figureSize(figure),
      filled: figure.by === first,
      faint: outside.has(figure.id),
    }))
    return { row, middle: ((values[0]?.value ?? 0) + (values.at(-1)?.value ?? 0)) / 2, values }
  })
  const scale = scaleFigures(figures, false)
  return (
    <div ref={ref} className={styles.marks} aria-hidden="true">
      {plot !== null && plot.width > 0 && (
        <ScatterChart
          width={plot.width}
          height={plot.height}
          margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <XAxis type="number" dataKey="middle" domain={[...scale]} hide />
          <YAxis type="number" dataKey="row" width={0} hide />
          <Scatter
            data={data}
            isAnimationActive={false}
            shape={(point: ScatterShapeProps) => (
              <PairMark datum={data[point.index ?? -1]} strip={plot.strips[point.index ?? -1]} scale={scale} />
            )}
          />
        </ScatterChart>
      )}
    </div>
  )
})

interface PairMarkProps {
  datum: PairDatum | undefined
  strip: Strip | undefined
  scale: FigureScale
}

function PairMark({ datum, strip, scale }: PairMarkProps) {
  if (datum === undefined || strip === undefined) return null
  const y = strip.top + strip.height / 2
  const reach = strip.width - 2 * DOT_RADIUS_PX - 2
  const x = (value: number) => strip.left + DOT_RADIUS_PX + 1 + shareOfScale(value, scale) * reach
  const lowest = datum.values[0]?.value ?? scale[0]
  const highest = datum.values.at(-1)?.value ?? scale[1]
  return (
    <>
      <line className={styles.baseline} x1={strip.left} x2={strip.left + strip.width} y1={y} y2={y} />
      <line
        className={datum.values.some(({ faint }) => faint) ? `${styles.between} ${styles.faint}` : styles.between}
        x1={x(lowest)}
        x2={x(highest)}
        y1={y}
        y2={y}
      />
      {datum.values.map(({ id, value, filled, faint }) => (
        <circle
          key={id}
          className={`${filled ? styles.dot : styles.openDot} ${faint ? styles.faint : ''}`}
          cx={x(value)}
          cy={y}
          r={DOT_RADIUS_PX}
        />
      ))}
    </>
  )
}
